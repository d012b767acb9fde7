"""What the routes of kept mandates answer, beside the mandate itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.mandated.mandate_act import ActKind
from helsebro_aws.http.fields.shown import InstantShown


class MandateActAnswer(TypedDict):
    """One thing that was done under a mandate."""

    kind: Annotated[ActKind, Field(description="What was done.", examples=["upload"])]
    at: Annotated[InstantShown, Field(description="When it was done.")]
    about: Annotated[
        str,
        Field(
            description="The id of what was made or changed: a claim, document, booking, and so on.",
            examples=["doc_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]
