"""Acute need: a report whose facts say that help cannot wait for an answer from us (R-603, F3-22).

Only facts that the member states decide; no one reads words into the description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from helsebro.coverage.question.question import Question

AcuteNeed = Literal["acute", "crisis"]
ACUTE = "acute"
"""The type of a treatment at A&E, by ambulance or by the doctor on call (R-603, R-825)."""
LIFE_THREATENING = "life-threatening"
CRISIS_HELP = "crisis-help"
SELF_HARM = "intent"
"""The person says that the injury is the own deed, on purpose."""


def acute_need(asked: Question) -> AcuteNeed | None:
    """Returns the need of a report: of a doctor at once, or of someone to talk to; else None.

    A crisis is a wish for crisis help, one of the events that give a right to it (R-7141, R-7142), or an
    injury that the person did to themselves.
    """
    if asked.treatment.type == ACUTE or LIFE_THREATENING in (asked.condition.circumstances or ()):
        return "acute"
    return "crisis" if is_in_crisis(asked) else None


def is_in_crisis(asked: Question) -> bool:
    """Returns whether someone to talk to may help, also where a doctor must come at once."""
    harmed = SELF_HARM in (asked.condition.circumstances or ())
    return harmed or asked.treatment.type == CRISIS_HELP or bool(asked.event.kind)
