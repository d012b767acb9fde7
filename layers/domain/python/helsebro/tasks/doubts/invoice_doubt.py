"""Invoice doubt: what finance judges about an invoice, because no rule can (F0-19, promise 28)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from helsebro.money import Money


@dataclass(frozen=True)
class DoubtfulPlace:
    """A rule that leaves a place of the invoice to finance, with its ``text`` by language."""

    rule: str
    location: str
    text: Mapping[str, str]


@dataclass(frozen=True)
class InvoiceDoubt:
    """The invoice's ``amount`` and its first doubtful places; ``places`` is the number of all.

    ``number`` is the clinic's own. The invoice itself lists every place.
    """

    amount: Money
    kind: str
    number: str | None
    first: tuple[DoubtfulPlace, ...]
    places: int
