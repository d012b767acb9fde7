"""The body of a member's request for more sessions or time (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from helsebro.guarantees.extension import ExtensionRequest
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import DocumentIdField
from helsebro_aws.http.fields.short_text import LongText


class NewExtensionShape(Body):
    """A request for more sessions or more time."""

    reason: Annotated[
        LongText,
        Field(
            repr=False,
            description="Why more is needed, in the member's words.",
            examples=["The knee still hurts after six sessions."],
        ),
    ]
    sessions: Annotated[
        Annotated[StrictInt, Field(ge=1, le=50)] | None,
        Field(description="How many more sessions; without it staff decide how many.", examples=[3]),
    ] = None
    document_ids: Annotated[
        tuple[DocumentIdField, ...],
        Field(
            max_length=20,
            description="Accepted documents of the case that support it.",
            examples=[["doc_a2zt5pxlrqsc3dmkow7vyb4g"]],
        ),
    ] = ()

    def request(self) -> ExtensionRequest:
        """Returns what is asked for, each document once."""
        return ExtensionRequest(self.reason, self.sessions, tuple(dict.fromkeys(self.document_ids)))
