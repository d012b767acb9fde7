"""Workflows: the ids in a step's input, and the message that resumes a waiting workflow.

A workflow's input is the event that started it, ``{"eventId","type","at","payer","data":{…}}``; every step
passes its input on and adds its own result.
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

    def go_on(self, token: str, task: Task) -> None:
        """Resumes the workflow with the decision: ``{"decision","taskId","grant"}``."""
        assert task.decision
        grant = to_item(task.decision.grant) if task.decision.grant else None
        self._send(token, {"decision": task.decision.decision, "taskId": task.task_id, "grant": grant})

    def stop(self, token: str, task_id: TaskId) -> None:
        """Ends a workflow that another execution replaces: ``decision`` is ``superseded``."""
        self._send(token, {"decision": "superseded", "taskId": task_id, "grant": None})

    def _send(self, token: str, result: Mapping[str, Any]) -> None:
        """Ignores a used or outdated token: the waiting execution has a newer token (promise 7)."""
        from botocore.exceptions import ClientError

        try:
            self.client.send_task_success(taskToken=token, output=json.dumps(result))
        except ClientError as refused:
            if refused.response["Error"]["Code"] not in GONE:
                raise
            done("workflow.not-waiting", taskId=result["taskId"])
