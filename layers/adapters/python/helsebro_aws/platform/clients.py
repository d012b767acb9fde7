"""Clients of AWS services: one a process for each service, made on first use; boto3 is loaded only then.

(DynamoDB and the encryption of fields go through ``rust_core``.)
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

from helsebro_aws.platform.settings import Settings, settings

API_SECONDS = 10
"""The time of a function, unless ``infra`` gives it more."""
ATTEMPTS = 2
CONNECT_SECONDS = 1.0
SPARE_SECONDS = 2.0
"""What is left of a function's time for the pause between the attempts and for telling that both failed."""
ONE_AT_A_TIME = Lock()
"""boto3 uses a client from many threads, but cannot make two at once."""


def client(service: str, to: Settings = settings, within: int = API_SECONDS) -> Any:
    """The boto3 client of a service, such as ``"s3"``.

    ``within`` is the time of the function in seconds: a service that does not answer is an error of botocore
    before that, never a function that is cut off.
    """
    with ONE_AT_A_TIME:
        return _client(service, to.region, to.endpoint_url, within)


@cache
def _client(service: str, region: str, endpoint_url: str | None, within: int) -> Any:
    import boto3
    from botocore.config import Config

    # By its region's own name: the global one redirects, and neither a form nor a signed link follows.
    style = "path" if endpoint_url else "virtual"
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=(within - SPARE_SECONDS) / ATTEMPTS - CONNECT_SECONDS,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
        signature_version="s3v4" if service == "s3" else None,
        s3={"addressing_style": style},
        ignore_configured_endpoint_urls=True,
    )
    return boto3.client(service, region_name=region, endpoint_url=endpoint_url, config=config)
