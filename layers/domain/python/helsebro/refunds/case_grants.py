"""Case grants: what a case was granted, and what was paid of it. A member's bill is held against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from helsebro.benefits.ledger import NONE_FREE, FreeSessions, Ledger
from helsebro.benefits.reservation import Reservation
from helsebro.benefits.use import Spent
from helsebro.claims.claim import Claim
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices.promised_price import PromisedPrice
from helsebro.ids import ClaimId, RefundId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tasks.proposal import OutsideGrant


@dataclass(frozen=True)
class CaseGrant:
    """Sessions of one treatment that were granted, with later extensions.

    They may be held from ``first_day`` to ``last_day``, but not in the ``gaps`` between a last day and an
    extension that was granted later. ``left`` counts those that are not yet paid, and ``price`` is the most
    that was promised of the next of them.
    """

    treatment: str
    first_day: date
    last_day: date
    left: int
    price: PromisedPrice = field(default_factory=PromisedPrice)
    gaps: tuple[tuple[date, date], ...] = ()

    def allows(self, on: date) -> bool:
        """Returns whether a session may be held on a day: its own day counts, not that of the bill.

        What was held in a gap was not approved before it, so staff may deny it, and decide (R-1205, Q21).
        """
        in_a_gap = any(first <= on <= last for first, last in self.gaps)
        return self.first_day <= on <= self.last_day and not in_a_gap


@dataclass(frozen=True)
class PaidSession:
    """A session that was paid, in this case or another; ``paid_by`` is the id of the invoice or refund."""

    paid_by: str
    treatment: str
    on: date


@dataclass(frozen=True)
class CaseGrants:
    """All grants of one case, oldest first, and the sessions paid to the person in any case."""

    grants: tuple[CaseGrant, ...] = ()
    paid: tuple[PaidSession, ...] = ()

    def grant_of(self, treatment: str, on: date) -> CaseGrant | None:
        """Returns the grant that a session of a treatment on a day belongs to; None when it is outside.

        Of several it is the one that ends first, as the ledger takes the session from that one too.
        """
        fitting = (grant for grant in self.grants if grant.treatment == treatment and grant.allows(on))
        left = (grant for grant in fitting if grant.left > 0)
        return min(left, key=lambda grant: grant.last_day, default=None)

    def outside(self, treatment: str, on: date) -> OutsideGrant | None:
        """Returns why a session is outside everything that was granted; None when it belongs to a grant."""
        if self.grant_of(treatment, on):
            return None
        if not self.grants:
            return "nothing-granted"
        of_kind = [grant for grant in self.grants if grant.treatment == treatment]
        if not of_kind:
            return "another-treatment"
        return "beyond-the-number" if any(grant.allows(on) for grant in of_kind) else "outside-the-period"

    def less_one(self, of: CaseGrant, paid: Money | None = None) -> CaseGrants:
        """Returns the grants with one session fewer left of one of them, of which an amount was ``paid``."""
        after = replace(of, left=of.left - 1, price=of.price.after(paid))
        return replace(self, grants=tuple(after if grant is of else grant for grant in self.grants))

    def paid_before(self, treatment: str, on: date) -> tuple[str, ...]:
        """Returns the invoices and refunds that paid a session of the same treatment on the same day."""
        same = (
            session.paid_by for session in self.paid if (session.treatment, session.on) == (treatment, on)
        )
        return tuple(dict.fromkeys(same))


def grants_of(
    claim: Claim,
    ledger: Ledger,
    but: RefundId,
    free: FreeSessions = NONE_FREE,
    guarantees: Iterable[Guarantee] = (),
) -> CaseGrants:
    """Returns what a case was granted, less what was paid by anything ``but`` the refund that is judged.

    ``free`` are the sessions in the network that no booking has taken: a booked session is its clinic's.
    A revoked guarantee grants nothing after its last day. A claim that was approved before ledgers existed
    was granted what its decision says. The ``guarantees`` of the case promise the prices; what is granted and
    not issued yet has the price that was reserved for it.
    """
    paid = list(_paid(ledger, but, claim.claim_id))
    issued = {guarantee.guarantee_id: guarantee for guarantee in guarantees}
    reserved = [kept for kept in ledger.reservations if kept.purpose.claim_id == claim.claim_id]
    grants = [
        CaseGrant(
            kept.treatment,
            kept.valid_from,
            kept.last_day,
            min(
                kept.sessions_granted - sum(spent.guarantee_id == kept.guarantee_id for _, spent in paid),
                free.get(kept.guarantee_id, kept.sessions_granted),
            ),
            _price_of(kept, issued.get(kept.guarantee_id), [spent for _, spent in paid]),
            kept.gaps,
        )
        for kept in reserved
    ]
    if not grants:
        grants += _decided(claim)
    sessions = (PaidSession(paid_by, spent.treatment, spent.on) for paid_by, spent in _paid(ledger, but))
    known = CaseGrants(tuple(sorted(grants, key=lambda grant: grant.first_day)), tuple(sessions))
    own = {kept.guarantee_id for kept in reserved}
    for _, spent in paid:
        # A refund takes sessions from no reservation when they were granted in the network and are booked.
        grant = None if spent.guarantee_id in own else known.grant_of(spent.treatment, spent.on)
        known = known.less_one(grant, spent.amount) if grant else known
    return known


def _price_of(kept: Reservation, guarantee: Guarantee | None, paid: Iterable[Spent]) -> PromisedPrice:
    """Returns what was promised of the next session; one that is booked at a clinic is not the first."""
    if guarantee is None:
        reserved = max((part.per_session for part in kept.portions if part.per_session), default=None)
        return PromisedPrice(reserved, reserved)
    price, own = PromisedPrice.of(guarantee), [it for it in paid if it.guarantee_id == kept.guarantee_id]
    if guarantee.sessions_booked:
        price = price.after(None)
    for spent in own:
        price = price.after(spent.amount)
    if guarantee.settlement == "refund" or guarantee.fee_for == "session":
        return price
    # Of a price for all, the clinic is still to be paid its part of each session that it holds.
    for place in range(len(own) + 1, guarantee.sessions_booked + 1):
        price = price.after(guarantee.price_of("follow-up", place))
    return price


def _paid(ledger: Ledger, but: RefundId, claim_id: ClaimId | None = None) -> Iterator[tuple[str, Spent]]:
    """Yields what was paid of every session, of one claim when it is named; no credited session."""
    for use in ledger.uses:
        if claim_id in (None, use.purpose.claim_id) and use.use_id != but:
            yield from ((use.use_id, spent) for spent in use.sessions if spent.credited_on is None)


def _decided(claim: Claim) -> Iterator[CaseGrant]:
    grant = claim.decision.grant if claim.decision else None
    if claim.status != "approved" or grant is None or claim.answered_at is None:
        return
    day = local_day(claim.answered_at, claim.country)
    yield CaseGrant(claim.treatment_type, day, grant.valid_until or day, grant.sessions)
