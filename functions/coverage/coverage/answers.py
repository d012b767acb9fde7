"""What the routes of coverage answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field

from helsebro_aws.claims.urgent.safety_answer import AcuteSafety
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.coverage.coverage_answer import CoverageAnswer
from helsebro_aws.coverage.trail_answer import AlternativeAnswer


class SimulatedCoverageAnswer(CoverageAnswer):
    """The answer to a question of cover, with the alternatives and the next steps."""

    alternatives: Annotated[
        list[AlternativeAnswer],
        Field(description="The same under each policy, in and out of the network. The best comes first."),
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(description="What the member can do when it is not covered; else empty."),
    ]
    safety: NotRequired[AcuteSafety]
