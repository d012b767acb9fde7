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


def acute_need(asked: Question) -> AcuteNeed | None:
    """Returns the need of a report: of a doctor at once, or of someone to talk to; else None.

    A crisis is a wish for crisis help, or one of the events that give a right to it (R-7141, R-7142).
    """
    if asked.treatment.type == ACUTE or LIFE_THREATENING in (asked.condition.circumstances or ()):
        return "acute"
    if asked.treatment.type == CRISIS_HELP or asked.event.kind:
        return "crisis"
    return None
