"""Acute need: what a person states that cannot wait for an answer from us (R-603, F3-22).

Facts of a report say it, and so do the person's own words (``acute_words``).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from helsebro.coverage.question.question import Question

AcuteNeed = Literal["acute", "crisis"]
"""A doctor at once, or someone to talk to."""
ACUTE = "acute"
"""The type of a treatment at A&E, by ambulance or by the doctor on call (R-603, R-825)."""
LIFE_THREATENING = "life-threatening"
CRISIS_HELP = "crisis-help"
SELF_HARM = "intent"
"""The person says that the injury is the own deed, on purpose."""


def needs_of(asked: Question) -> frozenset[AcuteNeed]:
    """Returns the needs that the facts of a report state; none for a report that can wait.

    A crisis is a wish for crisis help, one of the events that give a right to it (R-7141, R-7142), or an
    injury that the person did to themselves.
    """
    circumstances = asked.condition.circumstances or ()
    needs = set[AcuteNeed]()
    if asked.treatment.type == ACUTE or LIFE_THREATENING in circumstances:
        needs.add("acute")
    if SELF_HARM in circumstances or asked.treatment.type == CRISIS_HELP or asked.event.kind:
        needs.add("crisis")
    return frozenset(needs)


def first_need(needs: AbstractSet[AcuteNeed]) -> AcuteNeed | None:
    """Returns the need that comes first: where life may be in danger, the doctor."""
    if "acute" in needs:
        return "acute"
    return "crisis" if needs else None
