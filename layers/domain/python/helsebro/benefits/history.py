"""Turns the rows of a benefit ledger into the earlier treatments that the coverage engine counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from helsebro.benefits.reservation import Portion, Purpose, Reservation
from helsebro.benefits.use import Use
from helsebro.coverage.question.question import Earlier, Question
from helsebro.coverage.question.taken_as_given import arisen_on, category_of
from helsebro.ids import ClaimId, GuaranteeId


@dataclass(frozen=True)
class View:
    """The question and claim that the ledger is read for, and the day ``as_of`` which it is read.

    When ``as_of`` is after ``today``, a reservation past its last day no longer counts.
    """

    question: Question
    claim_id: ClaimId | None
    as_of: date
    today: date

    @property
    def day(self) -> date:
        """The day on which the requested treatment counts."""
        return self.question.treatment.starts_on or self.as_of

    def counts(self, reservation: Reservation) -> bool:
        """Returns whether the rest of the reservation may still be used."""
        is_over = reservation.last_day < self.as_of and not reservation.closed_on
        return not (is_over and self.today < self.as_of)

    def condition_key(self, purpose: Purpose) -> str | None:
        """Returns ``same`` or ``other`` for the question's illness or injury, None when it is unknown."""
        if self.claim_id and purpose.claim_id == self.claim_id:
            return "same"
        pairs = (
            (category_of(self.question), purpose.category),
            (arisen_on(self.question), purpose.arisen_on),
        )
        known = [(ours, theirs) for ours, theirs in pairs if ours is not None and theirs is not None]
        if any(ours != theirs for ours, theirs in known):
            return "other"
        return "same" if len(known) == len(pairs) else None

    def course_ended_on(self, reservation: Reservation | None) -> date | None:
        """Returns the day the course ended, None when it has not ended by ``as_of``."""
        ended = reservation.course_ended_on if reservation else None
        return ended if ended and ended <= self.as_of else None


def reserved(view: View, reservation: Reservation, gone: int) -> Iterator[Earlier]:
    """Yields what is left of a reservation after ``gone`` sessions were used or released."""
    for portion, sessions in reservation.remainders(gone):
        yield Earlier(
            treatment_type=reservation.treatment,
            on=reservation.on(view.day),
            condition_key=view.condition_key(reservation.purpose),
            sessions=sessions,
            cost=portion.per_session * sessions if portion.per_session else None,
            in_network=reservation.in_network,
            course_ended_on=view.course_ended_on(reservation),
            hours=_hours(portion, sessions),
            product=reservation.purpose.product,
            reserved=True,
        )


def used(view: View, use: Use, taken_from: Mapping[GuaranteeId, Reservation]) -> Iterator[Earlier]:
    """Yields the sessions of a use, each on its own day."""
    for spent in use.as_of(view.as_of):
        reservation = taken_from.get(spent.guarantee_id or GuaranteeId(""))
        yield Earlier(
            treatment_type=spent.treatment,
            on=spent.on,
            condition_key=view.condition_key(use.purpose),
            cost=spent.amount,
            in_network=use.in_network,
            course_ended_on=view.course_ended_on(reservation),
            hours=_hours(reservation.portions[0], 1) if reservation else None,
            product=use.purpose.product,
        )


def _hours(portion: Portion, sessions: int) -> float | None:
    return None if portion.hours is None else portion.hours * sessions / portion.sessions
