"""Executions of the deployed workflows, and of doubles that wait seconds instead of 30 days.

A double has the deployed definition and role, but another timeout in its waiting state. It takes the task
over from the execution that the rule started, as every second execution of the same event does.
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
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.journeys.access import client

WAITS = ".waitForTaskToken"


@dataclass(frozen=True)
class Execution:
    """The state of an execution at one moment."""

    arn: str
    status: str
    error: str
    output: dict[str, Any]
    steps: tuple[str, ...]


class Executions:
    """The executions of the stack's Step Functions."""

    def __init__(self, up: Stack) -> None:
        self.states = client(up, "stepfunctions")

    def deployed(self, workflow: str) -> str:
        """Returns the ARN of a deployed workflow."""
        machines = self.states.list_state_machines()["stateMachines"]
        return next(
            str(machine["stateMachineArn"])
            for machine in machines
            if machine["name"] == STAGE.named(workflow)
        )

    @contextmanager
    def double(self, workflow: str, seconds: int | None) -> Iterator[str]:
        """Yields the ARN of a double that waits this many seconds, or for ever with ``None``."""
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
        """Starts an execution with an event as its input, as the rule does; returns its ARN."""
        return str(
            self.states.start_execution(stateMachineArn=machine, input=json.dumps(event))["executionArn"]
        )

    def started_by_the_rule(self, workflow: str, subject_id: str) -> tuple[str, dict[str, Any]]:
        """Waits for the execution that an event about this subject started; returns both."""
        machine = self.deployed(workflow)

        def look() -> tuple[str, dict[str, Any]] | None:
            for execution in self.states.list_executions(stateMachineArn=machine)["executions"]:
                event = self.input_of(execution["executionArn"])
                if subject_id in event:
                    return execution["executionArn"], json.loads(event)
            return None

        return until(f"the execution of {workflow}", look)

    def running(self, machine: str) -> list[str]:
        """Returns the executions of a machine that have not ended."""
        found = self.states.list_executions(stateMachineArn=machine, statusFilter="RUNNING")
        return [execution["executionArn"] for execution in found["executions"]]

    def input_of(self, execution: str) -> str:
        """Returns the event that started an execution, as JSON."""
        return str(self.states.describe_execution(executionArn=execution)["input"])

    def now(self, execution: str) -> Execution:
        """Returns the present state of an execution."""
        described = self.states.describe_execution(executionArn=execution)
        events = self.states.get_execution_history(executionArn=execution, maxResults=1000)["events"]
        entered = [
            event["stateEnteredEventDetails"]["name"]
            for event in events
            if "stateEnteredEventDetails" in event
        ]
        output = json.loads(described.get("output") or "{}")
        return Execution(execution, described["status"], described.get("error", ""), output, tuple(entered))

    def at_the_latest(self, execution: str, seconds: float) -> Execution:
        """Waits until the execution ends, at most these seconds, and returns its state."""
        deadline = time.monotonic() + seconds
        while (seen := self.now(execution)).status == "RUNNING" and time.monotonic() < deadline:
            time.sleep(0.1)
        return seen


def failed_workflows(up: Stack) -> set[str]:
    """Returns the executions that neither succeeded nor are running."""
    states = client(up, "stepfunctions")
    return {
        execution["executionArn"]
        for machine in states.list_state_machines()["stateMachines"]
        for execution in states.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]
        if execution["status"] not in ("SUCCEEDED", "RUNNING")
    }
