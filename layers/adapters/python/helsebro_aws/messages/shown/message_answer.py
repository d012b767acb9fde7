"""What the routes of messages answer."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.urgent.acute_need import AcuteNeed
from helsebro.messages.message import AnsweredQuestion, Side, Writer
from helsebro_aws.claims.urgent.safety_answer import WordsSafety
from helsebro_aws.coverage.trail_answer import FactPath
from helsebro_aws.http.fields.ids import DocumentIdField, MessageIdField
from helsebro_aws.http.fields.shown import InstantShown

Answers = Annotated[
    AnsweredQuestion | None,
    Field(
        description="Whose open question it answered: the claim's, a refund's or an extension's, whose clock "
        "goes on. Null when it answered none."
    ),
]

DueAt = Annotated[
    InstantShown | None,
    Field(
        description="By when the staff answer it: within 24 hours, or by the end of the next weekday. Null "
        "when it waits for no answer."
    ),
]


class SentMessageAnswer(TypedDict):
    """A message that was just written."""

    messageId: MessageIdField
    at: Annotated[InstantShown, Field(description="When it was written.")]
    answers: Answers
    dueAt: DueAt
    safety: NotRequired[WordsSafety]


class MessageAnswer(TypedDict):
    """A message of a thread, or a question of the staff, or an answer to one by facts or a paper."""

    messageId: Annotated[
        MessageIdField | None,
        Field(description="The message; null for a question or an answer that was not written as one."),
    ]
    kind: Annotated[
        Literal["message", "question", "answer"],
        Field(
            description="A `question` is what the staff asked about the claim, a refund or an extension. An "
            "`answer` is the reply to one: a message, facts or a paper."
        ),
    ]
    by: Annotated[
        Writer,
        Field(description="Who wrote it. A `holder` holds a mandate in the case, `staff` the payer's."),
    ]
    writerName: Annotated[
        str | None,
        Field(
            description="The name of who wrote it: the registered one of the member or the guardian, a "
            "holder's as in the mandate, and that of the health team for the staff. Null when it is not "
            "known, or not for the reader.",
            examples=["Anna Holm"],
        ),
    ]
    at: Annotated[InstantShown, Field(description="When it was written.")]
    text: Annotated[
        str,
        Field(
            description="What was written; of facts, their questions or what was answered. Empty when a "
            "paper answers.",
            examples=["When will you call me?"],
        ),
    ]
    language: Annotated[
        str, Field(description="The language that the writer reads.", examples=["da"], pattern="^(da|nb|en)$")
    ]
    documentIds: Annotated[list[DocumentIdField], Field(description="The papers that went with it.")]
    asks: Annotated[
        AnsweredQuestion | None,
        Field(description="What a question is about: the claim, a refund or an extension. Else null."),
    ]
    answers: Answers
    facts: Annotated[
        list[FactPath], Field(description="The facts that are asked for or answered, by path; else empty.")
    ]
    readBy: Annotated[
        list[Side],
        Field(description="Which sides have read it: the member's and the payer's."),
    ]
    dueAt: DueAt
    safety: NotRequired[WordsSafety]
    need: NotRequired[
        Annotated[
            AcuteNeed,
            Field(
                description="What its words suggest that cannot wait: `acute`, a doctor at once; `crisis`, "
                "someone to talk to. Absent for other words. Shown to the staff only."
            ),
        ]
    ]
    note: NotRequired[
        Annotated[bool, Field(description="True for a note among the staff, which no member sees.")]
    ]
    writtenBy: NotRequired[
        Annotated[
            str,
            Field(description="Which of the staff wrote it. Shown to the staff only.", examples=["staff-17"]),
        ]
    ]


class ReadMarkAnswer(TypedDict):
    """Up to where the caller's side has read."""

    readUpTo: Annotated[
        MessageIdField | None, Field(description="The id of the last message read; null for none.")
    ]
