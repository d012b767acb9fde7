"""Workflows: what a step is about, and the word that lets a waiting one go on.

A workflow's input is the event that started it, ``{"eventId","type","at","payer","data":{…}}``; every step
hands on what it was given and adds its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from helsebro.ids import TaskId
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.platform import clients
from helsebro_aws.platform.log import done
from helsebro_aws.platform.settings import Settings, settings

GONE = frozenset({"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})
"""What Step Functions answers to a token nobody waits with any more."""


def ids_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """The ids of a step's input: those of the event's ``data`` and those that stand beside it."""
    return {**given.get("data", {}), **given}


class WaitingWorkflows:
    """The executions that wait with a token."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The Step Functions client, made on first use."""
        return clients.client("stepfunctions", self.settings)

    def go_on(self, token: str, task: Task) -> None:
        """Tells the workflow what was decided: ``{"decision","taskId","grant"}``."""
        assert task.decision
        grant = to_item(task.decision.grant) if task.decision.grant else None
        told = {"decision": task.decision.decision, "taskId": task.task_id, "grant": grant}
        self._send(token, told)

    def stop(self, token: str, task_id: TaskId) -> None:
        """Tells a workflow that another execution waits in its place: ``decision`` is ``superseded``."""
        self._send(token, {"decision": "superseded", "taskId": task_id, "grant": None})

    def _send(self, token: str, told: Mapping[str, Any]) -> None:
        """A token that is used up or too old is harmless: whoever waits now has a newer one (promise 7)."""
        from botocore.exceptions import ClientError

        try:
            self.client.send_task_success(taskToken=token, output=json.dumps(told))
        except ClientError as refused:
            if refused.response["Error"]["Code"] not in GONE:
                raise
            done("workflow.not-waiting", taskId=told["taskId"])
