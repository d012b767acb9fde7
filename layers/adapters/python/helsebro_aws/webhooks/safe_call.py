"""Safe call: one request to another party's server, with the care of webhooks.

It connects to the checked IP address, expects the certificate of the name, follows no redirect, reads a
bounded answer, and ends within a fixed time however slowly the server answers.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from typing import Literal

from helsebro_aws.webhooks.safe_address import AddressRefused, Resolve, SafeAddress, resolved, safe
from helsebro_aws.webhooks.sender import PinnedConnection

LONGEST_ANSWER = 65_536
SECONDS = re.compile(r"[0-9]{1,6}")
WHOLE_TIME = 8.0
"""Seconds for the whole call, from connecting to the end of the answer."""


class NotConnected(Exception):
    """No request left. The text is ``address-refused``, ``certificate`` or ``unreachable``."""


class NoAnswer(Exception):
    """The request may have been carried out, but its answer is missing. The text is the fault's name."""


@dataclass(frozen=True)
class CallAnswer:
    """A status and the first bytes of the body.

    ``retry_after`` is how many seconds the server asks to wait (``Retry-After``), None without such a number.
    """

    status: int
    body: bytes
    retry_after: int | None = None


class CertifiedConnection(PinnedConnection):
    """A connection that also shows our own certificate, where the server asks for one."""

    def __init__(self, address: SafeAddress, timeout: float, trust: ssl.SSLContext | None) -> None:
        super().__init__(address, timeout)
        self.trust = trust or self.trust


@dataclass(frozen=True)
class CalledServer:
    """The server at ``url``; ``agent`` is how we name ourselves.

    ``local`` allows loopback without a certificate. At most ``longest`` bytes of an answer are read.
    """

    url: str
    agent: str
    trust: ssl.SSLContext | None = None
    local: bool = False
    resolve: Resolve = resolved
    whole_time: float = WHOLE_TIME
    longest: int = LONGEST_ANSWER

    def call(
        self, method: Literal["GET", "POST"], path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> CallAnswer:
        """Returns the answer, whatever its status. Raises ``NotConnected``, ``NoAnswer``."""
        try:
            address = safe(self.url + path, resolve=self.resolve, local=self.local)
        except AddressRefused:
            raise NotConnected("address-refused") from None
        connection = CertifiedConnection(address, self.whole_time, self.trust)
        timer = Timer(self.whole_time, connection.cut)
        timer.daemon = True
        timer.start()
        try:
            _connect(connection)
            fixed = {"user-agent": self.agent, "connection": "close"}
            return _exchange(connection, method, body, {**fixed, **headers}, self.longest)
        finally:
            timer.cancel()
            connection.close()


def _connect(connection: PinnedConnection) -> None:
    try:
        connection.connect()
    except OSError as fault:
        raise NotConnected("certificate" if isinstance(fault, ssl.SSLError) else "unreachable") from None


def _exchange(
    connection: PinnedConnection,
    method: str,
    body: bytes | None,
    headers: Mapping[str, str],
    longest: int,
) -> CallAnswer:
    try:
        connection.request(method, connection.address.target, body, dict(headers))
        answer = connection.getresponse()
        read = answer.read(longest)
    except (HTTPException, OSError) as fault:
        raise NoAnswer(type(fault).__name__) from None
    if connection.is_cut:  # what was cut off looks complete
        raise NoAnswer("timeout")
    return CallAnswer(answer.status, read, _seconds(answer.getheader("retry-after")))


def _seconds(text: str | None) -> int | None:
    """Returns the number of seconds that a server asks for; a day in its place is not read."""
    return int(text) if text and SECONDS.fullmatch(text.strip()) else None
