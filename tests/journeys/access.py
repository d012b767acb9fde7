"""Access to the emulator's AWS services as its root user."""

from __future__ import annotations

from typing import Any

import boto3

from local.stack.stack import Stack


def client(up: Stack, service: str) -> Any:
    """Returns a boto3 client of the emulator."""
    return boto3.client(
        service,
        endpoint_url=up.addresses["awsEndpoint"],
        region_name=up.addresses["region"],
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
