"""Stripe on loopback, set up as an operator does it."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from local.stripe.server import StripeHandler, server
from local.stripe.set_up import set_up
from local.stripe.small_stripe import SmallStripe


@pytest.fixture(scope="session")
def stripe_server(aws_clients: dict[str, Any], aws_parts: dict[str, str]) -> Iterator[type[StripeHandler]]:
    """One for all tests, since a function that has run keeps its address."""
    assert aws_parts
    with server(0) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        url = f"http://127.0.0.1:{running.server_port}"
        set_up(aws_clients["ssm"], lambda name: f"/helsebro/test/{name}", url, ["tryg"])
        assert isinstance(running.RequestHandlerClass, type)
        yield running.RequestHandlerClass
        running.shutdown()
        thread.join()


@pytest.fixture
def stripe(stripe_server: type[StripeHandler], monkeypatch: pytest.MonkeyPatch) -> SmallStripe:
    """Stripe, which has no transfer yet."""
    monkeypatch.setenv("HELSEBRO_LOCAL_STACK", "1")
    stripe_server.stripe = SmallStripe()
    return stripe_server.stripe
