"""The AWS account of the caller's credentials, as the commands of an operator see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from infra.stage import Stage, stage

Client = Callable[..., Any]
"""``boto3.client``, or a replacement of a test: service and ``region_name`` → client."""


def client(service: str, **options: Any) -> Any:
    """Returns a boto3 client with the caller's credentials."""
    import boto3

    return boto3.client(service, **options)


def stage_of(environment: Mapping[str, str]) -> Stage:
    """Returns the stage that ``STAGE`` names, in the region of the credentials.

    Raises ``UnknownStage`` or ``ForeignRegion``.
    """
    return stage(environment.get("STAGE"), environment.get("AWS_REGION") or _region_of_the_profile())


def _region_of_the_profile() -> str | None:
    """Returns the region of ``AWS_DEFAULT_REGION`` or of the chosen profile."""
    import boto3

    return os.environ.get("AWS_DEFAULT_REGION") or boto3.session.Session().region_name
