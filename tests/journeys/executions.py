"""Executions of the deployed workflows, and their doubles that wait seconds instead of 30 days.

A double has the deployed definition and role; only the time its waiting state waits is another. It takes the
task over from the execution that the rule started, as any second execution of the same event does.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from local.journey.steps import until
from local.stack.live_code import STACK
from local.stack.stack import Stack
from tests.journeys.access import client

WAITS = ".waitForTaskToken"


@dataclass(frozen=True)
class Execution:
    """An execution as it was when it was looked at."""

    arn: str
    status: str
    error: str
    output: dict[str, Any]
    steps: tuple[str, ...]


class Executions:
    """What runs on the stack's Step Functions."""

    def __init__(self, up: Stack) -> None:
        self.states = client(up, "stepfunctions")

    def deployed(self, workflow: str) -> str:
        """The ARN of a deployed workflow."""
        machines = self.states.list_state_machines()["stateMachines"]
        return next(str(one["stateMachineArn"]) for one in machines if one["name"] == f"{STACK}-{workflow}")

    @contextmanager
    def double(self, workflow: str, seconds: int | None) -> Iterator[str]:
        """A double of a deployed workflow that waits so many seconds, with ``None`` for ever."""
        of = self.states.describe_state_machine(stateMachineArn=self.deployed(workflow))
        definition = json.loads(of["definition"])
        for state in definition["States"].values():
            if str(state.get("Resource", "")).endswith(WAITS):
                del state["TimeoutSeconds"]
                state |= {} if seconds is None else {"TimeoutSeconds": seconds}
        made = self.states.create_state_machine(
            name=f"{of['name']}-{secrets.token_hex(3)}",
            definition=json.dumps(definition),
            roleArn=of["roleArn"],
            type=of["type"],
        )["stateMachineArn"]
        try:
            yield made
        finally:
            for execution in self.running(made):
                self.states.stop_execution(executionArn=execution)
            self.states.delete_state_machine(stateMachineArn=made)

    def start(self, machine: str, event: dict[str, Any]) -> str:
        """A new execution's ARN, with the event that the rule hands on as its input."""
        return str(
            self.states.start_execution(stateMachineArn=machine, input=json.dumps(event))["executionArn"]
        )

    def started_by_the_rule(self, workflow: str, subject_id: str) -> tuple[str, dict[str, Any]]:
        """The execution that an event about this claim or refund started, and the event."""
        machine = self.deployed(workflow)

        def look() -> tuple[str, dict[str, Any]] | None:
            for one in self.states.list_executions(stateMachineArn=machine)["executions"]:
                given = self.given(one["executionArn"])
                if subject_id in given:
                    return one["executionArn"], json.loads(given)
            return None

        return until(f"the execution of {workflow}", look)

    def running(self, machine: str) -> list[str]:
        """Executions of a machine that have not ended."""
        found = self.states.list_executions(stateMachineArn=machine, statusFilter="RUNNING")
        return [one["executionArn"] for one in found["executions"]]

    def given(self, execution: str) -> str:
        """The event that an execution was started with, as JSON."""
        return str(self.states.describe_execution(executionArn=execution)["input"])

    def now(self, execution: str) -> Execution:
        """The execution at this moment."""
        told = self.states.describe_execution(executionArn=execution)
        events = self.states.get_execution_history(executionArn=execution, maxResults=1000)["events"]
        entered = [
            one["stateEnteredEventDetails"]["name"] for one in events if "stateEnteredEventDetails" in one
        ]
        output = json.loads(told.get("output") or "{}")
        return Execution(execution, told["status"], told.get("error", ""), output, tuple(entered))

    def at_the_latest(self, execution: str, seconds: float) -> Execution:
        """The execution as it ended, or as it stands when these seconds are over."""
        deadline = time.monotonic() + seconds
        while (seen := self.now(execution)).status == "RUNNING" and time.monotonic() < deadline:
            time.sleep(0.1)
        return seen
