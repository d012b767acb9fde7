"""What the routes of the inbox answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.urgent.acute_need import AcuteNeed
from helsebro.messages.thread import InboxQueue
from helsebro_aws.http.fields.ids import (
    ClaimIdField,
    EnquiryIdField,
    MessageIdField,
    PersonIdField,
    ThreadIdField,
)
from helsebro_aws.http.fields.shown import InstantShown, PersonNameForStaff


class InboxEntryAnswer(TypedDict):
    """A case or an enquiry in the inbox."""

    threadId: ThreadIdField
    claimId: NotRequired[Annotated[ClaimIdField, Field(description="Absent for an enquiry before a case.")]]
    enquiryId: NotRequired[Annotated[EnquiryIdField, Field(description="Absent for a case.")]]
    personId: PersonIdField
    personName: NotRequired[PersonNameForStaff]
    queue: Annotated[InboxQueue, Field(description="Whose staff read and answer it.")]
    language: Annotated[
        str, Field(description="The member's language.", pattern="^(da|nb|en)$", examples=["da"])
    ]
    waitsSince: Annotated[
        InstantShown | None,
        Field(description="Since when a message waits for an answer; null when none does."),
    ]
    need: Annotated[
        AcuteNeed | None,
        Field(
            description="What the words that wait suggest that cannot: `acute`, a doctor at once; `crisis`, "
            "someone to talk to. Such a thread comes first. Null for others."
        ),
    ]
    changedAt: Annotated[InstantShown, Field(description="When someone last wrote, answered or took it.")]
    assignee: Annotated[
        str | None,
        Field(
            description="The subject of the staff member who works on it; null for no one.", examples=["s-1"]
        ),
    ]
    messages: Annotated[int, Field(ge=0, description="How many messages it has, with notes.", examples=[3])]
    unread: Annotated[int, Field(ge=0, description="How many of them the staff have not read.", examples=[1])]


class SettledAnswer(TypedDict):
    """A case in which nothing waits any more."""

    threadId: ThreadIdField
    waitsSince: Annotated[InstantShown | None, Field(description="Null: nothing waits.")]


class SubjectResultAnswer(TypedDict):
    """What became of one subject."""

    subject: Annotated[
        str, Field(description="The subject as it was sent.", examples=["clm_a2zt5pxlrqsc3dmkow7vyb4g"])
    ]
    sent: Annotated[bool, Field(description="Whether the message was sent; else nothing was done.")]
    messageId: NotRequired[Annotated[MessageIdField, Field(description="The message. Absent unless sent.")]]
    taskClosed: NotRequired[
        Annotated[bool, Field(description="Whether the task is closed. Absent unless sent.")]
    ]
    code: NotRequired[
        Annotated[str, Field(description="Why it was not sent, as in a problem.", examples=["not-found"])]
    ]
    title: NotRequired[
        Annotated[str, Field(description="The same in the caller's language.", examples=["Not found"])]
    ]


class BulkAnswer(TypedDict):
    """What became of each subject, in their order."""

    results: Annotated[
        list[SubjectResultAnswer], Field(description="One for each subject, as they were named.")
    ]
