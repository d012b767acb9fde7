"""Webhook sender: sends one POST to one safe address and returns the response.

It connects to the checked IP address, expects the certificate of the name, follows no redirects, reads no
body, and ends within a fixed time however slowly the receiver answers (promises 11, 12, 13).
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from http.client import HTTPConnection, HTTPException
from threading import Timer

from helsebro.webhooks import delivery
from helsebro.webhooks.delivery import Response
from helsebro_aws.webhooks.safe_address import AddressRefused, Resolve, SafeAddress, resolved, safe

WHOLE_TIME = 10.0
"""Seconds for one attempt, from connecting to the last header of the response."""


class PinnedConnection(HTTPConnection):
    """A connection to exactly the IP address that was checked, whatever the name resolves to now."""

    def __init__(self, address: SafeAddress, timeout: float) -> None:
        super().__init__(address.host, address.port, timeout=timeout)
        self.address = address
        self.default_port = 443 if address.encrypted else 80
        self.is_cut = False
        self.trust: ssl.SSLContext | None = None
        """Whom it trusts and what it shows of itself; the public authorities and nothing by default."""

    def connect(self) -> None:
        """Connects; with https it also verifies the certificate of the name."""
        self.sock = socket.create_connection((self.address.ip, self.address.port), self.timeout)
        if self.address.encrypted:
            # The handshake comes after the assignment, so that ``cut`` can end a slow handshake too.
            self.sock = (self.trust or _trust()).wrap_socket(
                self.sock, server_hostname=self.address.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()
        if self.is_cut:
            raise TimeoutError

    def cut(self) -> None:
        """Ends the connection from another thread, whatever it is waiting for."""
        self.is_cut = True
        if self.sock:
            # A socket that is already closing raises OSError.
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    at: datetime,
    *,
    local: bool = False,
    resolve: Resolve = resolved,
    whole_time: float = WHOLE_TIME,
) -> Response:
    """Returns the receiver's response; for an unsafe address or no answer, one without a status."""
    try:
        address = safe(url, resolve=resolve, local=local)
    except AddressRefused:
        return Response(None, fault="address-refused")
    connection = PinnedConnection(address, whole_time)
    timer = Timer(whole_time, connection.cut)
    timer.daemon = True
    timer.start()
    try:
        return _exchange(connection, body, headers, at)
    except (HTTPException, OSError, ValueError) as fault:
        return Response(None, fault=_word(fault, connection.is_cut))
    finally:
        timer.cancel()
        connection.close()


def _exchange(
    connection: PinnedConnection, body: bytes, headers: Mapping[str, str], at: datetime
) -> Response:
    fixed = {"content-type": "application/json", "user-agent": "Helsebro-Webhooks/1", "connection": "close"}
    connection.request("POST", connection.address.target, body, {**fixed, **headers})
    answer = connection.getresponse()
    if connection.is_cut:  # headers that were cut off look complete
        raise TimeoutError
    return Response(answer.status, delivery.retry_after(answer.getheader("Retry-After"), at))


def _word(fault: Exception, is_cut: bool) -> str:
    if is_cut or isinstance(fault, TimeoutError):
        return "timeout"
    if isinstance(fault, ssl.SSLError):
        return "certificate"
    return "unreachable" if isinstance(fault, OSError) else "answer-malformed"
