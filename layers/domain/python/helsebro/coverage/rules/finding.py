"""A finding: what one rule says about one situation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from helsebro.coverage.answer import Settlement
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.trail import Effect


@dataclass(frozen=True, slots=True)
class Finding:
    """One entry of a trail before it is written.

    ``denies`` says that it is not covered, ``until`` is the day on which waiting ends that; ``missing`` are
    the paths of facts or papers it depends on. The other fields limit the grant: the number of sessions or
    hours, the amount per session and in total (in the policy's currency), its last valid day, and the last
    day to begin. ``less_subsidy`` deducts the subsidy from the price, ``less`` is another amount of a session
    that is not paid. ``others_pay`` is what another insurer, with whom the price is shared, would pay alone
    for one session. ``amount_open`` says that the amount depends on an unknown fact.
    """

    effect: Effect
    facts: Mapping[str, object] = field(default_factory=dict)
    denies: bool = False
    until: date | None = None
    missing: tuple[str, ...] = ()
    sessions: int | None = None
    hours: float | None = None
    per_session: Decimal | None = None
    total: Decimal | None = None
    valid_until: date | None = None
    begin_by: date | None = None
    settlement: Settlement | None = None
    less_subsidy: bool = False
    less: Decimal | None = None
    others_pay: Decimal | None = None
    amount_open: bool = False


Evaluate = Callable[[Situation], Finding | None]
"""The evaluation of a row: it returns ``None`` when the rule does not apply."""


OWN_ANSWERS = frozenset({"evidence.approvedBeforehand"})
"""Facts that the staff decide themselves: a person decides the case, and nobody has to send anything."""


def unknown(paths: tuple[str, ...]) -> Finding:
    """Returns the finding of a rule that depends on unknown facts; all the staff's own refer it."""
    missing = tuple(path for path in dict.fromkeys(paths) if path not in OWN_ANSWERS)
    if not missing and paths:
        return Finding("refer", {"unknown": sorted(OWN_ANSWERS.intersection(paths))})
    return Finding("require", {"unknown": list(missing)}, missing=missing)


__all__ = ["OWN_ANSWERS", "Effect", "Evaluate", "Finding", "unknown"]
