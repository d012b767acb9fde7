"""Caps: checks that a grant fits into every window in which it could be used (R-1301, R-832)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from helsebro.benefits.ledger import NONE_FREE, FreeSessions, Ledger, LedgerPart
from helsebro.benefits.use import Spent, Use
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId
from helsebro.money import Money

if TYPE_CHECKING:
    from helsebro.coverage.benefits.headroom import Room
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Earlier, Question, Treatment

USED: tuple[LedgerPart, ...] = ("used",)
RESERVED: tuple[LedgerPart, ...] = ("reserved",)


class BenefitExceeded(BadInput):
    """A grant exceeds what a cap leaves after all reservations; it has one fault for each cap.

    The fact ``exceeded`` lists each cap's rule, clause, unit, limit, what is left, and its window.
    """

    code = "benefit-exceeded"

    def __init__(self, passed: Sequence[tuple[str, Room]]) -> None:
        super().__init__([_fault(pointer, room) for pointer, room in passed])
        self.facts = {"exceeded": [_as_json(room) for _, room in passed]}

    def beside(self, others: Sequence[Fault]) -> BenefitExceeded:
        """Returns it with the other faults of the same grant first."""
        self.faults = (*others, *self.faults)
        return self


@dataclass(frozen=True)
class Asked:
    """The grant to check, usable from ``first_day`` to ``last_day``; a field that is None is not counted."""

    first_day: date
    last_day: date
    sessions: int | None = None
    hours: int | float | None = None
    amount: Money | None = None

    def days(self) -> Iterator[date]:
        """Yields a day in each one-year window that the period touches."""
        from helsebro.coverage.question.windows import add_months

        day, years = self.first_day, 0
        while day < self.last_day:
            yield day
            years += 1
            day = add_months(self.first_day, 12 * years)
        yield self.last_day


def passed(
    question: Question, cover: Cover, ledger: Ledger, asked: Asked, *, claim_id: ClaimId, today: date
) -> list[Room]:
    """Returns the caps that the grant exceeds, each once, with what is left in the tightest window."""
    found: dict[str, Room] = {}
    for day in asked.days():
        about = replace(question, treatment=replace(question.treatment, starts_on=day))
        history = (*question.history, *ledger.history(about, today, claim_id=claim_id))
        for room in crossed_on(about, cover, history, asked, today):
            if room.rule not in found or room.left < found[room.rule].left:
                found[room.rule] = room
    return list(found.values())


def passed_by_refund(
    question: Question, cover: Cover, ledger: Ledger, use: Use, today: date, free: FreeSessions = NONE_FREE
) -> list[tuple[int, Room]]:
    """Returns the caps that a refund's treatments exceed, each with the index of the first that does.

    What the claim has reserved for its bills is taken for them, one treatment after the other.
    """
    found: dict[str, tuple[int, Room]] = {}
    claim_id = use.purpose.claim_id
    for number, spent in enumerate(use.sessions):
        about = replace(question, treatment=_billed(question, spent))
        before = ledger.consume(replace(use, sessions=use.sessions[:number]), free)
        after = ledger.consume(replace(use, sessions=use.sessions[: number + 1]), free)
        history = (
            *question.history,
            *before.history(about, today, claim_id=claim_id, parts=USED),
            *after.history(about, today, claim_id=claim_id, parts=RESERVED),
        )
        asked = Asked(spent.on, spent.on, sessions=1, amount=spent.amount)
        for room in crossed_on(about, cover, history, asked, today):
            found.setdefault(room.rule, (int(spent.reference), room))
    return list(found.values())


def _billed(question: Question, spent: Spent) -> Treatment:
    return replace(
        question.treatment,
        type=spent.treatment,
        starts_on=spent.on,
        in_network=False,
        sessions=1,
        cost=spent.amount,
    )


def crossed_on(
    question: Question, cover: Cover, history: tuple[Earlier, ...], asked: Asked, today: date
) -> tuple[Room, ...]:
    """Returns the caps that the grant exceeds on the day of the question, after this history."""
    from helsebro.coverage.benefits.headroom import crossed, room

    rooms = room(replace(question, history=history, as_of=today), cover, today)
    amount = asked.amount if asked.amount and asked.amount.currency == cover.annual_sum.currency else None
    return crossed(rooms, asked.sessions, asked.hours, amount)


def _as_json(room: Room) -> dict[str, object]:
    window = {"windowFrom": room.window_from, "windowUntil": room.window_until}
    return {
        "rule": room.rule,
        "clause": room.clause,
        "unit": room.unit,
        "limit": _number(room, room.limit),
        "left": _number(room, room.left),
        **{name: day.isoformat() for name, day in window.items() if day},
    }


def _fault(pointer: str, room: Room) -> Fault:
    """Returns the fault of a cap; its text says what is left in the words of the cap's unit."""
    numbers = {"left": str(_number(room, room.left)), "limit": str(_number(room, room.limit))}
    facts = {"text": f"past-the-cap-{room.unit}", "clause": room.clause, **numbers}
    return Fault(pointer, "past-the-cap", "", facts)


def _number(room: Room, value: Decimal) -> str | int | float:
    if room.unit == "money":
        return f"{value:.2f}"
    return int(value) if value == int(value) else float(value)
