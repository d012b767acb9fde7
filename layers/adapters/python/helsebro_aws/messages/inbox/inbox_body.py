"""The bodies of the inbox: who works on a case, a hand-over, and one answer to many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import Fault
from helsebro.messages.thread import InboxQueue
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import LongText
from helsebro_aws.messages.message_body import WrittenShape

MOST_SUBJECTS = 50
AssigneeText = Annotated[
    Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[!-~]+$")] | None,
    Field(
        description="The subject of a colleague as their issuer names it, or `me`. A colleague has worked in "
        "this inbox before and has a role of the queue; an e-mail address names no one. Null: no one.",
        examples=["me"],
    ),
]


class AssigneeShape(Body):
    """Who works on the case."""

    assignee: AssigneeText


class HandOverShape(Body):
    """To whom the case goes, and what they must know."""

    assignee: AssigneeText = None
    queue: Annotated[
        InboxQueue | None,
        Field(description="The queue whose staff go on with it and can read it; its own when absent."),
    ] = None
    note: Annotated[
        LongText,
        Field(repr=False, description="For the staff; no member sees it.", examples=["Call her on Monday."]),
    ]


class BulkAnswersShape(WrittenShape):
    """One answer to many."""

    subjects: Annotated[
        list[Annotated[str, Field(pattern=r"^(clm|enq|tsk)_[a-z2-7]{8,120}$")]],
        Field(
            min_length=1,
            max_length=MOST_SUBJECTS,
            description="Claims, enquiries, or tasks of claims. A task that only asks to be done is "
            "closed in the same step; any other waits for its decision.",
            examples=[["clm_a2zt5pxlrqsc3dmkow7vyb4g"]],
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the words, and of a subject that is named twice."""
        named = sent.get("subjects")
        listed = named if isinstance(named, list) else []
        twice = [place for place, subject in enumerate(listed) if subject in listed[:place]]
        return [
            *super().between(sent),
            *(Fault(f"/subjects/{place}", "subject-twice", "") for place in twice),
        ]
