"""Difference: what does not agree between the ledger of money and what it books, for a person to act on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from helsebro.ids import ClaimId
from helsebro.money import Money

DifferenceKind = Literal[
    "granted-differs",
    "granted-below-invoiced",
    "reserved-differs",
    "payable-differs",
    "account-below-zero",
    "benefits-differ",
    "entry-without-cause",
    "cause-without-entry",
    "entry-changed",
    "session-paid-twice",
    "clinic-granted-below-invoiced",
    "clinic-spent-below-paid",
    "policy-granted-below-invoiced",
    "policy-spent-below-paid",
]


@dataclass(frozen=True)
class MoneyDifference:
    """``about`` is the id of the guarantee, payable, invoice, refund or cause that does not agree, or of the
    clinic or policy whose cases together do not; ``claim_id`` is then the one to look at first.

    ``expected`` is what follows from that, ``found`` what the ledger has. Both are None where a difference is
    not one of amounts. ``beside`` is the other of two ids: the account, or the second payment of a session.
    """

    kind: DifferenceKind
    claim_id: ClaimId
    about: str
    expected: Money | None = None
    found: Money | None = None
    beside: str = ""
