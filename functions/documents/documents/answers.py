"""What the routes of documents answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.facts.case_fact import FactRole
from helsebro.documents.document import DocumentStatus, FileType, ReferralKind
from helsebro.documents.file_content import CONTENT_TYPES, MOST_KEPT_BYTES
from helsebro.documents.referral_hint import ReferralPart
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


class ReferralHintAnswer(TypedDict):
    """What the text of a referral seems to lack. A hint: nothing is decided by it."""

    machineReadable: Annotated[
        bool, Field(description="Whether the paper has text; false for a picture of a paper.")
    ]
    absent: Annotated[
        list[ReferralPart],
        Field(description="The parts of a whole referral that were not found.", examples=[["social"]]),
    ]
    text: Annotated[
        str,
        Field(
            description="The hint in the caller's language.",
            examples=["Teksten ser ud til at have alle dele af en henvisning."],
        ),
    ]


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
        Field(
            description="The type of the file; of an accepted one that of its clean copy: a HEIC becomes a "
            "JPEG.",
            json_schema_extra={"enum": list(CONTENT_TYPES)},
        ),
    ]
    size: Annotated[
        int,
        Field(
            ge=1,
            le=MOST_KEPT_BYTES,
            description="Its size in bytes; of an accepted one that of its clean copy.",
            examples=[48213],
        ),
    ]
    status: DocumentStatusShown
    reason: NotRequired[
        Annotated[
            str,
            Field(
                description="Why it was rejected, for programs: show `help` to people. Absent otherwise.",
                examples=["pdf-encrypted"],
            ),
        ]
    ]
    addedAt: Annotated[InstantShown, Field(description="When it was announced.")]
    addedBy: Annotated[FactRole, Field(description="The role of who announced it.")]
    help: NotRequired[
        Annotated[
            str,
            Field(
                description="What is wrong with the paper and what to do, for people, in the caller's "
                "language; only with `reason`.",
                examples=["Filen er tom. Gem papiret igen som PDF, og send det."],
            ),
        ]
    ]
    arrived: NotRequired[
        Annotated[
            str,
            Field(
                description="For people, in the caller's language: that the paper reached those who work on "
                "the case, and when they reply. Only of an accepted paper that came when no question and no "
                "review waited for it; the clock `document-reply` of the case then runs.",
                examples=[
                    "Papiret kom frem den 1. december 2026 kl. 9.05. De, der arbejder med sagen, læser det "
                    "og svarer inden for to dage."
                ],
            ),
        ]
    ]
    completeness: NotRequired[
        Annotated[
            ReferralHintAnswer,
            Field(description="Of an accepted referral: what its text seems to lack."),
        ]
    ]
    sentBefore: NotRequired[
        Annotated[
            DocumentIdField,
            Field(
                description="Of a bill, for staff: the bill with the same bytes that the person sent before, "
                "perhaps in another case."
            ),
        ]
    ]
