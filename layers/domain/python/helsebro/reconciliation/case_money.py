"""Case money: all that one case has of money, on both sides of a reconciliation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.use import Use
from helsebro.bookings.booking import Booking
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, PolicyId
from helsebro.money import Currency
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro.payments.payable import Payable


@dataclass(frozen=True)
class CaseMoney:
    """The ``entries`` of a case, and the guarantees, bookings and payables that they come from.

    ``policy_id`` is the policy that it is reported under. ``benefits`` is the ledger of the person's benefits
    at the payer, which has other cases too.
    """

    claim_id: ClaimId
    entries: tuple[LedgerEntry, ...]
    guarantees: tuple[Guarantee, ...]
    bookings: tuple[Booking, ...]
    payables: tuple[Payable, ...]
    benefits: Ledger
    policy_id: PolicyId | None = None

    @property
    def currencies(self) -> list[Currency]:
        """The currencies of its entries and payables."""
        known = {entry.currency for entry in self.entries}
        return sorted(known | {payable.amount.currency for payable in self.payables})

    def uses(self) -> Iterator[Use]:
        """Yields what the case has used of benefits."""
        return (use for use in self.benefits.uses if use.purpose.claim_id == self.claim_id)
