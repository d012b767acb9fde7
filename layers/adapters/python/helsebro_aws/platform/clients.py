"""Clients of AWS services: one for each service and process, made on first use; only then is boto3 loaded.

(DynamoDB and field encryption use ``rust_core``.)
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any

from helsebro_aws.platform.settings import Settings, settings

API_SECONDS = 10
"""The timeout of a function, unless ``infra`` gives it more."""
ATTEMPTS = 2
CONNECT_SECONDS = 1.0
SPARE_SECONDS = 2.0
"""What remains of a function's time for the pause between the attempts and for the error when both fail."""
STACK_SECONDS = 60.0
"""How long an answer may take on the embedded stack, where requests wait for each other."""
ONE_AT_A_TIME = Lock()
"""boto3 uses a client from many threads, but cannot make two at once."""


def client(service: str, to: Settings = settings, within: int = API_SECONDS, *, once: bool = False) -> Any:
    """Returns the boto3 client of a service, such as ``"s3"``.

    ``within`` is the function's timeout in seconds: when a service does not answer, the client raises
    ``Unavailable`` before the function is cut off. It raises it for every fault that passes
    (``service_faults``).

    ``once`` is for what must not be done twice: the client sends a request a single time, and raises each
    fault as botocore does.
    """
    with ONE_AT_A_TIME:
        return _client(service, to.region, to.endpoint_url, within, once)


@cache
def _client(service: str, region: str, endpoint_url: str | None, within: int, once: bool) -> Any:
    import boto3
    from botocore.config import Config

    from helsebro_aws.platform import service_faults

    # The host name of the region: the global one redirects, which neither a form nor a signed link follows.
    style = "path" if endpoint_url else "virtual"
    attempts = 1 if once else ATTEMPTS
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=STACK_SECONDS if endpoint_url else _read_seconds(within, attempts),
        retries={"mode": "standard", "total_max_attempts": attempts},
        signature_version="s3v4" if service == "s3" else None,
        s3={"addressing_style": style},
        ignore_configured_endpoint_urls=True,
    )
    made = boto3.client(service, region_name=region, endpoint_url=endpoint_url, config=config)
    if not once:
        service_faults.watch(made)
    return made


def _read_seconds(within: int, attempts: int) -> float:
    return (within - SPARE_SECONDS) / attempts - CONNECT_SECONDS
