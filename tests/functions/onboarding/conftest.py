"""The Danish authorisation register on loopback, set up as an operator does it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.builders.clinics.registers import answer
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer


@pytest.fixture(scope="session")
def register_server(aws_clients: dict[str, Any], aws_parts: dict[str, str]) -> Iterator[ProviderServer]:
    """One for all tests, since a function that has run keeps its address."""
    with provider_server.running() as running:
        value = json.dumps({"url": running.url})
        aws_clients["ssm"].put_parameter(
            Name=aws_parts["HELSEBRO_REGISTER_DK"], Value=value, Type="SecureString"
        )
        yield running


@pytest.fixture
def register(register_server: ProviderServer, monkeypatch: pytest.MonkeyPatch) -> ProviderServer:
    """The register, which has Anna Marie Holm until the test says otherwise."""
    monkeypatch.setenv("HELSEBRO_LOCAL_STACK", "1")
    register_server.status, register_server.body, register_server.calls = 200, answer("stps-one.xml"), 0
    return register_server
