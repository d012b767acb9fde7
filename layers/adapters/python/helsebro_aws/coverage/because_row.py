"""The rows of ``because``: of a rule, and of what no rule says, such as the reason that staff wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro.coverage.texts.shown_trail import ShownTrail
    from helsebro.coverage.trail import Step
    from helsebro_aws.coverage.trail_answer import TrailRowAnswer

OF_A_ROW = ("rule", "clause", "clauseText", "detail", "facts")


def because_of_rule(trail: ShownTrail, step: Step) -> dict[str, Any]:
    """Returns what decided as the row of a rule, without its effect."""
    row = to_item(trail.row(step))
    return {name: row[name] for name in OF_A_ROW}


def because_of(said: str) -> TrailRowAnswer:
    """Returns what decided as a row without a rule."""
    return {"rule": "", "clause": "", "clauseText": "", "detail": said, "facts": {}}
