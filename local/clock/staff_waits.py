"""Waits for staff: workflows that stop waiting for a decision when their time is up (promise 7).

Step Functions counts the days itself, in real time, so the emulator gets the timeout as a failure of the task
with the same error, which the workflow handles alike. The wait for a signature is not among them: the clock
of the contract ends it before its time is up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from local.clock.due_run import DueRun
from local.stack.live_code import STAGE

ASKS_STAFF = "AskStaff"
"""The state of every workflow that waits for staff."""
TIMED_OUT = "States.Timeout"


def due_timeouts(states: Any, dynamodb: Any, table: str, after: datetime, until: datetime) -> list[DueRun]:
    """Returns the timeouts after one instant and until another; ``table`` is the name of the table of cases.

    A task stays open when its workflow has stopped waiting, so only those for which one still waits count.
    """
    longest = longest_wait(states)
    found = []
    for item in _waiting_tasks(dynamodb, table):
        due_at = datetime.fromisoformat(item["openedAt"]["S"]) + longest
        token = item["taskToken"]["S"]
        if after < due_at <= until and _waits(states, token):
            found.append(DueRun(due_at, "timeout", partial(_time_out, states, token)))
    return found


def longest_wait(states: Any) -> timedelta:
    """Returns how long the stack's workflows wait for staff: all wait equally long (infra/workflows.py)."""
    seconds = [
        int(_states(states, machine["stateMachineArn"])[ASKS_STAFF]["TimeoutSeconds"])
        for machine in states.list_state_machines()["stateMachines"]
        if machine["name"].startswith(STAGE.named(""))
    ]
    return timedelta(seconds=max(seconds))


def _states(states: Any, machine: str) -> dict[str, dict[str, Any]]:
    definition = states.describe_state_machine(stateMachineArn=machine)["definition"]
    found: dict[str, dict[str, Any]] = json.loads(definition)["States"]
    return found


def _waiting_tasks(dynamodb: Any, table: str) -> Iterator[dict[str, Any]]:
    """Yields the open tasks with a token, as DynamoDB shows them."""
    pages = dynamodb.get_paginator("scan").paginate(
        TableName=table,
        FilterExpression="attribute_type(taskToken, :text) AND #status = :open",
        ExpressionAttributeNames={"#status": "status"},
        ExpressionAttributeValues={":text": {"S": "S"}, ":open": {"S": "open"}},
    )
    for page in pages:
        yield from page["Items"]


def _waits(states: Any, token: str) -> bool:
    """Returns whether a workflow waits with this token; the sign of life (heartbeat) changes nothing else."""
    try:
        states.send_task_heartbeat(taskToken=token)
    except (states.exceptions.TaskDoesNotExist, states.exceptions.TaskTimedOut):
        return False
    return True


def _time_out(states: Any, token: str) -> None:
    """Ends the wait of a token; a workflow that no longer waits stays as it is."""
    try:
        states.send_task_failure(taskToken=token, error=TIMED_OUT, cause="The time to decide is up.")
    except (states.exceptions.TaskDoesNotExist, states.exceptions.TaskTimedOut):
        return
