"""The lock of a deployment: one at a time for a stage, whoever starts it and wherever.

It is a parameter of the stage's parameter store, because putting it without overwriting is one atomic step.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from infra.stage import Stage

BUSY = ("_IN_PROGRESS",)
"""How CloudFormation's states end while it changes a stack."""


class DeploymentRuns(Exception):
    """Another deployment of the stage runs, or was killed; the text says what to do."""


def name_of(stage: Stage) -> str:
    """Returns the name of the stage's lock."""
    return f"/helsebro/{stage.name}/deployment"


@contextmanager
def held(stage: Stage, parameters: Any, by: str, at: datetime) -> Iterator[None]:
    """Holds the lock of the stage while the block runs. Raises ``DeploymentRuns``."""
    name = name_of(stage)
    try:
        parameters.put_parameter(Name=name, Type="String", Value=f"{by}, {at:%Y-%m-%d %H:%M} UTC")
    except parameters.exceptions.ParameterAlreadyExists:
        raise DeploymentRuns(_who(parameters, name, stage)) from None
    try:
        yield
    finally:
        parameters.delete_parameter(Name=name)


def _who(parameters: Any, name: str, stage: Stage) -> str:
    holder = parameters.get_parameter(Name=name)["Parameter"]["Value"]
    return (
        f"Another deployment of {stage.name} runs ({holder}). Wait until it ends. If it was killed, see that "
        f"no stack is in progress and remove its lock: make unlock STAGE={stage.name}"
    )


def must_be_idle(stage: Stage, stacks: Any) -> None:
    """Raises ``DeploymentRuns`` when CloudFormation still changes a stack of the stage."""
    busy = [
        f"{stack['StackName']} ({stack['StackStatus']})"
        for page in stacks.get_paginator("describe_stacks").paginate()
        for stack in page["Stacks"]
        if stack["StackName"].startswith(stage.named("")) and stack["StackStatus"].endswith(BUSY)
    ]
    if busy:
        raise DeploymentRuns(f"CloudFormation still changes {', '.join(sorted(busy))}. Wait until it ends.")
