"""How calls are sent: with a credential, and again when the API is busy."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

import httpx

from helsebro_client.generated.client import AuthenticatedClient
from helsebro_client.problem import seconds_of

Credential = Callable[[httpx.Request], Mapping[str, str]]
"""Returns the headers that say who calls, made anew for each time that a call is sent."""


@dataclass(frozen=True)
class Retries:
    """How often a call is sent, and how it waits in between, in seconds; ``tries`` of 1 never repeats."""

    tries: int = 4
    longest_wait: float = 60
    wait: Callable[[float], None] = time.sleep


class RepeatingTransport(httpx.BaseTransport):
    """Sends a call again after 429 and 503, and after a lost connection.

    It is the same call, with the same ``Idempotency-Key``, so that the act is done once. A change that has no
    key is not repeated after a lost connection, because it may have been done.
    """

    def __init__(self, credential: Credential, retries: Retries, inner: httpx.BaseTransport) -> None:
        self._credential, self._retries, self._inner = credential, retries, inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends the call and returns the last answer."""
        request.read()
        for trial in range(1, self._retries.tries):
            seconds = self._answer_or_wait(request, trial)
            if isinstance(seconds, httpx.Response):
                return seconds
            self._retries.wait(seconds)
        return self._send(request)

    def close(self) -> None:
        """Closes the connections."""
        self._inner.close()

    def _answer_or_wait(self, request: httpx.Request, trial: int) -> httpx.Response | float:
        """Sends the call; returns its answer, or the seconds until it is sent again."""
        try:
            response = self._send(request)
        except httpx.TransportError:
            if not _may_repeat(request):
                raise
            return float(2 ** (trial - 1))
        if response.status_code not in (429, 503):
            return response
        asked = seconds_of(response.headers.get("retry-after"))
        seconds = float(2 ** (trial - 1)) if asked is None else asked
        if seconds > self._retries.longest_wait:
            return response
        response.close()
        return seconds

    def _send(self, request: httpx.Request) -> httpx.Response:
        request.headers.update(self._credential(request))
        return self._inner.handle_request(request)


def _may_repeat(request: httpx.Request) -> bool:
    return request.method == "GET" or "idempotency-key" in request.headers


class Connection:
    """Calls with one credential. ``client`` is for the operations of ``generated.api``.

    ``api_url`` is the address without ``/v1``. ``with`` closes the connections at its end, as ``close`` does.
    """

    def __init__(
        self,
        api_url: str,
        credential: Credential,
        language: str,
        retries: Retries | None,
        inner: httpx.BaseTransport | None,
    ) -> None:
        self.retries = retries or Retries()
        transport = RepeatingTransport(credential, self.retries, inner or httpx.HTTPTransport())
        self._http = httpx.Client(
            base_url=api_url, transport=transport, headers={"Accept-Language": language}, timeout=60
        )
        # The credential comes from the transport, so the generated client needs no token of its own.
        self.client = AuthenticatedClient(base_url=api_url, token="").set_httpx_client(self._http)

    def close(self) -> None:
        """Closes the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
