"""Benefit ledger: what one person has reserved and used of all benefits at one payer (R-1301, Q12).

A reservation is made when sessions are granted, becomes a use when they are invoiced or refunded, and is
released when its guarantee ends. A change is stored on the condition that ``revision`` is still the one that
was read, so two concurrent grants never exceed a cap.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from helsebro.benefits.reservation import Portion, Purpose, Release, Reservation
from helsebro.benefits.use import Spent, Use
from helsebro.coverage.answer import Settlement
from helsebro.coverage.question.question import Earlier, Question, Treatment
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.money import Currency, Money

LedgerPart = Literal["reserved", "used"]
EVER = date.max
FreeSessions = Mapping[GuaranteeId, int]
"""The sessions that no booking has taken yet of each guarantee that pays a clinic."""
NONE_FREE: FreeSessions = {}


@dataclass(frozen=True)
class Ledger:
    """All reservations and uses of one person at one payer; ``revision`` is 0 while there are none."""

    payer: str
    person_id: PersonId
    revision: int = 0
    reservations: tuple[Reservation, ...] = ()
    uses: tuple[Use, ...] = ()

    # Reading

    def reservation(self, guarantee_id: GuaranteeId | None) -> Reservation | None:
        """Returns a guarantee's reservation; None when it was issued before ledgers existed."""
        return next((kept for kept in self.reservations if kept.guarantee_id == guarantee_id), None)

    def use(self, use_id: str) -> Use | None:
        """Returns the use of an invoice or a refund; None when there is none."""
        return next((use for use in self.uses if use.use_id == use_id), None)

    def backed(self, guarantee_id: GuaranteeId) -> int:
        """Returns the guarantee's reserved and used sessions; an extension reserves the missing ones."""
        known = self.reservation(guarantee_id)
        return known.sessions - known.sessions_released if known else 0

    def left(self, guarantee_id: GuaranteeId) -> int:
        """Returns the sessions reserved for a guarantee and not yet used."""
        known = self.reservation(guarantee_id)
        return max(known.sessions - self._gone(known, EVER), 0) if known else 0

    def cost_of(self, guarantee_id: GuaranteeId, currency: Currency) -> Money:
        """Returns what a guarantee's sessions cost so far, as paid or as reserved."""
        known = self.reservation(guarantee_id)
        spent = [it.amount for it in self._spent(known, EVER)] if known else []
        rests = known.remainders(self._gone(known, EVER)) if known else []
        left = [part.per_session * sessions for part, sessions in rests if part.per_session]
        own = (cost for cost in (*spent, *left) if cost.currency == currency)
        return sum(own, Money.zero(currency))

    def history(
        self,
        question: Question | None,
        as_of: date,
        *,
        claim_id: ClaimId | None = None,
        today: date | None = None,
        parts: tuple[LedgerPart, ...] = ("reserved", "used"),
    ) -> tuple[Earlier, ...]:
        """Returns what was reserved or used by ``as_of`` as earlier treatments, in the order of their days.

        ``claim_id`` is the claim of the ``question``. A reservation counts on the treatment's day, or on the
        nearest day that its period allows; when ``as_of`` is after ``today``, a reservation past its last day
        no longer counts.
        """
        from helsebro.benefits import history as rows_of

        view = rows_of.View(question or Question(Treatment("")), claim_id, as_of, today or as_of)
        rows: list[Earlier] = []
        if "reserved" in parts:
            for then in filter(None, (kept.as_of(as_of) for kept in self.reservations)):
                if view.counts(then):
                    rows += rows_of.reserved(view, then, self._gone(then, as_of))
        if "used" in parts:
            reservations = {kept.guarantee_id: kept for kept in self.reservations}
            for use in self.uses:
                rows += rows_of.used(view, use, reservations)
        return tuple(sorted(rows, key=lambda row: (row.on, row.treatment_type)))

    def without(self, claim_id: ClaimId) -> Ledger:
        """Returns the ledger without what is reserved and used for a claim."""
        reservations = (kept for kept in self.reservations if kept.purpose.claim_id != claim_id)
        uses = (use for use in self.uses if use.purpose.claim_id != claim_id)
        return replace(self, reservations=tuple(reservations), uses=tuple(uses))

    def making_room_for(self, asked: Use, free: FreeSessions = NONE_FREE) -> Ledger:
        """Returns the ledger without what is reserved for the sessions of the refund ``asked``."""
        taken = [spent.guarantee_id for spent in self._drawn(asked, free)]
        rest = tuple(kept.without(taken.count(kept.guarantee_id)) for kept in self.reservations)
        return replace(self, reservations=rest)

    # Changing

    def reserve(
        self,
        guarantee_id: GuaranteeId,
        purpose: Purpose,
        treatment: str,
        in_network: bool | None,
        portion: Portion,
        settlement: Settlement | None = None,
    ) -> Ledger:
        """Returns the ledger with a portion reserved for a guarantee, once for each ``portion_id``."""
        known = self.reservation(guarantee_id)
        if known:
            return self._with(known, known.with_portion(portion))
        made = Reservation(guarantee_id, purpose, treatment, in_network, (portion,), settlement=settlement)
        return replace(self, reservations=(*self.reservations, made))

    def consume(self, use: Use, free: FreeSessions = NONE_FREE) -> Ledger:
        """Returns the ledger with the sessions of an invoice or refund used.

        A repeated call changes nothing but ``settled``, and only to True. A refund's sessions are taken from
        what the same claim has reserved for bills, for their days if there is such a grant, and from the
        ``free`` sessions of clinics that may be held on their days. Sessions of those days that were released
        when the guarantee ended are taken first: the day of treatment counts, not that of the decision. They
        are not reserved any more, so the caps still decide whether they can be paid.
        """
        known = self.use(use.use_id)
        if known:
            return self._with_use(known, replace(known, settled=known.settled or use.settled))
        if use.source != "refund":
            return replace(self, uses=(*self.uses, use))
        drawn = replace(use, sessions=tuple(self._drawn(use, free)))
        taken = [spent.guarantee_id for spent in drawn.sessions]
        kept = tuple(
            own.reclaimed(taken.count(own.guarantee_id), use.recorded_on) for own in self.reservations
        )
        return replace(self, reservations=kept, uses=(*self.uses, drawn))

    def give_back(self, use_id: str, references: Collection[str], on: date) -> Ledger:
        """Returns the ledger with an invoice's sessions credited: reserved again, or no longer used."""
        known = self.use(use_id)
        return self._with_use(known, known.credited(references, on)) if known else self

    def release(self, guarantee_id: GuaranteeId, standing: int, on: date, *, last: bool) -> Ledger:
        """Returns the ledger with every reserved session released that no booking needs.

        ``standing`` counts the sessions held, also the invoiced ones, and those that may still be reported
        held; ``last`` says that there are none of the latter, so the reservation closes.
        """
        known = self.reservation(guarantee_id)
        if known is None:
            return self
        kept = max(standing - self._spent_of_standing(known), 0)
        spare = max(self.left(guarantee_id) - kept, 0)
        released = (*known.released, Release(on, spare)) if spare else known.released
        closed_on = known.closed_on or (on if last else None)
        return self._with(known, replace(known, released=released, closed_on=closed_on))

    def begin(self, guarantee_id: GuaranteeId) -> Ledger:
        """Returns the ledger with a guarantee's course begun: it ends by no last day to begin any more."""
        known = self.reservation(guarantee_id)
        return self._with(known, replace(known, has_begun=True)) if known else self

    def revoke(self, guarantee_id: GuaranteeId, standing: int, on: date, *, last: bool) -> Ledger:
        """Ends the reservation on the day the guarantee is revoked, then releases it as ``release`` does."""
        known = self.reservation(guarantee_id)
        cut = self._with(known, replace(known, cut_on=on)) if known else self
        return cut.release(guarantee_id, standing, on, last=last)

    def end_course(self, guarantee_id: GuaranteeId, on: date) -> Ledger:
        """Returns the ledger with a guarantee's course ended on the latest reported day (Q17)."""
        known = self.reservation(guarantee_id)
        if known is None:
            return self
        return self._with(known, replace(known, course_ended_on=max(known.course_ended_on or on, on)))

    # Counting

    def _with(self, before: Reservation, after: Reservation) -> Ledger:
        changed = tuple(after if kept is before else kept for kept in self.reservations)
        return replace(self, reservations=changed)

    def _with_use(self, before: Use, after: Use) -> Ledger:
        return replace(self, uses=tuple(after if use is before else use for use in self.uses))

    def _spent(self, reservation: Reservation, as_of: date) -> list[Spent]:
        spent = (session for use in self.uses for session in use.as_of(as_of))
        return [session for session in spent if session.guarantee_id == reservation.guarantee_id]

    def _spent_of_standing(self, reservation: Reservation) -> int:
        """Returns the spent sessions that a standing counts: of a refund, those held on a booking."""
        spent = ((use, session) for use in self.uses for session in use.as_of(EVER))
        return sum(
            session.guarantee_id == reservation.guarantee_id
            and (use.source != "refund" or reservation.is_for_refunds or session.booking_id is not None)
            for use, session in spent
        )

    def _gone(self, reservation: Reservation, as_of: date) -> int:
        return len(self._spent(reservation, as_of)) + reservation.sessions_released

    def _left_for_refunds(self, own: Reservation, free: FreeSessions) -> int:
        left = self.left(own.guarantee_id) + own.sessions_reclaimable
        return left if own.is_for_refunds else min(left, free.get(own.guarantee_id, 0))

    def _drawn(self, use: Use, free: FreeSessions) -> Iterator[Spent]:
        own = [kept for kept in self.reservations if kept.purpose.claim_id == use.purpose.claim_id]
        left = {kept.guarantee_id: self._left_for_refunds(kept, free) for kept in own}
        taken: dict[str, GuaranteeId] = {}
        for is_in_time in (True, False):
            # What the grants cover comes first: what staff pay outside every period takes the rest of what is
            # kept for refunds; sessions in the network stay for the clinics.
            for spent in sorted(use.sessions, key=lambda session: session.on):
                fitting = [
                    kept
                    for kept in own
                    if kept.treatment == spent.treatment
                    and left[kept.guarantee_id]
                    and (kept.allows(spent.on) or (kept.is_for_refunds and not is_in_time))
                ]
                if fitting and spent.reference not in taken:
                    source = min(fitting, key=lambda kept: kept.last_day).guarantee_id
                    taken[spent.reference] = source
                    left[source] -= 1
        return (replace(spent, guarantee_id=taken.get(spent.reference)) for spent in use.sessions)
