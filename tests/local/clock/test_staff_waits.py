from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from local.clock.staff_waits import due_timeouts

TASK = {"taskId": {"S": "tsk_1"}, "taskToken": {"S": "token-1"}, "openedAt": {"S": "2026-11-01T10:00:00Z"}}
BEFORE = datetime.fromisoformat("2026-11-30T00:00:00Z")
DUE = datetime.fromisoformat("2026-12-01T10:00:00Z")


class Gone(Exception):
    """No execution waits with the token."""


class States:
    """Step Functions with a workflow that waits 30 days, and a machine of another app that waits a second."""

    class exceptions:  # noqa: N801
        """The errors of the boto3 client."""

        TaskDoesNotExist = TaskTimedOut = Gone

    def __init__(self, *, waits: bool = True) -> None:
        self.waits, self.failed = waits, list[tuple[str, str]]()

    def list_state_machines(self) -> dict[str, Any]:
        names = {"helsebro-local-claim-approval": "2592000", "other": "1"}
        return {"stateMachines": [{"name": name, "stateMachineArn": arn} for name, arn in names.items()]}

    def describe_state_machine(self, *, stateMachineArn: str) -> dict[str, str]:  # noqa: N803
        waits = {"Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"}
        asks = {**waits, "TimeoutSeconds": int(stateMachineArn)}
        issues = {"Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 9_999_999}
        return {"definition": json.dumps({"States": {"AskStaff": asks, "Issue": issues, "End": {}}})}

    def send_task_heartbeat(self, *, taskToken: str) -> None:  # noqa: N803
        assert taskToken == "token-1"
        if not self.waits:
            raise Gone

    def send_task_failure(self, *, taskToken: str, error: str, cause: str) -> None:  # noqa: N803
        assert cause
        if not self.waits:
            raise Gone
        self.failed.append((taskToken, error))


class DynamoDb:
    """The table of cases with one open task."""

    def get_paginator(self, _: str) -> DynamoDb:
        return self

    def paginate(self, **asked: Any) -> list[dict[str, Any]]:
        assert asked["TableName"] == "cases"
        return [{"Items": []}, {"Items": [TASK]}]


@pytest.mark.parametrize("until, due", [("2026-12-01T09:59:59Z", []), ("2026-12-01T10:00:00Z", [DUE])])
def test_a_task_times_out_when_staff_have_not_decided_in_time(until: str, due: list[datetime]) -> None:
    runs = due_timeouts(States(), DynamoDb(), "cases", BEFORE, datetime.fromisoformat(until))
    assert [run.due_at for run in runs] == due


def test_a_timeout_that_an_earlier_move_has_passed_is_not_due_again() -> None:
    assert due_timeouts(States(), DynamoDb(), "cases", DUE, DUE + timedelta(days=1)) == []


def test_an_open_task_for_which_no_workflow_waits_is_not_due() -> None:
    assert due_timeouts(States(waits=False), DynamoDb(), "cases", BEFORE, DUE) == []


def test_the_workflow_gets_the_error_of_a_timeout() -> None:
    states = States()
    [run] = due_timeouts(states, DynamoDb(), "cases", BEFORE, DUE)
    run.run()
    assert states.failed == [("token-1", "States.Timeout")]


def test_a_workflow_that_stops_waiting_during_the_move_is_left_alone() -> None:
    states = States()
    [run] = due_timeouts(states, DynamoDb(), "cases", BEFORE, DUE)
    states.waits = False
    run.run()
    assert states.failed == []
