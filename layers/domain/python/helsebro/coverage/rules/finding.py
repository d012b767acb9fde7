"""A finding: what one rule says about one situation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from helsebro.coverage.answer import Effect, Settlement
from helsebro.coverage.question.facts import Situation


@dataclass(frozen=True, slots=True)
class Finding:
    """One entry of a trail before it is told.

    ``denies`` says that it is not covered, ``until`` from which day waiting cures that; ``missing`` are the
    paths of facts or papers it hangs on. The rest limits the grant: at most so many sessions or hours, so
    much a session and in all (amounts in the policy's currency), valid at most until a day. ``less_subsidy``
    takes the subsidy off the price, ``others_pay`` is what another insurer would pay of one session alone,
    with whom the price is shared; ``amount_open`` says that the amount hangs on a fact nobody knows.
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
    settlement: Settlement | None = None
    less_subsidy: bool = False
    others_pay: Decimal | None = None
    amount_open: bool = False


Evaluate = Callable[[Situation], Finding | None]
"""What a rule kind makes of a row: ``None`` when the rule has no bearing."""


def unknown(paths: tuple[str, ...]) -> Finding:
    """The finding of a rule that hangs on facts nobody has told."""
    missing = tuple(dict.fromkeys(paths))
    return Finding("require", {"unknown": list(missing)}, missing=missing)


__all__ = ["Effect", "Evaluate", "Finding", "unknown"]
