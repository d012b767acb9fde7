"""Register server: calls of a register, whose faults all mean that it is unavailable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.webhooks import safe_address
from helsebro_aws.webhooks.safe_call import CallAnswer, CalledServer, NoAnswer, NotConnected

AGENT = "Helsebro-Registers/1"


def server_at(url: str) -> CalledServer:
    """Returns the server at an address; on the embedded stack it may be on loopback."""
    return CalledServer(url.rstrip("/"), AGENT, local=safe_address.is_local())


def answer_of(
    server: CalledServer,
    method: Literal["GET", "POST"],
    path: str,
    headers: Mapping[str, str],
    body: bytes | None = None,
) -> CallAnswer:
    """Returns the answer, whatever its status. Raises ``RegisterUnavailable``."""
    try:
        return server.call(method, path, headers, body)
    except (NotConnected, NoAnswer) as fault:
        raise RegisterUnavailable(str(fault)) from None
