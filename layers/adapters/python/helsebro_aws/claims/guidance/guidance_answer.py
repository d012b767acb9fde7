"""How to get the papers of a claim, as its route answers it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.guidance.paper_guidance import GuidedPaper
from helsebro_aws.claims.claim_answer import Missing
from helsebro_aws.http.fields.shown import CountryShown, DayShown


class GuidanceSourceAnswer(TypedDict):
    """Where the guidance comes from."""

    page: Annotated[
        str,
        Field(
            description="The page.",
            examples=["https://www.magasinethelse.dk/saadan-ser-du-dit-barns-data-om"],
        ),
    ]
    dated: NotRequired[
        Annotated[str, Field(description="The page's own date, if it has one.", examples=["2023-11"])]
    ]


class PaperRouteAnswer(TypedDict):
    """How to get one paper."""

    fileType: Annotated[GuidedPaper, Field(description="The `fileType` to add it as.")]
    service: Annotated[str, Field(description="The health portal that has it.", examples=["sundhed.dk"])]
    page: Annotated[str, Field(description="The address of the portal.", examples=["https://www.sundhed.dk"])]
    steps: Annotated[
        list[str],
        Field(
            description="What to do, step by step, in the caller's language.",
            examples=[["Log ind på sundhed.dk med dit MitID."]],
        ),
    ]
    withoutLogin: Annotated[
        list[str],
        Field(
            description="What to do for a person who cannot log in there, such as without MitID or BankID: "
            "ask the doctor for a print, also by post.",
            examples=[
                ["Bed om at få papiret skrevet ud. Hent det, eller bed om at få det sendt med posten."]
            ],
        ),
    ]
    notes: Annotated[
        list[str],
        Field(
            description="What to watch for: that the whole text is needed, what to do when the paper is not "
            "there, what holds without a login, and why a parent has to ask the doctor.",
            examples=[["Er henvisningen der ikke, så bed lægen, der henviste dig, om en kopi."]],
        ),
    ]
    sources: Annotated[list[GuidanceSourceAnswer], Field(description="Where this comes from.")]
    checkedOn: Annotated[DayShown, Field(description="When it was last compared with its sources.")]


class PaperGuidanceAnswer(PaperRouteAnswer):
    """How to get one paper of a claim."""

    isMissing: Annotated[bool, Field(description="Whether the claim waits for it.")]


class PublicGuidanceAnswer(TypedDict):
    """How a person who lives in a country gets the papers that a claim may need."""

    country: CountryShown
    papers: Annotated[list[PaperRouteAnswer], Field(description="The papers that a health portal has.")]


class ClaimGuidanceAnswer(TypedDict):
    """What a claim lacks, and how to get the papers."""

    missing: Missing
    papers: Annotated[
        list[PaperGuidanceAnswer],
        Field(description="The papers that a health portal has, those that the claim waits for first."),
    ]
