"""An account of its own for each test of a command of an operator."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import boto3
import pytest

from infra.stage import Stage, stage

REGION = "eu-north-1"
NUMBERS = count(200_000_000_000)


@pytest.fixture
def to() -> Stage:
    return stage("dev", REGION)


@pytest.fixture
def account(aws_endpoint: str) -> Callable[[str], Any]:
    """Returns a maker of clients of an account that is empty when the test begins."""
    number = str(next(NUMBERS))

    def client(service: str) -> Any:
        made = boto3.client(service, region_name=REGION, endpoint_url=aws_endpoint)
        made.meta.events.register("before-call", name_account)
        return made

    def name_account(params: dict[str, Any], **_: Any) -> None:
        params["headers"]["x-moto-account-id"] = number

    return client
