"""The bodies of messages (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictBool

from helsebro.errors import Fault
from helsebro.ids import DocumentId, MessageId
from helsebro.messages.canned_answer import KEY
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import LongText

MOST_DOCUMENTS = 20
CannedAnswerKey = Annotated[str, Field(pattern=KEY)]
DocumentIds = Annotated[
    tuple[Annotated[DocumentId, Field(pattern=r"^doc_[a-z2-7]{8,80}$")], ...],
    Field(
        max_length=MOST_DOCUMENTS,
        description="Accepted documents of the case that go with it. You can see each of them.",
        examples=[["doc_a2zt5pxlrqsc3dmkow7vyb4g"]],
    ),
]


class WrittenShape(Body):
    """Words, or the key of a canned answer in their place."""

    text: Annotated[
        LongText | None,
        Field(repr=False, description="What is written.", examples=["When will you call me?"]),
    ] = None
    canned_answer: Annotated[
        CannedAnswerKey | None,
        Field(
            description="In place of `text`: one of the payer's canned answers. Staff only.",
            examples=["papers-received"],
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a body with neither words nor a canned answer, or with both."""
        given = [name for name in ("text", "cannedAnswer") if sent.get(name) is not None]
        if len(given) == 1:
            return []
        return (
            [Fault("/text", "missing", "")] if not given else [Fault("/cannedAnswer", "text-or-canned", "")]
        )


class NewMessageShape(WrittenShape):
    """A message in a case."""

    document_ids: DocumentIds = ()
    answers_question: Annotated[
        StrictBool | None,
        Field(
            description="Whether it is meant as the answer to the open question of the case. False for words "
            "about something else; true is refused when there is no question that the caller can answer. "
            "Absent: it is the answer if there is such a question."
        ),
    ] = None


class NewEnquiryShape(WrittenShape):
    """A message before a case."""

    payer: Annotated[
        Annotated[str, Field(min_length=1, max_length=63)] | None,
        Field(
            description="The payer to write to. Needed by a member whom several payers insure.",
            examples=["tryg"],
        ),
    ] = None


class NewReplyToEnquiryShape(WrittenShape):
    """The staff's message in an enquiry."""


class ReadUpToShape(Body):
    """Up to where the caller's side has read."""

    message_id: Annotated[
        MessageId,
        Field(
            pattern=r"^msg_[a-z2-7]{8,80}$",
            description="The id of the last message that was read.",
            examples=["msg_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]
