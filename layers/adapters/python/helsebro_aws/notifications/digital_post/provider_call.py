"""Provider call: one POST to a provider of digital post, with the care of webhooks.

It connects to the checked IP address, expects the certificate of the name, follows no redirect, reads a
bounded answer, and ends within a fixed time however slowly the provider answers.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer

from helsebro_aws.notifications.outgoing import NotSent
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from helsebro_aws.webhooks.safe_address import AddressRefused, Resolve, SafeAddress, resolved, safe
from helsebro_aws.webhooks.sender import PinnedConnection

LONGEST_ANSWER = 65_536
WHOLE_TIME = 8.0
"""Seconds for the whole call, from connecting to the end of the answer."""


@dataclass(frozen=True)
class ProviderAnswer:
    """A status and the first bytes of the body."""

    status: int
    body: bytes


class CertifiedConnection(PinnedConnection):
    """A connection that also shows our own certificate, where the provider asks for one."""

    def __init__(self, address: SafeAddress, timeout: float, trust: ssl.SSLContext | None) -> None:
        super().__init__(address, timeout)
        self.trust = trust or self.trust


@dataclass(frozen=True)
class Provider:
    """Where a provider is called; ``local`` allows loopback without a certificate."""

    url: str
    trust: ssl.SSLContext | None = None
    local: bool = False
    resolve: Resolve = resolved
    whole_time: float = WHOLE_TIME

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> ProviderAnswer:
        """Returns the answer. Raises ``NotSent`` when no request left, ``OutcomeUnknown``."""
        try:
            address = safe(self.url + path, resolve=self.resolve, local=self.local)
        except AddressRefused:
            raise NotSent("address-refused") from None
        connection = CertifiedConnection(address, self.whole_time, self.trust)
        timer = Timer(self.whole_time, connection.cut)
        timer.daemon = True
        timer.start()
        try:
            _connect(connection)
            return _exchange(connection, body, headers)
        finally:
            timer.cancel()
            connection.close()


def _connect(connection: PinnedConnection) -> None:
    try:
        connection.connect()
    except OSError as fault:
        raise NotSent("certificate" if isinstance(fault, ssl.SSLError) else "unreachable") from None


def _exchange(connection: PinnedConnection, body: bytes, headers: Mapping[str, str]) -> ProviderAnswer:
    fixed = {"user-agent": "Helsebro-Notifications/1", "connection": "close"}
    try:
        connection.request("POST", connection.address.target, body, {**fixed, **headers})
        answer = connection.getresponse()
        read = answer.read(LONGEST_ANSWER)
    except (HTTPException, OSError) as fault:
        raise OutcomeUnknown(type(fault).__name__) from None
    if connection.is_cut:  # what was cut off looks complete
        raise OutcomeUnknown("timeout")
    return ProviderAnswer(answer.status, read)
