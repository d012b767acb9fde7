"""Answering many: one answer to up to 50 cases, enquiries or tasks of one cause, each whole by itself.

Each subject has a commit and a receipt of its own. A call that is repeated under its key finds what is done
and does the rest, so no subject is answered twice and none is left half done (promise 5).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from helsebro.caller import Caller
from helsebro.errors import HelsebroError, Unavailable
from helsebro.events import Event
from helsebro.ids import ClaimId, MessageId, TaskId, ThreadId
from helsebro.messages.message import ThreadMessage
from helsebro.messages.thread import ENQUIRY, Thread
from helsebro.receipt import Receipt
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.refusals import AlreadyAnswered
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.http.errors import KeyReused
from helsebro_aws.messages.writing import WordsFor, Writing, nothing
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import FOLLOW_UP, WORKED_BY, deciding


@dataclass(frozen=True)
class SubjectResult:
    """What became of one subject. ``code`` is why it was refused; ``closed`` says that its task is closed."""

    subject: str
    message_id: MessageId | None = None
    closed: bool = False
    code: str | None = None
    passes: bool = False


class AnsweringMany:
    """Answers subjects one by one, for staff."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.writing, self.tasks = on, Writing(on), DynamoTasks(on)

    def run(
        self, subjects: Sequence[str], caller: Caller, words: WordsFor, whole: Receipt
    ) -> list[SubjectResult]:
        """Returns what became of each subject. ``whole`` is the receipt of the whole call.

        Raises ``KeyReused`` when the key stands for another call.
        """
        return [self._one(subject, caller, words, whole) for subject in subjects]

    def _one(self, subject: str, caller: Caller, words: WordsFor, whole: Receipt) -> SubjectResult:
        record = hashlib.sha256(f"{whole.record}:{subject}".encode()).hexdigest()

        def receipt(_thread: Thread, message: ThreadMessage, *, closes: bool) -> Receipt:
            body = {"messageId": message.message_id, "closed": closes}
            return replace(whole, record=record, status=201, body=body)

        try:
            message, closed = self._written(subject, caller, words, receipt)
        except AlreadyAnswered:
            return self._before(subject, record, whole)
        except HelsebroError as refusal:
            return SubjectResult(subject, code=refusal.code, passes=isinstance(refusal, Unavailable))
        return SubjectResult(subject, message.message_id, closed)

    def _written(
        self, subject: str, caller: Caller, words: WordsFor, receipt: Callable[..., Receipt]
    ) -> tuple[ThreadMessage, bool]:
        only = partial(receipt, closes=False)
        if subject.startswith(ENQUIRY):
            thread = self.writing.enquiry_of(ThreadId(subject), caller)
            return self.writing.in_enquiry(thread, caller, words, only)[1], False
        if not subject.startswith("tsk_"):
            return self.writing.in_case(ClaimId(subject), caller, words, only)[1], False
        task = self._open_task(TaskId(subject), caller)
        closes = deciding(task) is FOLLOW_UP
        _, message = self.writing.in_case(
            task.claim_id,
            caller,
            words,
            partial(receipt, closes=closes),
            (lambda: self._closing(self._open_task(task.task_id, caller), caller)) if closes else nothing,
        )
        return message, closes

    def _open_task(self, task_id: TaskId, caller: Caller) -> Task:
        task = self.tasks.of_payer(task_id, caller.payer)
        caller.must_have(WORKED_BY[task.queue])
        return task

    def _closing(self, task: Task, caller: Caller) -> tuple[Sequence[Operation], Sequence[Event]]:
        """Returns what closes a task that only asks to be done. Raises ``AlreadyDecided``."""
        by = min(right.value for right in WORKED_BY[task.queue] & caller.rights)
        decision = StaffDecision("approve", by, clock.now())
        after = task.decide(decision)
        return [self.tasks.replacement(task, after)], [news.closed(after, decision.at)]

    def _before(self, subject: str, record: str, whole: Receipt) -> SubjectResult:
        stored: Any = self.tables.answered(record) or {}
        if stored.get("fingerprint") != whole.fingerprint:
            raise KeyReused()
        body = json.loads(stored["body"])
        return SubjectResult(subject, body["messageId"], body["closed"])
