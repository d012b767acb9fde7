"""The events of a task: ``task.opened``, ``task.decided``, ``task.closed``, ``workflow.failed``, and those of
a question about a refund or an extension, whose task stays open: ``question.asked``, ``question.answered``.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from helsebro import ids
from helsebro.events import Event
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import CaseSubject, payer_of
from helsebro.tasks.task import Queue, Task


def opened(task: Task) -> Event:
    """Returns the event for a task that now waits for the staff."""
    return Event("task.opened", task.opened_at, task.payer, _ids(task))


def decided(task: Task, decision: StaffDecision) -> Event:
    """Returns the event for a decided task, which resumes its workflow.

    Its id follows from the task, which is decided once: the stored task names the event.
    """
    data = {**_ids(task), "decision": decision.decision}
    seed = hashlib.sha256(f"decided:{task.task_id}".encode()).digest()
    event_id = ids.in_time_order("evt", decision.at, seed)
    return Event("task.decided", decision.at, task.payer, data, event_id=event_id)


def question_asked(task: Task, at: datetime) -> Event:
    """Returns the event that the staff ask the member about an open task, whose clock pauses (F4-08)."""
    return Event("question.asked", at, task.payer, _ids(task))


def question_answered(subject: CaseSubject, queue: Queue, at: datetime) -> Event:
    """Returns the event that the member has answered a question about it: its clock goes on."""
    return Event("question.answered", at, payer_of(subject), {"queue": queue, **subject.ids()})


def closed(task: Task, at: datetime) -> Event:
    """Returns the event for a task without a workflow that staff have done."""
    why = {"reason": task.reason} if task.reason else {}
    return Event("task.closed", at, task.payer, {**_ids(task), **why})


def workflow_failed(task: Task, error: str, at: datetime) -> Event:
    """Returns the event for a workflow that ended before its work was done; ``task`` is the staff's way on.

    ``error`` is the name of the error, never its text.
    """
    return Event("workflow.failed", at, task.payer, {**_ids(task), "error": error})


def _ids(task: Task) -> dict[str, str]:
    return {"taskId": task.task_id, "queue": task.queue, **task.subject.ids()}
