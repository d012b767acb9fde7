"""A register on loopback, and the answers that public documentation describes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helsebro_aws.onboarding.registers.register_server import AGENT
from helsebro_aws.webhooks.safe_call import CalledServer
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer


@pytest.fixture
def register() -> Iterator[ProviderServer]:
    with provider_server.running() as server:
        yield server


@pytest.fixture
def called(register: ProviderServer) -> CalledServer:
    return CalledServer(register.url, AGENT, local=True, whole_time=5)
