"""Benefit ledger: what one person has reserved and used of all benefits at one payer (R-1301, Q12).

A reservation is made when sessions are granted, becomes a use when they are invoiced or refunded, and is
released when its guarantee ends. Whoever stores a change does so on the condition that ``revision`` is still
the one that was read, hence two grants at once never pass a cap.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from helsebro.benefits.reservation import Portion, Purpose, Release, Reservation
from helsebro.benefits.use import Spent, Use

if TYPE_CHECKING:
    from helsebro.coverage.question.question import Earlier, Question

Part = Literal["reserved", "used"]
EVER = date.max


@dataclass(frozen=True)
class Ledger:
    """All reservations and uses of one person at one payer; ``revision`` is 0 while there are none."""

    payer: str
    person_id: str
    revision: int = 0
    reservations: tuple[Reservation, ...] = ()
    uses: tuple[Use, ...] = ()

    # What it says

    def reservation(self, guarantee_id: str | None) -> Reservation | None:
        """A guarantee's reservation; None for one that was issued before there was a ledger."""
        return next((one for one in self.reservations if one.guarantee_id == guarantee_id), None)

    def use(self, use_id: str) -> Use | None:
        """What an invoice or a refund uses, if anything."""
        return next((one for one in self.uses if one.use_id == use_id), None)

    def backed(self, guarantee_id: str) -> int:
        """How many of a guarantee's sessions are reserved or used: an extension reserves what lacks."""
        known = self.reservation(guarantee_id)
        return known.sessions - known.sessions_released if known else 0

    def left(self, guarantee_id: str) -> int:
        """The sessions reserved for a guarantee and not yet used."""
        known = self.reservation(guarantee_id)
        return max(known.sessions - self._gone(known, EVER), 0) if known else 0

    def history(
        self,
        question: Question | None,
        as_of: date,
        *,
        claim_id: str | None = None,
        today: date | None = None,
        parts: tuple[Part, ...] = ("reserved", "used"),
    ) -> tuple[Earlier, ...]:
        """Everything that was reserved or used by ``as_of``, as the engine counts earlier treatments.

        ``claim_id`` is the claim that the ``question`` is of. What is reserved counts on the treatment's day,
        or as near to it as the reservation's period allows; when ``as_of`` is after ``today``, one past its
        last day counts no more. The rows are in the order of their days.
        """
        from helsebro.benefits import history as rows_of
        from helsebro.coverage.question.question import Question, Treatment

        view = rows_of.View(question or Question(Treatment("")), claim_id, as_of, today or as_of)
        rows: list[Earlier] = []
        if "reserved" in parts:
            for then in filter(None, (one.as_of(as_of) for one in self.reservations)):
                if view.counts(then):
                    rows += rows_of.reserved(view, then, self._gone(then, as_of))
        if "used" in parts:
            of = {one.guarantee_id: one for one in self.reservations}
            for use in self.uses:
                rows += rows_of.used(view, use, of)
        return tuple(sorted(rows, key=lambda row: (row.on, row.treatment_type)))

    def making_room_for(self, asked: Use) -> Ledger:
        """The ledger as what a refund asks for reads it: what is reserved for its sessions makes way."""
        taken = [one.guarantee_id for one in self._drawn(asked)]
        kept = tuple(one.without(taken.count(one.guarantee_id)) for one in self.reservations)
        return replace(self, reservations=kept)

    # What happens to it

    def reserve(
        self, guarantee_id: str, purpose: Purpose, treatment: str, in_network: bool | None, portion: Portion
    ) -> Ledger:
        """With a portion reserved for a guarantee, once for each ``portion_id``."""
        known = self.reservation(guarantee_id)
        if known:
            return self._with(known, known.with_portion(portion))
        made = Reservation(guarantee_id, purpose, treatment, in_network, (portion,))
        return replace(self, reservations=(*self.reservations, made))

    def consume(self, use: Use) -> Ledger:
        """With an invoice's or refund's sessions used, once; told again it may only become settled.

        A refund's sessions are taken from what the same claim has reserved outside the network.
        """
        known = self.use(use.use_id)
        if known:
            return self._with_use(known, replace(known, settled=known.settled or use.settled))
        drawn = replace(use, sessions=tuple(self._drawn(use))) if use.source == "refund" else use
        return replace(self, uses=(*self.uses, drawn))

    def give_back(self, use_id: str, references: Collection[str], on: date) -> Ledger:
        """With sessions of an invoice credited: they are reserved again, or used no more."""
        known = self.use(use_id)
        return self._with_use(known, known.credited(references, on)) if known else self

    def release(self, guarantee_id: str, standing: int, on: date, *, last: bool) -> Ledger:
        """With everything given back that no session stands for.

        ``standing`` counts the sessions held, invoiced ones too, and those that may yet be told held;
        ``last`` says that there are none of the latter, so that nothing more is to come.
        """
        known = self.reservation(guarantee_id)
        if known is None:
            return self
        kept = max(standing - len(self._spent(known, EVER)), 0)
        spare = max(self.left(guarantee_id) - kept, 0)
        released = (*known.released, Release(on, spare)) if spare else known.released
        closed_on = known.closed_on or (on if last else None)
        return self._with(known, replace(known, released=released, closed_on=closed_on))

    def revoke(self, guarantee_id: str, standing: int, on: date, *, last: bool) -> Ledger:
        """With the guarantee's last day moved to the day it is revoked, and released as in ``release``."""
        known = self.reservation(guarantee_id)
        cut = self._with(known, replace(known, cut_on=on)) if known else self
        return cut.release(guarantee_id, standing, on, last=last)

    def end_course(self, guarantee_id: str, on: date) -> Ledger:
        """With a guarantee's course ended on a day, the latest that was told (Q17)."""
        known = self.reservation(guarantee_id)
        if known is None:
            return self
        return self._with(known, replace(known, course_ended_on=max(known.course_ended_on or on, on)))

    # How it counts

    def _with(self, before: Reservation, after: Reservation) -> Ledger:
        changed = tuple(after if one is before else one for one in self.reservations)
        return replace(self, reservations=changed)

    def _with_use(self, before: Use, after: Use) -> Ledger:
        return replace(self, uses=tuple(after if one is before else one for one in self.uses))

    def _spent(self, reservation: Reservation, as_of: date) -> list[Spent]:
        wanted = reservation.guarantee_id
        return [one for use in self.uses for one in use.as_of(as_of) if one.guarantee_id == wanted]

    def _gone(self, reservation: Reservation, as_of: date) -> int:
        return len(self._spent(reservation, as_of)) + reservation.sessions_released

    def _drawn(self, use: Use) -> Iterator[Spent]:
        own = [one for one in self.reservations if one.is_for_refunds_of(use.purpose.claim_id)]
        left = {one.guarantee_id: self.left(one.guarantee_id) for one in own}
        for spent in use.sessions:
            fitting = (one.guarantee_id for one in own if one.treatment == spent.treatment)
            source = next((guarantee_id for guarantee_id in fitting if left[guarantee_id]), None)
            if source:
                left[source] -= 1
            yield replace(spent, guarantee_id=source)
