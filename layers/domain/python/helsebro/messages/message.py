"""Message (besked): words between a member and the staff of the payer, in a case or before one (F4-09)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from helsebro.claims.facts.case_fact import FactRole
from helsebro.claims.urgent.acute_need import AcuteNeed, first_need
from helsebro.claims.urgent.acute_words import needs_in
from helsebro.ids import DocumentId, MandateId, MessageId, PersonId, ThreadId

Writer = Literal["member", "guardian", "holder", "staff"]
Side = Literal["member", "staff"]
AnsweredQuestion = Literal["claim", "refund", "extension"]
"""What the staff asked about: a message of the member can be the answer (F4-08)."""


@dataclass(frozen=True)
class WrittenBy:
    """Who writes: the role, and the person, with the mandate of a holder, or the ``staff`` member."""

    role: Writer
    person_id: PersonId | None = None
    mandate_id: MandateId | None = None
    staff: str | None = None


WRITERS: dict[FactRole, Writer] = {
    "member": "member",
    "guardian": "guardian",
    "holder": "holder",
    "caseworker": "staff",
}


@dataclass(frozen=True)
class ThreadMessage:
    """``number`` counts the messages of its thread from 1. ``language`` is the one that the writer reads.

    ``documents`` are accepted papers of the case. ``answers`` says which question it answered. A ``note`` is
    what the staff write to each other, such as at a hand-over: no member sees it. ``staff`` is the subject of
    the staff member who wrote it, and no member sees that either. ``writer_id`` is the person who wrote it on
    the member's side, and ``mandate_id`` the mandate under which a holder did.
    """

    message_id: MessageId
    thread_id: ThreadId
    number: int
    by: Writer
    at: datetime
    text: str = field(repr=False)
    language: str
    documents: tuple[DocumentId, ...] = ()
    answers: AnsweredQuestion | None = None
    note: bool | None = None
    staff: str | None = None
    writer_id: PersonId | None = None
    mandate_id: MandateId | None = None

    @property
    def need(self) -> AcuteNeed | None:
        """What the words of the member's side suggest that cannot wait."""
        return first_need(needs_in(self.text)) if self.side == "member" else None

    @property
    def side(self) -> Side:
        """Which of the two sides wrote it."""
        return "staff" if self.by == "staff" else "member"
