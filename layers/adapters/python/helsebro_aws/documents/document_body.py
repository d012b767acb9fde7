"""The shapes of documents (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro import ids
from helsebro.documents.document import Document, FileType, ReferralKind
from helsebro.documents.file_content import CONTENT_TYPES, MOST_BYTES, OTHER_NAMES, type_named
from helsebro.errors import Fault
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.http.bodies import Body


def _accepted(content_type: str) -> str:
    known = type_named(content_type)
    if known is None:
        raise PydanticCustomError("content-type-not-taken", "")
    return known


def _small_enough(size: int) -> int:
    if not 1 <= size <= MOST_BYTES:
        raise PydanticCustomError("file-size-out-of-range", "")
    return size


class DocumentOffer(Body):
    """A paper that is about to be uploaded."""

    file_type: Annotated[FileType, Field(description="What kind of paper it is; `invoice` is a bill.")]
    referral_kind: Annotated[
        ReferralKind | None,
        Field(description="For a referral: who refers. Absent means the kind that the treatment needs."),
    ] = None
    file_name: Annotated[
        str,
        Field(
            min_length=1,
            max_length=300,
            description="The member's own name for the file.",
            examples=["henvisning.pdf"],
        ),
    ]
    content_type: Annotated[
        str,
        AfterValidator(_accepted),
        Field(
            description="The type of the file, in any case. The form that uploads it has the first four.",
            json_schema_extra={"enum": [*CONTENT_TYPES, *OTHER_NAMES]},
        ),
    ]
    size: Annotated[
        int,
        Field(
            strict=True,
            description="Its size in bytes.",
            examples=[48213],
            json_schema_extra={"minimum": 1, "maximum": MOST_BYTES},
        ),
        AfterValidator(_small_enough),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a kind of referral for another paper."""
        if sent.get("referralKind") is None or sent.get("fileType") == "referral":
            return []
        return [Fault("/referralKind", "not-a-referral", "")]

    def document(self, claim_id: ClaimId, at: datetime, randomness: bytes) -> Document:
        """Returns the document that the body announces."""
        document_id = DocumentId(ids.within("doc", claim_id, randomness))
        return Document(document_id, claim_id, added_at=at, **self.model_dump())
