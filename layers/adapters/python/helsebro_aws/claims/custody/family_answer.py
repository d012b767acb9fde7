"""The answer of the routes of families."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.identity.custody_note import CustodyActor, CustodyEvent
from helsebro.identity.guardian import GuardianBasis
from helsebro_aws.http.fields.ids import PersonIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown

NameShown = Annotated[
    str | None,
    Field(description="The name; null where the reader may not see it.", examples=["Anna Lund"]),
]


class GuardianAnswer(TypedDict):
    """A confirmed guardian."""

    personId: PersonIdField
    name: NameShown
    since: Annotated[InstantShown, Field(description="When it was confirmed.")]
    basis: Annotated[
        GuardianBasis,
        Field(
            description="What confirmed it: an `earlier-enrolment` from before families were kept, the "
            "`first-family` that the child was enrolled in, the yes of the `guardians`, or `underwriting`."
        ),
    ]
    onlyAt: Annotated[
        str | None,
        Field(
            description="The payer whose cases and covers the guardian sees, when its `underwriting` "
            "confirmed it; null for a guardian at every payer. The yes of the guardians opens the others.",
            examples=["nordlys"],
        ),
    ]


class ProposedGuardianAnswer(TypedDict):
    """A person whom an enrolment proposes as a guardian. It opens nothing until it is confirmed."""

    personId: PersonIdField
    name: NameShown
    proposedAt: Annotated[InstantShown, Field(description="When the enrolment was made.")]
    agreed: Annotated[list[PersonIdField], Field(description="Who said yes, of those who are asked.")]
    declined: Annotated[list[PersonIdField], Field(description="Who said no.")]


class FamilyEventAnswer(TypedDict):
    """Something that happened to the family."""

    at: Annotated[InstantShown, Field(description="When.")]
    what: Annotated[
        CustodyEvent,
        Field(
            description="What happened to the guardian; `announced` and `handed-over` are of the child's "
            "15th birthday."
        ),
    ]
    by: Annotated[CustodyActor, Field(description="Who or what did it.")]
    about: Annotated[
        PersonIdField | None, Field(description="The guardian concerned; null when it is the whole family.")
    ]
    reason: NotRequired[
        Annotated[
            str,
            Field(description="Why underwriting did not confirm the person.", examples=["Not a parent."]),
        ]
    ]


class FamilyAnswer(TypedDict):
    """The confirmed family of a child, who is proposed for it, and what happened."""

    personId: PersonIdField
    ownFrom: Annotated[
        DayShown | None,
        Field(
            description="The 15th birthday; null for one whom underwriting did not confirm. "
            "From its local midnight the child decides alone, and a parent "
            "sees only cases with a mandate of the child."
        ),
    ]
    decidesAlone: Annotated[bool, Field(description="Whether that day has come.", examples=[False])]
    invitedToGiveMandate: Annotated[
        bool,
        Field(
            description="Whether the hand-over was announced: the child is then invited to give a mandate "
            "in a case, from the birthday on.",
            examples=[False],
        ),
    ]
    guardians: Annotated[
        list[GuardianAnswer],
        Field(description="The guardians; after the 15th birthday, those until then."),
    ]
    proposed: Annotated[list[ProposedGuardianAnswer], Field(description="Who waits to be confirmed.")]
    history: Annotated[list[FamilyEventAnswer], Field(description="What happened, oldest first.")]
