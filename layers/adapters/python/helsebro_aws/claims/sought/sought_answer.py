"""The persons whom a search finds: enough to tell them apart on the phone, and no number."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.claim import ClaimStatus
from helsebro_aws.http.fields.ids import ClaimIdField, PersonIdField
from helsebro_aws.http.fields.shown import InstantShown

CaseNumberShown = Annotated[
    str,
    Field(
        description="The case number that letters carry. It is the claim's only at this payer.",
        examples=["ABCD-EFGH-IJKL-MNOP"],
    ),
]


class FoundClaimAnswer(TypedDict):
    """A claim of a person who was found."""

    claimId: ClaimIdField
    caseNumber: CaseNumberShown
    status: Annotated[ClaimStatus, Field(description="How far the claim is.")]
    reportedAt: Annotated[InstantShown, Field(description="When it was reported.")]


class FoundPersonAnswer(TypedDict):
    """A person whom the payer insures, or insured."""

    personId: PersonIdField
    name: Annotated[str, Field(description="The name, as it was enrolled.", examples=["Anna Holm"])]
    bornInYear: Annotated[
        int,
        Field(
            description="The year of birth. Ask the caller for the whole date, and search again with it.",
            examples=[1980],
        ),
    ]
    claims: Annotated[
        list[FoundClaimAnswer], Field(description="The person's newest claims at the payer, at most 10.")
    ]


class FoundPeopleAnswer(TypedDict):
    """The persons who were found."""

    items: Annotated[list[FoundPersonAnswer], Field(description="At most 20 persons, by name.")]
    isComplete: Annotated[
        bool,
        Field(description="Whether these are all. If not, give more of the name, or the date of birth."),
    ]
