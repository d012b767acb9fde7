"""The body of a complaint (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.complaints.complain import ComplaintRequest
from helsebro.complaints.complaint import ComplaintStep
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import DocumentIdField
from helsebro_aws.http.fields.short_text import LongText


class NewComplaintShape(Body):
    """A complaint about the denial of a claim."""

    step: Annotated[
        ComplaintStep,
        Field(
            description="To whom: first to the `department` that decided, then to `quality`, last to the "
            "`board` outside the insurer."
        ),
    ]
    text: Annotated[
        LongText,
        Field(
            repr=False,
            description="Why the member disagrees, in the member's words.",
            examples=["The injury is new: my doctor's letter says so."],
        ),
    ]
    document_ids: Annotated[
        tuple[DocumentIdField, ...],
        Field(
            max_length=20,
            description="Accepted documents of the case that support it.",
            examples=[["doc_a2zt5pxlrqsc3dmkow7vyb4g"]],
        ),
    ] = ()

    def request(self) -> ComplaintRequest:
        """Returns what is complained about, each document once."""
        return ComplaintRequest(self.step, self.text, tuple(dict.fromkeys(self.document_ids)))
