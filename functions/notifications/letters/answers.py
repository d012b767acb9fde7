"""What the routes of letters answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.notifications.notification import LetterState
from helsebro_aws.http.fields.ids import LetterIdField
from helsebro_aws.http.fields.shown import InstantShown


class LetterAnswer(TypedDict):
    """A letter of the print queue."""

    letterId: LetterIdField
    caseId: Annotated[
        str,
        Field(
            description="The id of the claim or policy that it is about.",
            examples=["clm_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]
    kind: Annotated[
        str, Field(description="What kind of notification it carries.", examples=["guarantee-issued"])
    ]
    state: Annotated[
        LetterState,
        Field(
            description="`queued`: to be printed. `printed`. `posted`: handed to the post. `returned`: the "
            "post sent it back."
        ),
    ]
    queuedAt: Annotated[InstantShown, Field(description="When it was put into the print queue.")]
    changedAt: Annotated[InstantShown, Field(description="When it got its state.")]
    hasEnclosure: Annotated[
        bool, Field(description="Whether the guarantee's own PDF is put into the same envelope.")
    ]
    version: Annotated[int, Field(ge=1, description="The version, for `If-Match`.", examples=[1])]
