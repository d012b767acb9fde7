"""Room: what is left in every window that counts a treatment, before more is granted or paid."""

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


@dataclass(frozen=True)
class Room:
    """One cap: its limit, what is certainly used of it, and what is left, all in ``unit``.

    Money is in the policy's currency. ``window_from`` and ``window_until`` are the window's first and last
    day, both included; ``None`` means no end on that side. ``possibly_used`` is what may be used besides
    ``used``, by rows with unknown facts: infinite when a row has no known amount.
    """

    rule: str
    clause: str
    unit: Unit
    limit: Decimal
    used: Decimal
    left: Decimal
    window_from: date | None
    window_until: date | None
    possibly_used: Decimal = Decimal(0)


def room(question: Question, cover: Cover, today: date, terms: Product | None = None) -> tuple[Room, ...]:
    """Returns every cap that certainly counts this treatment, in the order of the terms, with what is left.

    A cap whose condition depends on an unknown fact is left out.
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
                    possibly_used=account.possibly_used,
                )
            )
    return tuple(found)


def is_window(rule: Rule) -> bool:
    """Returns whether the rule caps what is used in a window of time, for a condition or in a lifetime."""
    return rule.kind == "cap" and not rule.row.parameters.get("onlyUsedUp", False)


def crossed(
    rooms: Sequence[Room],
    sessions: int | None = None,
    hours: int | float | Decimal | None = None,
    amount: Money | None = None,
) -> tuple[Room, ...]:
    """Returns the caps that the sessions, hours or total amount would exceed; ``None`` is not counted.

    Only what is certainly used counts against a room: the person who decides judges whether a row with
    unknown facts belongs to it.
    """
    wanted: dict[str, Decimal | None] = {
        "sessions": None if sessions is None else Decimal(sessions),
        "hours": None if hours is None else Decimal(str(hours)),
        "money": None if amount is None else amount.amount,
    }
    return tuple(cap for cap in rooms if (asked := wanted[cap.unit]) is not None and asked > cap.left)
