"""What the routes of drafts answer."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.claims.urgent.safety_answer import AcuteSafety
from helsebro_aws.http.fields.ids import DraftIdField, PersonIdField
from helsebro_aws.http.fields.shown import InstantShown, Version


class DraftFaultAnswer(TypedDict):
    """A fault that the draft would have as a report."""

    pointer: Annotated[
        str, Field(description="Where, as a JSON pointer into the report.", examples=["/condition/category"])
    ]
    path: NotRequired[Annotated[str, Field(description="The fact.", examples=["condition.arisenOn"])]]
    code: Annotated[str, Field(description="What is wrong.", examples=["missing"])]
    detail: Annotated[
        str, Field(description="The same in the caller's language.", examples=["Feltet mangler."])
    ]


class ListedDraftAnswer(TypedDict):
    """A draft of a list: not what it says."""

    draftId: DraftIdField
    personId: PersonIdField
    changedAt: Annotated[InstantShown, Field(description="When it was last changed.")]
    expiresAt: Annotated[InstantShown, Field(description="When it is erased, unless it is changed before.")]
    version: Version


class KeptDraftAnswer(ListedDraftAnswer):
    """A draft as it is kept, with what it still lacks."""

    faults: Annotated[
        list[DraftFaultAnswer],
        Field(description="Every fault that it would have as a report today; empty when it can be sent."),
    ]
    safety: NotRequired[AcuteSafety]


class DraftAnswer(KeptDraftAnswer):
    """A draft with what it says."""

    report: Annotated[
        dict[str, Any],
        Field(
            description="What was written so far: any part of a report.",
            examples=[{"cause": "leisure", "treatment": {"type": "physiotherapy"}}],
        ),
    ]
