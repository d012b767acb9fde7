"""Where an operator's commands work: in the account of the credentials, or on the running embedded stack."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from infra.account.command import CommandFault
from infra.stage import IN_AN_ACCOUNT, ROOT, Stage, stage

RUNNING_STACK = ROOT / ".local" / "stack.json"
"""The file that says where the embedded stack of this checkout runs."""

RULES = "INVOICE_RULES"
"""The variable that names the folder of official invoice rules (``docs/operators.md``)."""


class NoStackRuns(CommandFault):
    """The stage is ``local``, and no embedded stack is running in this checkout."""


class OnlyInAnAccount(CommandFault):
    """The stage is ``local``, where the command has nothing to do."""


def stage_of(environment: Mapping[str, str]) -> Stage:
    """Returns the stage that ``STAGE`` names, in the region of the credentials.

    Raises ``UnknownStage`` or ``ForeignRegion``.
    """
    return stage(environment.get("STAGE"), _region_of(environment), rules=environment.get(RULES))


def account_stage_of(environment: Mapping[str, str]) -> Stage:
    """Returns the stage that ``STAGE`` names, which is one of a real account.

    Raises ``UnknownStage``, ``ForeignRegion`` or ``OnlyInAnAccount``.
    """
    rules = environment.get(RULES)
    to = stage(environment.get("STAGE"), _region_of(environment), rules=rules, offered=IN_AN_ACCOUNT)
    if to.local:
        stages = ", ".join(IN_AN_ACCOUNT)
        raise OnlyInAnAccount(
            "The stage local is the embedded stack, which `make run` prepares and deploys itself. "
            f"This command is for a stage of an account: {stages}."
        )
    return to


def client(to: Stage, service: str, **options: Any) -> Any:
    """Returns a boto3 client of a service where the stage is. Raises ``NoStackRuns``."""
    import boto3

    return boto3.client(service, **_place_of(to), **options)


def _place_of(to: Stage) -> Mapping[str, Any]:
    if not to.local:
        return {"region_name": to.region}
    if not RUNNING_STACK.exists():
        raise NoStackRuns("No stack is running here: start it with `make run` in another terminal.")
    return {
        "endpoint_url": json.loads(RUNNING_STACK.read_text("utf-8"))["awsEndpoint"],
        "region_name": "eu-north-1",
        "aws_access_key_id": "test",
        "aws_secret_access_key": "test",
    }


def _region_of(environment: Mapping[str, str]) -> str | None:
    """Returns the region of ``AWS_REGION``, of ``AWS_DEFAULT_REGION`` or of the chosen profile."""
    import boto3

    return (
        environment.get("AWS_REGION")
        or os.environ.get("AWS_DEFAULT_REGION")
        or boto3.session.Session().region_name
    )
