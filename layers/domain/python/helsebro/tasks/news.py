"""The events of a task: that it was opened, and that staff decided it."""

from __future__ import annotations

from helsebro.events import Event
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task


def opened(task: Task) -> Event:
    """The event that a task waits for the staff."""
    return Event("task.opened", task.opened_at, task.payer, _ids(task))


def decided(task: Task, decision: StaffDecision) -> Event:
    """The event that a task was decided, which lets its workflow go on."""
    data = {**_ids(task), "decision": decision.decision}
    return Event("task.decided", decision.at, task.payer, data)


def _ids(task: Task) -> dict[str, str]:
    return {"taskId": task.task_id, "queue": task.queue, **task.subject.ids()}
