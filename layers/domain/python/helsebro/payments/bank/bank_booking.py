"""Bank booking: one debit or credit of the payer's account, as it is told apart from another of one payment.

A bank tells of a booking more than once: in a notification (camt.054) and in the statement of the day
(camt.053). Only its own references say whether two rows are one booking or two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class BankBooking:
    """A booking on a ``day``, with the bank's own references (ISO 20022 camt): none is a person's.

    ``reference`` (``AcctSvcrRef``) and ``transaction_id`` (``TxId``) are the transfer's, ``entry`` is the
    ``AcctSvcrRef`` of the entry around it, which other transfers may share. ``of_many`` is an entry that has
    several transfers and does not list them. ``turn`` counts from 1 the rows of one report that are alike in
    all of this: they are as many bookings.
    """

    day: date | None = None
    reference: str | None = None
    transaction_id: str | None = None
    entry: str | None = None
    of_many: bool = False
    turn: int = 1

    def may_be(self, other: BankBooking) -> bool:
        """Whether two rows about one payment may be one booking: nothing tells them apart."""
        if self._differs_in_day(other):
            return False
        if self.of_many != other.of_many:
            # What an entry is made of has other references than the entry.
            return True
        return self.turn == other.turn and self._shares_a_reference(other) is not False

    def is_surely(self, other: BankBooking) -> bool:
        """Whether the bank's references say that two rows about one payment are one booking."""
        if self.day is None or self.day != other.day or self.of_many or other.of_many:
            return False
        return self.turn == other.turn and self._shares_a_reference(other) is True

    def _differs_in_day(self, other: BankBooking) -> bool:
        return self.day is not None and other.day is not None and self.day != other.day

    def _shares_a_reference(self, other: BankBooking) -> bool | None:
        """Whether the narrowest reference that both have is the same; None when they have none in common."""
        if self.reference and other.reference:
            return self.reference == other.reference
        if self.transaction_id and other.transaction_id:
            return self.transaction_id == other.transaction_id
        if self.entry and other.entry:
            # Of one transfer alone some banks write its reference at the entry.
            return bool(self._references & other._references)
        return None

    @property
    def _references(self) -> frozenset[str]:
        return frozenset(each for each in (self.reference, self.transaction_id, self.entry) if each)
