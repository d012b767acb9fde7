"""Writing: one message, stored with its thread, what it answers and its events in one commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from helsebro.caller import QUALITY, Caller
from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.facts.fact_statement import role_of
from helsebro.claims.mandates import used_by
from helsebro.errors import BadInput, Fault, NotAllowed, NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, ThreadId
from helsebro.messages import thread_events
from helsebro.messages.message import WRITERS, ThreadMessage, WrittenBy
from helsebro.messages.thread import InboxQueue, Thread, ThreadChanged
from helsebro.messages.words import Words
from helsebro.receipt import Receipt
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.refusals import Busy
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.messages.dynamo_colleagues import DynamoColleagues
from helsebro_aws.messages.dynamo_threads import DynamoThreads
from helsebro_aws.platform import clock

WrittenIn: TypeAlias = tuple[Thread, ThreadMessage]
"""A thread with one message more, and the message."""
RecordOf: TypeAlias = Callable[[Thread, ThreadMessage], Receipt]
"""Returns the receipt of a stored message and its thread."""
StoredBeside: TypeAlias = Callable[[], tuple[Sequence[Operation], Sequence[Event]]]
"""Returns what the same commit does beside, such as closing a task, from what is stored now."""
WordsFor: TypeAlias = Callable[[Thread, Claim | None], Words]
"""Returns what is written in a thread, of a case or of none."""


def nothing() -> tuple[Sequence[Operation], Sequence[Event]]:
    """Returns nothing to do beside."""
    return (), ()


class Writing:
    """Writes in the threads of cases and enquiries.

    A thread that others keep changing is ``Busy``: the same call may be sent again later.
    """

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.threads, self.claims = DynamoThreads(on), DynamoClaims(on)
        self.colleagues = DynamoColleagues(on)

    def note_reader(self, caller: Caller) -> None:
        """Stores that a staff member reads the inbox, so that colleagues can give them a case (F4-10)."""
        if seen := self.colleagues.seen(caller):
            self.tables.commit(seen)

    def thread_of(self, claim_id: ClaimId, caller: Caller) -> tuple[Claim, Thread]:
        """Returns a case and its thread, as the caller may see them now.

        Raises ``NotFound`` when the caller may not read the case, ``NotAllowed`` to staff of another queue.
        """
        claim = self.claims.visible(claim_id, caller)
        thread = self.threads.of_claim(claim)
        if caller.payer and not thread.is_worked_by(caller):
            raise NotAllowed("role-missing")
        return claim, thread

    def read_by(self, claim_id: ClaimId, caller: Caller) -> tuple[Claim, Thread]:
        """Returns what ``thread_of`` does, also to quality while there is a complaint (R-1501)."""
        claim = self.claims.visible(claim_id, caller)
        if claim.complaints and QUALITY in caller.rights:
            return claim, self.threads.of_claim(claim)
        return self.thread_of(claim_id, caller)

    def enquiry_of(self, thread_id: ThreadId, by: Caller) -> Thread:
        """Returns an enquiry as it is now. Raises ``NotFound`` to staff who do not work on it."""
        thread = self.threads.find(thread_id)
        if not (thread.is_enquiry and thread.is_worked_by(by)):
            raise NotFound()
        return thread

    def in_case(
        self,
        claim_id: ClaimId,
        caller: Caller,
        words: WordsFor,
        record: RecordOf,
        beside: StoredBeside = nothing,
    ) -> WrittenIn:
        """Stores a message in a case; the member's answers an open question where it may.

        Raises what ``thread_of`` raises, ``Conflict``, ``Unavailable``.
        """

        def act() -> WrittenIn:
            claim, thread = self.thread_of(claim_id, caller)
            if caller.payer:
                operations, events = beside()
                said = words(thread, claim)
                by = WrittenBy("staff", staff=caller.subject)
                return self._store(thread, said, by, caller, record, operations, events)
            return self._of_member(claim, thread, caller, words(thread, claim), record)

        return retry_on_conflict(act, (ThreadChanged, ClaimChanged), otherwise=Busy())

    def in_enquiry(self, new: Thread, caller: Caller, words: WordsFor, record: RecordOf) -> WrittenIn:
        """Stores a message in an enquiry, of which ``new`` is the thread when no one has written yet.

        The caller may write in it. Raises ``Conflict``, ``Unavailable``.
        """

        def act() -> WrittenIn:
            thread = self.threads.known(new.thread_id) or new
            own = WrittenBy("member", caller.person_id)
            by = WrittenBy("staff", staff=caller.subject) if caller.payer else own
            return self._store(thread, words(thread, None), by, caller, record)

        return retry_on_conflict(act, ThreadChanged, otherwise=Busy())

    def hand_over(
        self,
        found: Callable[[], Thread],
        caller: Caller,
        to: tuple[str | None, InboxQueue | None],
        note: Words | None,
        record: Callable[[Thread], Receipt] | None = None,
    ) -> Thread:
        """Stores who works on a thread; with a note for them, the staff of its queue are told by mail.

        ``found`` returns the thread as it is now, and raises when the caller does not work on it. Raises
        ``BadInput`` for an assignee who is not known to work on the queue.
        """
        assignee, queue = to

        def act() -> Thread:
            before, at = found(), clock.now()
            if assignee and (assignee, queue or before.queue) != (before.assignee, before.queue):
                self.colleagues.must_work_on(queue or before.queue, assignee, caller)
            after = before.assigned(assignee, queue, at)
            operations, events = list(self.colleagues.seen(caller)), list[Event]()
            if note:
                after, message = after.written(note, WrittenBy("staff", staff=caller.subject), at)
                operations.append(self.threads.creation(message))
                events.append(thread_events.handed_over(after, at))
            if after != before:
                operations += self.threads.replacement(before, after)
            if operations or record:
                self.tables.commit(operations, events=events, receipt=record(after) if record else None)
            return after

        return retry_on_conflict(act, ThreadChanged, otherwise=Busy())

    def settle(self, found: Callable[[], Thread], caller: Caller, receipt: Receipt) -> None:
        """Stores that what waits in a thread needs no answer: its clock ends, and the member can read it."""

        def act() -> None:
            before, at = found(), clock.now()
            changed, events = list(self.colleagues.seen(caller)), list[Event]()
            if before.waits_for:
                after, message = before.settled(at, caller.subject)
                changed += self._changes(before, after, message)
                events = thread_events.of_answer(before, after, at)
            self.tables.commit(changed, events=events, receipt=receipt)

        retry_on_conflict(act, ThreadChanged, otherwise=Busy())

    def mark_read(self, found: Callable[[], Thread], caller: Caller, number: int) -> Thread:
        """Stores up to where the caller's side has read; less than before changes nothing."""

        def act() -> Thread:
            before = found()
            after = before.read("staff" if caller.payer else "member", number, clock.now())
            if after is not before:
                self.tables.commit(self.threads.replacement(before, after))
            return after

        return retry_on_conflict(act, ThreadChanged, otherwise=Busy())

    def _of_member(
        self, claim: Claim, thread: Thread, caller: Caller, words: Words, record: RecordOf
    ) -> WrittenIn:
        at = clock.now()
        role, mandate = role_of(caller, claim, at), used_by(claim, caller, "contact", at)
        by = WrittenBy(WRITERS[role], caller.person_id, mandate.mandate_id if mandate else None)
        if words.answers is False or not claim.may_be_acted_on_by(caller, at):
            if words.answers:
                raise _nothing_asked()
            return self._store(thread, words, by, caller, record)
        # Here, so that what is no answer loads no code of the engine.
        from helsebro_aws.messages.question_answers import QuestionAnswers

        answered = QuestionAnswers(self.tables).taken(claim, words.text, role, at)
        if words.answers and answered.to is None and answered.claim is claim:
            raise _nothing_asked()
        after, message = thread.written(words, by, at, answers=answered.to)
        operations = [*self._changes(thread, after, message), *answered.operations]
        events = [*thread_events.of_message(thread, after, message), *answered.events]
        if answered.claim is claim:
            self.tables.commit(operations, events=events, receipt=record(after, message))
        else:
            self.claims.change(claim, answered.claim, operations, events, record(after, message))
        return after, message

    def _store(
        self,
        before: Thread,
        words: Words,
        by: WrittenBy,
        caller: Caller,
        record: RecordOf,
        also: Sequence[Operation] = (),
        events: Sequence[Event] = (),
    ) -> WrittenIn:
        after, message = before.written(words, by, clock.now())
        told = [*thread_events.of_message(before, after, message), *events]
        seen = self.colleagues.seen(caller) if by.staff else ()
        operations = [*self._changes(before, after, message), *seen, *also]
        self.tables.commit(operations, events=told, receipt=record(after, message))
        return after, message

    def _changes(self, before: Thread, after: Thread, message: ThreadMessage) -> list[Operation]:
        return [self.threads.creation(message), *self.threads.replacement(before, after)]


def _nothing_asked() -> BadInput:
    """Returns the fault of words that must answer, where the caller can answer no question."""
    return BadInput([Fault("/answersQuestion", "question-not-open", "")])
