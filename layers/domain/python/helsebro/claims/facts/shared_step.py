"""Shared step: a rule that shares the price with another insurer (R-1415)."""

from __future__ import annotations

from helsebro.coverage.trail import Step

THEIRS = "theirs"
"""What a rule found that the other insurer would pay alone."""


def is_shared(step: Step) -> bool:
    """Returns whether a rule shares the price with another insurer."""
    return step.effect == "cap" and THEIRS in step.facts
