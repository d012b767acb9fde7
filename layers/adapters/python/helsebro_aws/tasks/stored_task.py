"""Stored task: a task with what is stored beside it for its workflow, and shown to no one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helsebro.tasks.task import Task

EVENT = ("eventId", "type", "at", "payer", "data", "clinicId")
"""The parts of an event, as the bus sends it."""


@dataclass(frozen=True)
class StoredTask:
    """``token`` is that of the workflow that waits for the task; None when no workflow ever waited.

    ``started_by`` is the event that started the workflow. ``is_resumed`` is whether a workflow has taken the
    decision; until then the task is listed as waiting.
    """

    task: Task
    token: str | None
    started_by: Mapping[str, Any]
    is_resumed: bool

    @property
    def starts_again_on(self) -> dict[str, Any]:
        """The event that starts the workflow again: the same event, with the task that is already decided.

        ``retriedBy`` is the task whose decision starts it, so that another failure has a task of its own.
        """
        decided = self.task.retry_of or self.task.task_id
        return {**self.started_by, "taskId": decided, "retriedBy": self.task.task_id}


def event_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the event that started a workflow from the input of any of its steps."""
    return {name: given[name] for name in EVENT if name in given}
