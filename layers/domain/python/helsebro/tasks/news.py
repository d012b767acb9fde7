"""The events of a task: ``task.opened``, ``task.decided``, ``task.closed`` and ``workflow.failed``."""

from __future__ import annotations

import hashlib
from datetime import datetime

from helsebro import ids
from helsebro.events import Event
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task


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


def closed(task: Task, at: datetime) -> Event:
    """Returns the event for a task without a workflow that staff have done."""
    return Event("task.closed", at, task.payer, _ids(task))


def workflow_failed(task: Task, error: str, at: datetime) -> Event:
    """Returns the event for a workflow that ended before its work was done; ``task`` is the staff's way on.

    ``error`` is the name of the error, never its text.
    """
    return Event("workflow.failed", at, task.payer, {**_ids(task), "error": error})


def _ids(task: Task) -> dict[str, str]:
    return {"taskId": task.task_id, "queue": task.queue, **task.subject.ids()}
