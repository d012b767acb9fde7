"""Totals: a person's benefit ledger line by line, for the tests that check it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Purpose, Reservation
from helsebro.benefits.use import Spent, Use
from helsebro.money import Money


@dataclass(frozen=True)
class Total:
    """The sessions and money of a guarantee, or of a use without a reservation.

    ``line_id`` is the id of the guarantee, invoice or refund. ``granted`` is the total that was reserved,
    ``reserved`` what is left of it, ``paid`` what the payer pays for the used part; None when none is used.
    """

    line_id: str
    purpose: Purpose
    treatment: str
    in_network: bool | None
    granted: int
    reserved: int
    used: int
    released: int
    paid: Money | None
    first_day: date
    last_day: date
    course_ended_on: date | None = None


def totals(ledger: Ledger) -> tuple[Total, ...]:
    """Returns a line for each guarantee and for each session used without one, the oldest first."""
    spent = [(use, session) for use in ledger.uses for session in use.as_of(date.max)]
    lines = [
        _of_reservation(
            kept,
            ledger.left(kept.guarantee_id),
            [session for _, session in spent if session.guarantee_id == kept.guarantee_id],
        )
        for kept in ledger.reservations
    ]
    lines += [
        _of_session(use, session)
        for use, session in spent
        if ledger.reservation(session.guarantee_id) is None
    ]
    return tuple(sorted(lines, key=lambda line: (line.first_day, line.line_id)))


def _of_reservation(reservation: Reservation, left: int, spent: list[Spent]) -> Total:
    return Total(
        line_id=reservation.guarantee_id,
        purpose=reservation.purpose,
        treatment=reservation.treatment,
        in_network=reservation.in_network,
        granted=reservation.sessions,
        reserved=left,
        used=len(spent),
        released=reservation.sessions_released,
        paid=_sum(session.amount for session in spent),
        first_day=reservation.first_day,
        last_day=reservation.last_day,
        course_ended_on=reservation.course_ended_on,
    )


def _of_session(use: Use, spent: Spent) -> Total:
    return Total(
        line_id=use.use_id,
        purpose=use.purpose,
        treatment=spent.treatment,
        in_network=use.in_network,
        granted=1,
        reserved=0,
        used=1,
        released=0,
        paid=spent.amount,
        first_day=spent.on,
        last_day=spent.on,
    )


def _sum(amounts: Iterable[Money]) -> Money | None:
    total: Money | None = None
    for amount in amounts:
        total = amount if total is None else total + amount
    return total
