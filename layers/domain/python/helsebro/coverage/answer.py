"""Answer: the engine's answer to a question of cover, as it is shown and stored (api.md, Coverage)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from helsebro.coverage.trail import Trail
from helsebro.money import Money

Outcome = Literal["covered", "not-covered", "refer", "needs-evidence"]
Settlement = Literal["direct", "refund"]

RANK: dict[Outcome, int] = {"not-covered": 0, "needs-evidence": 1, "refer": 2, "covered": 3}
"""Outcomes, ranked from the worst for the person."""


@dataclass(frozen=True)
class Flip:
    """A fact that would give a better outcome if it had this value."""

    fact: str
    value: object
    outcome: Outcome


@dataclass(frozen=True)
class Grant:
    """What is granted: sessions or hours, the amount per session and in total, the last day, the
    last day to begin, and who is paid.

    ``None`` is not known; ``sessions`` and ``hours`` are also ``None`` when the treatment is not counted in
    them. ``first_session`` is the amount of the first session, where it is another than ``per_session``.
    """

    sessions: int | None = None
    hours: float | None = None
    payable: Money | None = None
    per_session: Money | None = None
    valid_until: date | None = None
    settlement: Settlement | None = None
    begin_by: date | None = None
    first_session: Money | None = None


@dataclass(frozen=True)
class Answer:
    """The outcome, the trail of every rule that applied, and what would change the outcome.

    ``missing`` are paths of the question's body, of a denial only those that can turn it; from
    ``covered_from`` on it is covered without any other change. ``grant`` is set when the outcome is
    ``covered`` or ``refer``; ``amount_hangs_on`` are the missing facts that leave its amount open.
    ``policy_number`` and ``product`` are None without a policy.
    """

    outcome: Outcome
    trail: Trail = field(default_factory=Trail)
    grant: Grant | None = None
    missing: tuple[str, ...] = ()
    flips: tuple[Flip, ...] = ()
    covered_from: date | None = None
    amount_hangs_on: tuple[str, ...] = ()
    policy_number: str | None = None
    product: str | None = None
