"""Administration: what the terms say about prices, notices, deadlines and complaints.

No treatment hangs on it. Its numbers are data that the rest of the domain reads by ``Product.parameter`` and
``Product.words``.
"""

from __future__ import annotations

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row

NAME = "administration"
"""What a row calls this kind; a question of cover never asks its rules."""
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
"""What part of the work a row is used in."""


def build(_row: Row) -> Evaluate:
    """Has no bearing on any question."""

    def evaluate(_situation: Situation) -> Finding | None:
        return None

    return evaluate


KIND = Kind(
    build,
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
