"""What the public check of a guarantee answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.guarantees.shapes.guarantee_answer import GuaranteeStatusShown, LastDay, SettlementShown
from helsebro_aws.http.fields.shown import DayShown


class GuaranteeValidityAnswer(TypedDict):
    """Whether a guarantee is valid and for what; nothing about the person, the payer or the clinic."""

    status: GuaranteeStatusShown
    treatment: TreatmentType
    sessionsLeft: Annotated[
        int,
        Field(
            ge=0,
            description="How many sessions are not yet held; 0 once the course has ended. What was booked "
            "before is still covered.",
            examples=[4],
        ),
    ]
    validUntil: LastDay
    settlement: SettlementShown
    beginBy: NotRequired[
        Annotated[
            DayShown,
            Field(
                description="The last day of the first session. After it the guarantee has expired. Absent "
                "when there is no such day, and once a session is booked."
            ),
        ]
    ]
