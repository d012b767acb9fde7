"""Complaint (klage): the three steps a member may take against a decision, in order (F3-21, R-1501)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from helsebro.errors import Conflict

Step = Literal["department", "quality", "board"]

STEPS: tuple[Step, ...] = ("department", "quality", "board")
"""The department that decided, then the quality department, then the complaints board (R-1501)."""


class StepOutOfOrder(Conflict):
    """A step that is not the next one; ``nextStep`` says which is, absent when all have been taken."""

    code = "complaint-step-order"


def next_step(taken: Sequence[str]) -> Step | None:
    """The step that follows those taken; ``None`` after the last, when only the courts are left (R-1502)."""
    return next((step for step in STEPS if step not in taken), None)


def must_be_next(step: str, taken: Sequence[str]) -> None:
    """Raises ``StepOutOfOrder`` for a step before its turn, or taken before."""
    following = next_step(taken)
    if step != following:
        raise StepOutOfOrder(**({"nextStep": following} if following else {}))
