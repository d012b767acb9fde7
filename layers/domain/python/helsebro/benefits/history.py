"""The rows of a benefit ledger as the coverage engine counts them: earlier treatments of a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helsebro.benefits.reservation import Portion, Purpose, Reservation
from helsebro.benefits.use import Use
from helsebro.coverage.question.question import Earlier, Question


@dataclass(frozen=True)
class View:
    """How the ledger is looked at: for which question of which claim, and as it stood on which day.

    ``today`` tells what lies ahead: on a day after it, a reservation past its last day counts no more.
    """

    question: Question
    claim_id: str | None
    as_of: date
    today: date

    @property
    def day(self) -> date:
        """The day the treatment asked about is counted on."""
        return self.question.treatment.starts_on or self.as_of

    def counts(self, reservation: Reservation) -> bool:
        """Whether what is left of it may still be used."""
        is_over = reservation.last_day < self.as_of and not reservation.closed_on
        return not (is_over and self.today < self.as_of)

    def condition_key(self, purpose: Purpose) -> str | None:
        """Whether it was for the illness or injury asked about, as far as that is known."""
        if self.claim_id and purpose.claim_id == self.claim_id:
            return "same"
        condition = self.question.condition
        pairs = ((condition.category, purpose.category), (condition.arisen_on, purpose.arisen_on))
        known = [(one, other) for one, other in pairs if one is not None and other is not None]
        if any(one != other for one, other in known):
            return "other"
        return "same" if len(known) == len(pairs) else None

    def course_ended_on(self, reservation: Reservation | None) -> date | None:
        """The end of its course, once it has come."""
        ended = reservation.course_ended_on if reservation else None
        return ended if ended and ended <= self.as_of else None


def reserved(view: View, reservation: Reservation, gone: int) -> Iterator[Earlier]:
    """What is left of a reservation of which so many sessions are gone."""
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


def used(view: View, use: Use, taken_from: dict[str, Reservation]) -> Iterator[Earlier]:
    """The sessions of a use, each on its own day."""
    for spent in use.as_of(view.as_of):
        reservation = taken_from.get(spent.guarantee_id or "")
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
