"""The events of a task: ``task.opened`` and ``task.decided``."""

from __future__ import annotations

from helsebro.events import Event
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task


def opened(task: Task) -> Event:
    """Returns the event for a task that now waits for the staff."""
    return Event("task.opened", task.opened_at, task.payer, _ids(task))


def decided(task: Task, decision: StaffDecision) -> Event:
    """Returns the event for a decided task, which resumes its workflow."""
    data = {**_ids(task), "decision": decision.decision}
    return Event("task.decided", decision.at, task.payer, data)


def _ids(task: Task) -> dict[str, str]:
    return {"taskId": task.task_id, "queue": task.queue, **task.subject.ids()}
