"""A fact as a field of a form, in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.asked.asked_fact import AnswerKind, FactUnit, PaperType


class FactChoiceAnswer(TypedDict):
    """One value that a fact may have."""

    value: Annotated[str, Field(description="The value to send.", examples=["assault"])]
    label: Annotated[
        str,
        Field(description="An answer to the question, in the caller's language.", examples=["Et overfald"]),
    ]
    group: NotRequired[
        Annotated[str, Field(description="The group of a treatment, to show it under.", examples=["body"])]
    ]
    groupLabel: NotRequired[
        Annotated[str, Field(description="The group in words.", examples=["Krop, muskler og led"])]
    ]


class FormFieldAnswer(TypedDict):
    """What a form shows of a fact, in the caller's language."""

    question: Annotated[
        str,
        Field(
            description="The question.",
            examples=[
                "Er indbruddet, branden, volden eller overfaldet anmeldt til politiet, "
                "så du har en kvittering eller en rapport?"
            ],
        ),
    ]
    answerKind: Annotated[
        AnswerKind,
        Field(
            description="The kind of the value. `yes-no`: true or false. `date`: `YYYY-MM-DD`. `amount`: "
            "as a price. `choice`: one of `choices`. `paper`: a document of `fileType` proves it; the value "
            "is true or false, or one of `choices`."
        ),
    ]
    fileType: NotRequired[
        Annotated[PaperType, Field(description="The `fileType` of the document that proves it.")]
    ]
    fileTypeLabel: NotRequired[
        Annotated[str, Field(description="The paper in words.", examples=["En politirapport"])]
    ]
    unit: NotRequired[Annotated[FactUnit, Field(description="The unit of a number.", examples=["km"])]]
    unitLabel: NotRequired[Annotated[str, Field(description="The unit in words.", examples=["timer"])]]
    choices: NotRequired[
        Annotated[
            list[FactChoiceAnswer],
            Field(description="The values to offer. On a claim they are those that change its outcome."),
        ]
    ]
    several: NotRequired[
        Annotated[bool, Field(description="Whether the value is a list of choices.", examples=[False])]
    ]
    noneLabel: NotRequired[
        Annotated[
            str,
            Field(description="The choice of none of `choices`: send `[]`.", examples=["Ingen af delene"]),
        ]
    ]
    otherLabel: NotRequired[
        Annotated[
            str,
            Field(
                description="The choice of a country that is not among `choices`: send its two letters "
                "(ISO 3166-1 alpha-2).",
                examples=["Et andet land"],
            ),
        ]
    ]
    unknownLabel: NotRequired[
        Annotated[
            str,
            Field(
                description="The choice of who does not know: send `unknown`, and staff look into it.",
                examples=["Det ved jeg ikke"],
            ),
        ]
    ]
