"""Administration: what the terms say about prices, notices, deadlines and complaints.

It decides no treatment. The rest of the domain reads its numbers with ``Product.parameter`` and
``Product.words``.
"""

from __future__ import annotations

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row

NAME = "administration"
"""The name of this kind in a row; a question of cover never evaluates its rules."""
AREAS = (
    "tax-report",
    "reporting",
    "deadlines",
    "information",
    "continuation",
    "price",
    "index",
    "payment",
    "notice",
    "complaint",
)
"""The areas of work that a row is used in."""


def build(_row: Row) -> Evaluate:
    """Returns no finding for any question."""

    def evaluate(_situation: Situation) -> Finding | None:
        return None

    return evaluate


KIND = Kind(
    build,
    lambda _row: frozenset(),
    {
        "usedIn": AREAS.__contains__,
        "days": fields.count,
        "workingDays": fields.count,
        "months": fields.count,
        "monthsAfter": fields.count,
        "dayOfMonth": fields.count,
        "timesAYear": fields.count,
        "percentAtMost": fields.count,
        "guaranteed": fields.flag,
        "phone": fields.words,
        "factors": fields.words,
        "steps": fields.words,
    },
    frozenset({"usedIn"}),
)
