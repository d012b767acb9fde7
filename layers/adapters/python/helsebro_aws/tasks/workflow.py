"""Workflows: the ids in a step's input, and the message that resumes a waiting workflow.

A workflow's input is the event that started it, ``{"eventId","type","at","payer","data":{…}}``; every step
passes its input on and adds its own result.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from helsebro.errors import Unavailable
from helsebro.ids import TaskId
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.outbox_row import sent_again
from helsebro_aws.outbox.outbox_stream import Refusals
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.log import done
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.tasks.stored_task import StoredTask

GONE = frozenset({"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})
"""Step Functions' error codes for a token that is no longer waited for."""


def ids_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the ids in a step's input: those in the event's ``data`` and those beside ``data``."""
    return {**given.get("data", {}), **given}


class WaitingWorkflows:
    """The workflow executions that wait with a token."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The Step Functions client, made on first use."""
        return clients.client("stepfunctions", self.settings)

    @cached_property
    def bus(self) -> EventBridge:
        """The bus whose events start workflows."""
        return EventBridge(self.settings)

    def go_on(self, token: str, task: Task) -> bool:
        """Resumes the workflow with the decision: ``{"decision","taskId","grant"}``.

        Returns whether the workflow still waited.
        """
        assert task.decision
        grant = to_item(task.decision.grant) if task.decision.grant else None
        return self._send(token, {"decision": task.decision.decision, "taskId": task.task_id, "grant": grant})

    def go_on_unasked(self, token: str, subject_id: str) -> None:
        """Resumes a workflow about which the staff need not be asked, as after an approval."""
        done("staff.not-asked", subjectId=subject_id)
        self._send(token, {"decision": "approve"})

    def end_unanswered(self, token: str, task_id: TaskId) -> None:
        """Ends a workflow that does not wait for its task: ``decision`` is ``registered``.

        The decision starts it again.
        """
        self._send(token, {"decision": "registered", "taskId": task_id, "grant": None})

    def start_again(self, stored: StoredTask) -> None:
        """Starts the workflow of a decided task from its beginning; its steps do not repeat their effects.

        Raises ``Unavailable`` when the bus does not take the event.
        """
        self.start(stored.starts_again_on)

    def stop(self, token: str, task_id: TaskId) -> None:
        """Ends a workflow that another execution replaces: ``decision`` is ``superseded``."""
        self._send(token, {"decision": "superseded", "taskId": task_id, "grant": None})

    def resume(self, token: str, result: Mapping[str, Any]) -> bool:
        """Resumes a workflow that waits for something else than a task; returns whether it still waited."""
        return self._send(token, result)

    def start(self, event: Mapping[str, Any]) -> None:
        """Starts the workflow of an event once more. Raises ``Unavailable`` as ``start_again``."""
        if self.bus.put([sent_again(event, clock.now())]) != Refusals():
            raise Unavailable("busy")

    def _send(self, token: str, result: Mapping[str, Any]) -> bool:
        """Returns False for a used or outdated token: no execution waits with it (promise 7)."""
        from botocore.exceptions import ClientError

        try:
            self.client.send_task_success(taskToken=token, output=json.dumps(result))
        except ClientError as refused:
            if refused.response["Error"]["Code"] not in GONE:
                raise
            done("workflow.not-waiting", taskId=result.get("taskId"))
            return False
        return True
