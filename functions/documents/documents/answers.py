"""What the routes of documents answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.facts.case_fact import FactRole
from helsebro.documents.document import DocumentStatus, FileType, ReferralKind
from helsebro.documents.file_content import CONTENT_TYPES, MOST_BYTES
from helsebro_aws.http.fields.ids import DocumentIdField
from helsebro_aws.http.fields.shown import InstantShown

DocumentStatusShown = Annotated[
    DocumentStatus,
    Field(
        description="`uploading`: announced. `checking`: saved, and being checked. `accepted`: "
        "it can be read. `rejected`: `reason` says why."
    ),
]


class UploadFormAnswer(TypedDict):
    """A form that uploads one file straight into storage; valid for 15 minutes."""

    url: Annotated[
        str,
        Field(
            description="Where to POST the form, as `multipart/form-data`.",
            json_schema_extra={"format": "uri"},
            examples=["https://uploads.example/"],
        ),
    ]
    fields: Annotated[
        dict[str, str],
        Field(
            description="The fields to send, all of them, before the field `file` with the bytes.",
            examples=[{"key": "tryg/clm_…/doc_…", "Content-Type": "application/pdf", "policy": "…"}],
        ),
    ]


class AnnouncedDocumentAnswer(TypedDict):
    """A document that was just announced, and how to upload its file."""

    documentId: DocumentIdField
    upload: Annotated[UploadFormAnswer, Field(description="The form that uploads the file.")]


class SavedDocumentAnswer(TypedDict):
    """A document that was made final."""

    documentId: DocumentIdField
    status: DocumentStatusShown


class DocumentAnswer(TypedDict):
    """A document of a case."""

    documentId: DocumentIdField
    fileType: Annotated[FileType, Field(description="What kind of paper it is.")]
    referralKind: NotRequired[
        Annotated[ReferralKind, Field(description="For a referral: who refers, if it was announced.")]
    ]
    fileName: Annotated[
        str, Field(description="The member's own name for the file.", examples=["henvisning.pdf"])
    ]
    contentType: Annotated[
        str,
        Field(description="The type of the file.", json_schema_extra={"enum": list(CONTENT_TYPES)}),
    ]
    size: Annotated[int, Field(ge=1, le=MOST_BYTES, description="Its size in bytes.", examples=[48213])]
    status: DocumentStatusShown
    reason: NotRequired[
        Annotated[
            str, Field(description="Why it was rejected; absent otherwise.", examples=["pdf-encrypted"])
        ]
    ]
    addedAt: Annotated[InstantShown, Field(description="When it was announced.")]
    addedBy: Annotated[FactRole, Field(description="The role of who announced it.")]
    help: NotRequired[
        Annotated[
            str,
            Field(
                description="What the member can do about it, in the caller's language; only with `reason`.",
                examples=["Fjern adgangskoden, og upload filen igen."],
            ),
        ]
    ]
