"""The lock of a deployment: one at a time for a stage, whoever starts it and wherever.

It is a parameter of the stage's parameter store, because putting it without overwriting is one atomic step.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from infra.account.command import CommandFault
from infra.stage import Stage

BUSY = ("_IN_PROGRESS",)
"""How CloudFormation's states end while it changes a stack."""


class DeploymentRuns(CommandFault):
    """Another deployment of the stage runs, or was killed; the text says what to do."""


def name_of(stage: Stage) -> str:
    """Returns the name of the stage's lock."""
    return stage.path_of("deployment")


@contextmanager
def held(stage: Stage, parameters: Any, by: str, at: datetime) -> Iterator[None]:
    """Holds the lock of the stage while the block runs. Raises ``DeploymentRuns``."""
    name = name_of(stage)
    try:
        parameters.put_parameter(Name=name, Type="String", Value=f"{by}, {at:%Y-%m-%d %H:%M} UTC")
    except parameters.exceptions.ParameterAlreadyExists:
        raise DeploymentRuns(_held_by(holder_of(stage, parameters), stage)) from None
    try:
        yield
    finally:
        parameters.delete_parameter(Name=name)


def _held_by(holder: str | None, stage: Stage) -> str:
    return (
        f"Another deployment of {stage.name} runs ({holder or 'it ends just now'}). Wait until it ends. If "
        "it was killed, see that no stack is in progress and remove its lock: "
        f"make unlock STAGE={stage.name}"
    )


def holder_of(stage: Stage, parameters: Any) -> str | None:
    """Returns who holds the lock of the stage and since when, or None."""
    try:
        return str(parameters.get_parameter(Name=name_of(stage))["Parameter"]["Value"])
    except parameters.exceptions.ParameterNotFound:
        return None


def must_be_idle(stage: Stage, stacks: Any, parameters: Any) -> None:
    """Raises ``DeploymentRuns`` when CloudFormation still changes a stack of the stage.

    The text also names who holds the lock, if there is one.
    """
    busy = [
        f"{stack['StackName']} ({stack['StackStatus']})"
        for page in stacks.get_paginator("describe_stacks").paginate()
        for stack in page["Stacks"]
        if stack["StackName"].startswith(stage.named("")) and stack["StackStatus"].endswith(BUSY)
    ]
    if busy:
        holder = holder_of(stage, parameters)
        raise DeploymentRuns(
            f"CloudFormation still changes {', '.join(sorted(busy))}"
            f"{f', for the deployment of {holder}' if holder else ''}. Wait until it ends."
        )
