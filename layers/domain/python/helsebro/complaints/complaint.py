"""Complaint (klage): the three steps of a complaint about a decision, in order (F3-21, R-1501)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from helsebro.errors import Conflict

ComplaintStep = Literal["department", "quality", "board"]

STEPS: tuple[ComplaintStep, ...] = ("department", "quality", "board")
"""The department that decided, then the quality department, then the complaints board (R-1501)."""


class StepOutOfOrder(Conflict):
    """The step is not the next one. ``nextStep`` is, and is absent when all steps have been taken."""

    code = "complaint-step-order"


def next_step(taken: Sequence[str]) -> ComplaintStep | None:
    """Returns the step after those taken; None after the last, when only the courts are left (R-1502)."""
    return next((step for step in STEPS if step not in taken), None)


def steps_left(taken: Sequence[str]) -> tuple[ComplaintStep, ...]:
    """Returns the steps after those taken, in order."""
    following = next_step(taken)
    return STEPS[STEPS.index(following) :] if following else ()


def must_be_next(step: str, taken: Sequence[str]) -> None:
    """Raises ``StepOutOfOrder`` for a step that comes too early or was already taken."""
    following = next_step(taken)
    if step != following:
        raise StepOutOfOrder(**({"nextStep": following} if following else {}))
