"""The next steps of a denial in answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.complaints.next_steps import NextStepKind
from helsebro_aws.coverage.trail_answer import FactPath, OutcomeShown, RuleShown
from helsebro_aws.http.fields.shown import CountryShown, DayShown, PayerContactAnswer


class NextStepAnswer(TypedDict):
    """One thing that the member can do."""

    kind: Annotated[NextStepKind, Field(description="What kind of step it is.")]
    text: Annotated[
        str,
        Field(
            description="The step in the caller's language.",
            examples=["Få en henvisning fra egen læge, og anmeld igen."],
        ),
    ]
    coveredFrom: NotRequired[Annotated[DayShown, Field(description="The first day on which it is covered.")]]
    fact: NotRequired[FactPath]
    value: NotRequired[
        Annotated[Any, Field(description="The value of the fact that changes it.", examples=[True])]
    ]
    outcome: NotRequired[OutcomeShown]
    topic: NotRequired[
        Annotated[
            str, Field(description="The part of the public system that can help.", examples=["general"])
        ]
    ]
    country: NotRequired[CountryShown]
    step: NotRequired[
        Annotated[
            Literal["department", "quality", "board"], Field(description="The next step of a complaint.")
        ]
    ]
    rule: NotRequired[RuleShown]
    contact: NotRequired[Annotated[PayerContactAnswer, Field(description="Whom to contact.")]]
