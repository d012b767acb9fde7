"""Thread (tråd): the messages of a case, or of an enquiry before a case, and who must answer (F4-09, F4-10).

The first message that waits for the staff starts their 24 hours (F4-06); what they write next answers all
that wait. The thread also says who works on the case, and up to where each side has read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, get_args

from helsebro import ids
from helsebro.caller import CASEWORKER, FINANCE, QUALITY, Caller, Right
from helsebro.claims.claim import Claim
from helsebro.claims.urgent.acute_need import AcuteNeed, first_need
from helsebro.errors import Conflict, NotFound
from helsebro.ids import ClaimId, EnquiryId, MessageId, PersonId, PolicyId, ThreadId
from helsebro.messages.message import AnsweredQuestion, Side, ThreadMessage, WrittenBy
from helsebro.messages.words import SETTLED, Words

InboxQueue = Literal["claims", "refunds", "complaints"]
QUEUES: tuple[InboxQueue, ...] = get_args(InboxQueue)
WORKED_BY: dict[InboxQueue, frozenset[Right]] = {
    "claims": frozenset({CASEWORKER}),
    "refunds": frozenset({CASEWORKER, FINANCE}),
    "complaints": frozenset({CASEWORKER, QUALITY}),
}
"""Who reads and answers the messages of a queue. Messages are health data: others see them only once a
caseworker has handed the case over."""
ENQUIRY = "enq_"


class ThreadChanged(Conflict):
    """Someone wrote, read or took the case after the thread was read."""


@dataclass(frozen=True)
class ReadMark:
    """Up to which message a side has read, and when it did."""

    number: int
    at: datetime


@dataclass(frozen=True)
class Thread:
    """``count`` is how many messages it has, notes among them. ``language`` is the member's.

    ``waits_for`` is the first message that the staff have not answered, of ``waits_since``. ``assignee`` is
    the subject of the staff member who works on it. ``country`` gives the time zone of its days. ``need`` is
    what the words that wait suggest: such a thread is read before all others.
    ``policy_id`` is the policy in which the person's name is. ``holder_id`` is who wrote last under a mandate
    since the staff last answered: their answer is for that person too.
    """

    thread_id: ThreadId
    payer: str
    person_id: PersonId
    country: str
    language: str
    changed_at: datetime
    queue: InboxQueue = "claims"
    version: int = 0
    count: int = 0
    waits_for: MessageId | None = None
    waits_since: datetime | None = None
    assignee: str | None = None
    read_by_member: ReadMark | None = None
    read_by_staff: ReadMark | None = None
    need: AcuteNeed | None = None
    policy_id: PolicyId | None = None
    holder_id: PersonId | None = None

    @classmethod
    def of_claim(cls, claim: Claim) -> Thread:
        """Returns the thread of a case in which no one has written yet."""
        thread_id, language = ThreadId(claim.claim_id), language_in(claim.country)
        return cls(
            thread_id,
            claim.payer,
            claim.person_id,
            claim.country,
            language,
            claim.reported_at,
            policy_id=claim.policy_id,
        )

    @classmethod
    def of_enquiry(
        cls, payer: str, person_id: PersonId, country: str, at: datetime, policy_id: PolicyId | None = None
    ) -> Thread:
        """Returns the thread of a person who first writes to a payer before a case; each has one."""
        seed = hashlib.sha256(f"enquiry:{person_id}".encode()).digest()
        enquiry_id = ThreadId(ids.mint("enq", payer, seed))
        return cls(enquiry_id, payer, person_id, country, language_in(country), at, policy_id=policy_id)

    @property
    def is_enquiry(self) -> bool:
        """Whether it belongs to no case."""
        return self.thread_id.startswith(ENQUIRY)

    @property
    def claim_id(self) -> ClaimId:
        """The claim that it belongs to. Raises ``NotFound`` for an enquiry."""
        if self.is_enquiry:
            raise NotFound()
        return ClaimId(self.thread_id)

    def awaits_answer_to(self, message: ThreadMessage) -> bool:
        """Whether the staff have still to answer a message."""
        if self.waits_for is None or message.side == "staff":
            return False
        is_answer = message.answers is not None and message.message_id != self.waits_for
        return message.number >= ids.number_of(self.waits_for) and not is_answer

    def named(self) -> dict[str, str]:
        """Returns the ids that events about it contain."""
        if self.is_enquiry:
            return {"enquiryId": EnquiryId(self.thread_id), "queue": self.queue}
        return {"claimId": self.claim_id, "queue": self.queue}

    def is_worked_by(self, caller: Caller) -> bool:
        """Whether the caller is of the staff who read and answer it."""
        return (
            bool(caller.payer) and caller.payer == self.payer and bool(caller.rights & WORKED_BY[self.queue])
        )

    def written(
        self,
        words: Words,
        by: WrittenBy,
        at: datetime,
        *,
        answers: AnsweredQuestion | None = None,
    ) -> tuple[Thread, ThreadMessage]:
        """Returns the thread with one message more, and the message.

        What a member writes waits for the staff, unless it ``answers`` their question: then the case goes on.
        Words that suggest an acute need wait for someone to read them, whatever they answer.
        """
        number = self.count + 1
        message = ThreadMessage(
            message_id=MessageId(ids.numbered("msg", self.thread_id, number)),
            thread_id=self.thread_id,
            number=number,
            by=by.role,
            at=at,
            text=words.text,
            language=words.language,
            documents=words.documents,
            answers=answers,
            note=words.note or None,
            staff=by.staff,
            writer_id=by.person_id,
            mandate_id=by.mandate_id,
        )
        after = self._changed(at, count=number)
        if message.note:
            # Whom it is for has read neither it nor what the member wrote.
            return after, message
        after = after.read(message.side, number, at)
        if message.side == "staff":
            return replace(after, waits_for=None, waits_since=None, need=None, holder_id=None), message
        need = message.need
        both = {said for said in (need, after.need) if said}
        holder_id = by.person_id if by.role == "holder" else after.holder_id
        after = replace(after, language=words.language, need=first_need(both), holder_id=holder_id)
        if (answers and not need) or after.waits_for:
            return after, message
        return replace(after, waits_for=message.message_id, waits_since=at), message

    def settled(self, at: datetime, staff: str) -> tuple[Thread, ThreadMessage]:
        """Returns the thread in which nothing has to be answered, and the message that says so."""
        return self.written(Words(SETTLED[self.language], self.language), WrittenBy("staff", staff=staff), at)

    def read(self, side: Side, number: int, at: datetime) -> Thread:
        """Returns the thread read by a side up to a message; unchanged if it had read that far."""
        before = self.read_up_to(side)
        if number <= before or number > self.count:
            return self
        mark = ReadMark(number, at)
        if side == "staff":
            return replace(self, read_by_staff=mark)
        return replace(self, read_by_member=mark)

    def read_up_to(self, side: Side) -> int:
        """Returns the number of the last message that a side has read; 0 for none."""
        mark = self.read_by_staff if side == "staff" else self.read_by_member
        return mark.number if mark else 0

    def has_read(self, side: Side, at: datetime) -> bool:
        """Whether a side has read the thread since an instant, as what was asked then."""
        mark = self.read_by_staff if side == "staff" else self.read_by_member
        return mark is not None and mark.at >= at

    def assigned(self, assignee: str | None, queue: InboxQueue | None, at: datetime) -> Thread:
        """Returns the thread with another assignee and queue; unchanged when it has both."""
        to = queue or self.queue
        if (assignee, to) == (self.assignee, self.queue):
            return self
        return self._changed(at, assignee=assignee, queue=to)

    def _changed(self, at: datetime, **changes: Any) -> Thread:
        return replace(self, changed_at=at, **changes)


def language_in(country: str) -> str:
    """Returns the language of a member who has not written yet."""
    return "nb" if country == "NO" else "da"
