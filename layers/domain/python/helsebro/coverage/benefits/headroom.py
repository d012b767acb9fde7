"""Room: what is left in every window that a treatment counts in, before more is granted or paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, cast

from helsebro.coverage.engine import situation_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.coverage.rules.account import account_of
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import Product
from helsebro.money import Money

Unit = Literal["sessions", "hours", "money"]
ONE_GRANT = "grant"
"""The window of a cap on one portion: it says who may grant more, not that there is no more."""


@dataclass(frozen=True)
class Room:
    """One cap: its limit, what is surely used of it, and what is left, all of the same unit.

    Money is in the policy's currency. ``window_from`` and ``window_until`` are the window's first and last
    day, both inside it; ``None`` is without end on that side. ``perhaps`` is what may be used beside
    ``used``, by rows of which too little is told: infinite where a row has no known amount.
    """

    rule: str
    clause: str
    unit: Unit
    limit: Decimal
    used: Decimal
    left: Decimal
    window_from: date | None
    window_until: date | None
    perhaps: Decimal = Decimal(0)


def room(question: Question, cover: Cover, today: date, terms: Product | None = None) -> tuple[Room, ...]:
    """Every cap that surely counts this treatment, in the order of the terms, with what its history leaves.

    A cap whose condition hangs on a fact nobody knows is left out, and so are the sizes of one portion.
    """
    chapter, situation = situation_of(question, cover, question.as_of or today, terms)
    found = []
    for rule in chapter.rules:
        if is_window(rule) and rule.row.when.test(situation.facts) is True:
            account = account_of(rule.row)(situation)
            first, end = account.window
            found.append(
                Room(
                    rule=rule.id,
                    clause=rule.clause,
                    unit=cast("Unit", account.unit),
                    limit=account.limit,
                    used=account.used,
                    left=account.left,
                    window_from=first,
                    window_until=end and end - timedelta(days=1),
                    perhaps=account.perhaps,
                )
            )
    return tuple(found)


def is_window(rule: Rule) -> bool:
    """Whether the rule caps what is used in a window of time, a condition or a lifetime."""
    row = rule.row
    return (
        rule.kind == "cap" and row.text("window") != ONE_GRANT and not row.parameters.get("onlyUsedUp", False)
    )


def crossed(
    rooms: Sequence[Room],
    sessions: int | None = None,
    hours: int | float | Decimal | None = None,
    amount: Money | None = None,
) -> tuple[Room, ...]:
    """The caps that so many sessions or hours, or so much money in all, would pass; ``None`` is not counted.

    Only what is surely used counts against a room: whether a row nobody has told enough of belongs to it is
    for the person who decides.
    """
    wanted: dict[str, Decimal | None] = {
        "sessions": None if sessions is None else Decimal(sessions),
        "hours": None if hours is None else Decimal(str(hours)),
        "money": None if amount is None else amount.amount,
    }
    return tuple(one for one in rooms if (asked := wanted[one.unit]) is not None and asked > one.left)
