"""What the figures of decisions answer as JSON."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.tasks.determination import Reopening
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.http.fields.shown import DayShown, PayerSlug

HIDDEN = "null for a count of 1 to 4, and for others that it could be computed from"
Approved = Annotated[int | None, Field(ge=0, description=f"Approvals; {HIDDEN}.", examples=[120])]
Denied = Annotated[int | None, Field(ge=0, description="Denials; null as `approved`.", examples=[31])]
Overturned = Annotated[
    int | None,
    Field(
        ge=0,
        description="Denials that a decision of these weeks turned into an approval, under their own clause "
        "and group; null as `approved`.",
        examples=[6],
    ),
]
Agreed = Annotated[
    int | None,
    Field(ge=0, description="Second looks that found the decision right; null as `approved`.", examples=[9]),
]
FoundWrong = Annotated[
    int | None,
    Field(ge=0, description="Second looks that found it wrong; null as `approved`.", examples=[0]),
]


class FiguresTotalAnswer(TypedDict):
    """All decisions of these weeks."""

    approved: Approved
    denied: Denied
    overturned: Overturned
    agreed: Agreed
    foundWrong: FoundWrong


class FiguresOfProductAnswer(TypedDict):
    """The decisions under one product's terms."""

    product: ProductShown
    approved: Approved
    denied: Denied
    overturned: Overturned
    agreed: Agreed
    foundWrong: FoundWrong


class FiguresOfClauseAnswer(TypedDict):
    """The decisions that rest on one clause."""

    product: ProductShown
    clause: Annotated[
        str | None,
        Field(description="The clause as printed; null where none is known.", examples=["6.1"]),
    ]
    approved: Approved
    denied: Denied
    overturned: Overturned
    agreed: Agreed
    foundWrong: FoundWrong


class FiguresOfGroupAnswer(TypedDict):
    """The decisions of one group of the staff."""

    group: Annotated[
        str | None,
        Field(
            description="The claim `group` of the logins that decided; null for staff without one.",
            examples=["physical"],
        ),
    ]
    approved: Approved
    denied: Denied
    overturned: Overturned
    agreed: Agreed
    foundWrong: FoundWrong


class OverturnedAnswer(TypedDict):
    """What was overturned for one reason."""

    reason: Annotated[
        Reopening,
        Field(description="`evidence`: new facts or papers; `review`: a second look; `complaint`."),
    ]
    count: Annotated[int | None, Field(ge=0, description="How many; null as `approved`.", examples=[6])]


# ``from`` is a word of Python, so this is no class.
DecisionFiguresAnswer = TypedDict(
    "DecisionFiguresAnswer",
    {
        "from": Annotated[DayShown, Field(description="The Monday of the first week.")],
        "to": Annotated[DayShown, Field(description="The Sunday of the last week.")],
        "payer": PayerSlug,
        "total": Annotated[FiguresTotalAnswer, Field(description="All together.")],
        "products": Annotated[list[FiguresOfProductAnswer], Field(description="By product.")],
        "clauses": Annotated[list[FiguresOfClauseAnswer], Field(description="By product and clause.")],
        "groups": Annotated[list[FiguresOfGroupAnswer], Field(description="By group of the staff.")],
        "overturned": Annotated[list[OverturnedAnswer], Field(description="What was overturned, by why.")],
    },
)
DecisionFiguresAnswer.__doc__ = "What the payer decided on claims, in counts."
