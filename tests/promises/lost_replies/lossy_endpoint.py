"""An endpoint of AWS that loses replies: it forwards a request and cuts the connection before the reply."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from moto.dynamodb.responses import DynamoHandler

from local.stack.child import Child

HOST = "127.0.0.1"
STARTS_WITHIN = 30.0


@dataclass(frozen=True)
class LossyEndpoint:
    """The endpoint at this address."""

    url: str

    def lose_replies(self, times: int) -> None:
        """Loses the replies to the next ``times`` transactions, each after the transaction was stored."""
        rule = {
            "service": "dynamodb",
            "operation": "TransactWriteItems",
            "times": times,
            "response": {"abort_bytes": 0},
        }
        self._control("rules", "POST", [rule])

    def lost(self) -> int:
        """Returns how many replies were lost since the endpoint started."""
        return int(self._control("stats")["requests"]["faulted"])

    def forward_once(self) -> None:
        """Forwards one request, because its first one can take longer than a function waits for DynamoDB."""
        with suppress(urllib.error.HTTPError):
            urllib.request.urlopen(self.url, timeout=STARTS_WITHIN).close()

    def _control(self, what: str, method: str = "GET", body: Any = None) -> Any:
        sent = urllib.request.Request(
            f"{self.url}/_microburst/{what}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )
        with urllib.request.urlopen(sent, timeout=10) as answer:
            return json.load(answer)


@contextmanager
def lossy(upstream: str, log: Path) -> Iterator[LossyEndpoint]:
    """The endpoint in front of ``upstream``, while the block runs; it loses nothing until it is asked to."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "microburst", "--upstream", upstream, "--host", HOST]
    with Child(
        "lossy-endpoint",
        [*command, "--port", str(port), "--no-resign"],
        log=log,
        environment=os.environ,
        folder=log.parent,
    ):
        _wait_for(port)
        running = LossyEndpoint(f"http://{HOST}:{port}")
        running.forward_once()
        yield running


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the lossy endpoint did not start")


@contextmanager
def remembered_tokens() -> Iterator[None]:
    """Makes moto answer a repeated request token as DynamoDB does: with success, and nothing stored again.

    moto ignores the token (AWS: ``ClientRequestToken``, valid for ten minutes).
    """
    known: dict[str, Any] = {}
    transact = DynamoHandler.transact_write_items

    def once(self: DynamoHandler) -> Any:
        token = self.body["ClientRequestToken"]
        if token not in known:
            known[token] = transact(self)
        return known[token]

    with patch.object(DynamoHandler, "transact_write_items", once):
        yield
