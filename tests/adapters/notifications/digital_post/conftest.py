"""A provider on loopback, and the credentials that it knows us by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from helsebro_aws.notifications.digital_post.credentials import Credentials
from helsebro_aws.notifications.digital_post.provider_call import Provider
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer


@pytest.fixture(scope="session")
def private_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def server() -> Iterator[ProviderServer]:
    with provider_server.running() as provider:
        yield provider


@pytest.fixture
def provider(server: ProviderServer) -> Provider:
    return Provider(server.url, local=True)


@pytest.fixture
def known_by(server: ProviderServer, private_key: rsa.RSAPrivateKey) -> Credentials:
    key = private_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Credentials(server.url, account="9999", key=key.decode(), secret="the-secret")
