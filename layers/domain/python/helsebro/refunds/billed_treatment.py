"""Billed treatment: one treatment of a member's own bill, and what is paid of it (F4-30)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.coverage.answer import Flip
from helsebro.coverage.trail import Trail
from helsebro.errors import Fault
from helsebro.ids import DocumentId
from helsebro.money import Money
from helsebro.tasks.proposal import BilledAnswer, OutsideGrant

RefundOutcome = Literal["approved", "partly-approved", "denied"]


def outcome_of(asked: Money, paid: Money) -> RefundOutcome:
    """Returns what it is called when so much is paid of what was asked for."""
    if not paid.amount:
        return "denied"
    return "approved" if paid == asked else "partly-approved"


@dataclass(frozen=True)
class BilledTreatment:
    """A treatment of a bill. ``outcome``, ``approved`` and ``trail`` are set once it is decided.

    When it is not paid in full, ``missing``, ``flips`` and ``covered_from`` are what would have changed the
    engine's answer, as in the answer itself. ``outside_grant`` is why the case was not granted it,
    ``granted_price`` what it was granted at most when that is less than the price, ``paid_before`` names what
    paid the same treatment of the same day, and ``double_of`` its index in this refund. ``authorisation_id``
    is the number of the practitioner's authorisation and ``clinic_number`` the company number of the clinic,
    when the bill has them; ``document_id`` is the bill, when it is named.
    """

    on: date
    type: str
    cost: Money
    outcome: RefundOutcome | None = None
    approved: Money | None = None
    trail: Trail = field(default_factory=Trail)
    missing: tuple[str, ...] = ()
    flips: tuple[Flip, ...] = ()
    covered_from: date | None = None
    outside_grant: OutsideGrant | None = None
    double_of: int | None = None
    paid_before: tuple[str, ...] | None = None
    granted_price: Money | None = None
    authorisation_id: str | None = field(default=None, repr=False)
    clinic_number: str | None = field(default=None, repr=False)
    document_id: DocumentId | None = None

    @property
    def by(self) -> NamedPractitioner | None:
        """Who treated, when the bill names them."""
        return NamedPractitioner(authorisation_id=self.authorisation_id) if self.authorisation_id else None

    def faults(self, at: str, today: date, currency: str, begins: date | None) -> list[Fault]:
        """Returns the faults of a new treatment that stands ``at`` a pointer (``Refund.faults``)."""
        found = []
        if self.on > today:
            found.append(Fault(f"{at}/on", "treatment-not-yet-held", ""))
        if begins and self.on < begins:
            found.append(Fault(f"{at}/on", "before-the-policy", begins.isoformat()))
        if self.cost.amount <= 0:
            found.append(Fault(f"{at}/cost/amount", "amount-not-positive", ""))
        if self.cost.currency != currency:
            found.append(Fault(f"{at}/cost/currency", "currency-not-the-payers", ""))
        return found

    def decided(self, amount: Money, proposed: BilledAnswer | None) -> BilledTreatment:
        """Returns the treatment with the paid amount, and what the engine ``proposed`` on it, if anything."""
        outcome = outcome_of(self.cost, amount)
        after = replace(self, outcome=outcome, approved=amount)
        if proposed is None:
            return after
        answer = proposed.answer
        after = replace(after, trail=answer.trail, outside_grant=proposed.outside_grant)
        if outcome == "approved":
            return after
        above = proposed.outside_grant == "above-granted-price"
        return replace(
            after,
            granted_price=proposed.granted_price if above else None,
            missing=answer.missing,
            flips=answer.flips,
            covered_from=answer.covered_from,
            double_of=proposed.double_of,
            paid_before=proposed.paid_before or None,
        )
