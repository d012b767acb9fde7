"""Releases: which version of each function was live before the last deployment, and the way back to it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from infra.account.command import CommandFault
from infra.stage import LIVE, Stage


class NothingToTakeBack(CommandFault):
    """No deployment of the stage is on record, it was the first, or it is already taken back."""


def name_of(stage: Stage) -> str:
    """Returns the name of the parameter that holds function → version, as JSON."""
    return stage.path_of("versions-before-last-deployment")


def live_versions(stage: Stage, functions: Iterable[str], awslambda: Any) -> dict[str, str]:
    """Returns function → live version, without functions that do not exist yet."""
    found = {}
    for name in functions:
        try:
            alias = awslambda.get_alias(FunctionName=stage.named(name), Name=LIVE)
        except awslambda.exceptions.ResourceNotFoundException:
            continue
        found[name] = str(alias["FunctionVersion"])
    return found


@contextmanager
def remembered(stage: Stage, functions: Collection[str], awslambda: Any, parameters: Any) -> Iterator[None]:
    """Stores the versions from before the block, also when it fails, if any function has another one then."""
    before = live_versions(stage, functions, awslambda)
    try:
        yield
    finally:
        if live_versions(stage, functions, awslambda) != before:
            remember(stage, before, parameters)


def remember(stage: Stage, versions: Mapping[str, str], parameters: Any) -> None:
    """Stores these versions as those before the last deployment."""
    parameters.put_parameter(
        Name=name_of(stage),
        Type="String",
        Tier="Intelligent-Tiering",
        Value=json.dumps(versions, separators=(",", ":")),
        Overwrite=True,
    )


def take_back(stage: Stage, awslambda: Any, parameters: Any) -> dict[str, tuple[str, str]]:
    """Moves every function to its version before the last deployment, all calls at once.

    Returns function → (version until now, version from now) of those that moved. Raises
    ``NothingToTakeBack``. Taken back twice, it moves nothing more.
    """
    try:
        before = json.loads(parameters.get_parameter(Name=name_of(stage))["Parameter"]["Value"])
    except parameters.exceptions.ParameterNotFound:
        raise NothingToTakeBack(f"No deployment of {stage.name} is on record.") from None
    if not before:
        raise NothingToTakeBack(
            f"The last deployment of {stage.name} was its first: no version is from before it."
        )
    now = live_versions(stage, before, awslambda)
    moved = {name: (now[name], before[name]) for name in now if now[name] != before[name]}
    if not moved:
        raise NothingToTakeBack(f"Every function of {stage.name} already has its version from before.")
    for name, (_, version) in moved.items():
        awslambda.update_alias(
            FunctionName=stage.named(name), Name=LIVE, FunctionVersion=version, RoutingConfig={}
        )
    return moved
