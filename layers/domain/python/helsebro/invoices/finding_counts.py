"""Finding counts: how often a clinic's invoices were rejected, by rule and month (F0-24).

Repeated invoices outside the payment guarantees are a breach of the contract. It names no number, so the
counts are shown to the clinic and the network's staff, who judge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from helsebro.invoices.finding import InvoiceFinding

OUTSIDE_GUARANTEE = frozenset({"HB-01", "HB-03", "HB-08", "HB-13"})
"""The rules against invoicing what no guarantee covers: no guarantee of the clinic, a session that is not
under it, one outside its period, and more sessions than it grants. A session that was invoiced before is not
among them: a system sends again what it got no answer to.
"""
MOST_RULES = 40
"""The rules of one invoice that are counted: an expression holds 4 kB. One that breaks more is no invoice."""


@dataclass(frozen=True)
class FindingCounts:
    """``rejected`` invoices of a month, those ``outside_guarantee``, and how many broke each of ``rules``.

    ``month`` is its first day, in Denmark.
    """

    month: date
    rejected: int = 0
    outside_guarantee: int = 0
    rules: Mapping[str, int] = field(default_factory=dict)


def counts_of(month: date, findings: tuple[InvoiceFinding, ...]) -> FindingCounts:
    """Returns what one rejected invoice adds to the counts of a month: each of its rules once."""
    broken = sorted({finding.rule for finding in findings if finding.severity == "fatal"})
    outside = int(not OUTSIDE_GUARANTEE.isdisjoint(broken))
    return FindingCounts(month, 1, outside, dict.fromkeys(broken[:MOST_RULES], 1))
