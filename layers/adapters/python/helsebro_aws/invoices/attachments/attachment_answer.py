"""A file of an invoice, in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.attachments.attached_file import AttachmentStatus, DropReason
from helsebro_aws.http.fields.shown import InstantShown


class AttachmentAnswer(TypedDict):
    """A file that an accepted invoice had inside it. Nothing is ever paid because of it."""

    number: Annotated[int, Field(ge=1, description="Its place in the invoice, from 1.", examples=[1])]
    status: Annotated[
        AttachmentStatus,
        Field(
            description="`checking` until it is scanned. `kept`: a clean copy can be read. `dropped`: "
            "`reason` says why there is none; the invoice is accepted all the same."
        ),
    ]
    reason: NotRequired[
        Annotated[DropReason, Field(description="Why it was dropped, for programs. Absent otherwise.")]
    ]
    message: NotRequired[
        Annotated[
            str,
            Field(
                description="The reason for people, in the caller's language; only with `reason`.",
                examples=["PDF-filen er låst med en adgangskode."],
            ),
        ]
    ]
    digest: NotRequired[
        Annotated[
            str,
            Field(
                pattern=r"^[0-9a-f]{64}$",
                description="The SHA-256 of the file as it was sent, in hex; absent before it was read.",
                examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
            ),
        ]
    ]
    contentType: NotRequired[
        Annotated[str, Field(description="The type of the clean copy.", examples=["application/pdf"])]
    ]
    size: NotRequired[
        Annotated[int, Field(ge=1, description="The size of the clean copy in bytes.", examples=[48213])]
    ]
    checkedAt: NotRequired[Annotated[InstantShown, Field(description="When it was kept or dropped.")]]
