"""Digipost checks the signature as its documentation says, and answers as it says.

The canonical text of the first test is the example of
https://digipost.github.io/digipost-technical-docs/api-spec (security), read on 29 November 2026.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from helsebro_aws.notifications.digital_post import digipost
from helsebro_aws.notifications.digital_post.credentials import Credentials
from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.outgoing import NotSent, Undeliverable
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from tests.builders.messages.notifications import TEXT
from tests.builders.messages.provider_server import ProviderServer

AT = datetime(2026, 11, 21, 14, 58, 11, tzinfo=UTC)
UUID = "6d99008e-2672-4b55-9b09-996b09a06e47"
PERSON = ("personal-identification-number", "01043100358")
V8 = "{http://api.digipost.no/schema/v8}"


def error(code: str) -> bytes:
    return (
        f'<error xmlns="http://api.digipost.no/schema/v8"><error-code>{code}</error-code>'
        "<error-message>01043100358</error-message><error-type>CLIENT_DATA</error-type></error>"
    ).encode()


def send(provider: Provider, known_by: Credentials) -> str:
    return digipost.send(provider, known_by, UUID, TEXT, PERSON, AT)


def test_the_text_that_is_signed_is_that_of_the_documentation() -> None:
    digest = "q1MKE+RZFJgrefm34/uplM/R8/si9xzqGvvwK0YMbR0="
    signed = digipost.canonical("post", "/Messages", "Wed, 29 Jun 2011 14:58:11 GMT", digest, "9999")
    assert signed == (
        "POST\n/messages\ndate: Wed, 29 Jun 2011 14:58:11 GMT\n"
        "x-content-sha256: q1MKE+RZFJgrefm34/uplM/R8/si9xzqGvvwK0YMbR0=\nx-digipost-userid: 9999\n\n"
    )


def test_the_signature_is_verified_with_the_public_key(
    server: ProviderServer, provider: Provider, known_by: Credentials, private_key: rsa.RSAPrivateKey
) -> None:
    assert send(provider, known_by) == UUID
    headers = server.headers
    digest = b64encode(hashlib.sha256(server.sent).digest()).decode()
    assert (server.path, headers["x-content-sha256"]) == ("/messages", digest)
    assert (headers["date"], headers["x-digipost-userid"]) == ("Sat, 21 Nov 2026 14:58:11 GMT", "9999")
    expected = f"POST\n/messages\ndate: {headers['date']}\nx-content-sha256: {digest}\n"
    expected += f"x-digipost-userid: {headers['x-digipost-userid']}\n\n"
    private_key.public_key().verify(
        b64decode(headers["x-digipost-signature"]), expected.encode(), padding.PKCS1v15(), hashes.SHA256()
    )


def test_the_message_and_its_text_are_two_parts(
    server: ProviderServer, provider: Provider, known_by: Credentials
) -> None:
    send(provider, known_by)
    kind, _, boundary = server.headers["content-type"].partition("; boundary=")
    assert (kind, server.headers["accept"]) == (
        "multipart/vnd.digipost-v8+xml",
        "application/vnd.digipost-v8+xml",
    )
    _, first, second, _ = server.sent.split(f"--{boundary}".encode())
    head, _, body = first.partition(b"\r\n\r\n")
    assert b'filename="message"' in head
    message = ElementTree.fromstring(body.strip())
    assert [part.tag for part in message] == [f"{V8}message-id", f"{V8}recipient", f"{V8}primary-document"]
    assert message.findtext(f"{V8}recipient/{V8}personal-identification-number") == PERSON[1]
    assert message.findtext(f"{V8}primary-document/{V8}sensitivity-level") == "SENSITIVE"
    head, _, body = second.partition(b"\r\n\r\n")
    assert f'filename="{UUID}"'.encode() in head
    assert body.decode().rstrip("\r\n") == TEXT.text.rstrip("\n")


@pytest.mark.parametrize("code", ["DUPLICATE_MESSAGE", "MESSAGE_ALREADY_SENT"])
def test_a_message_that_arrived_before_counts_as_sent(
    server: ProviderServer, provider: Provider, known_by: Credentials, code: str
) -> None:
    server.status, server.body = 400, error(code)
    assert send(provider, known_by) == UUID


@pytest.mark.parametrize(
    ("status", "body", "fault"),
    [
        (404, error("UNKNOWN_RECIPIENT"), Undeliverable),
        (400, error("UNKNOWN_RECIPIENT"), Undeliverable),
        (404, b"", Undeliverable),
        (403, error("INVALID_SIGNATURE"), NotSent),
        (400, error("SCHEMA_VALIDATION_ERROR"), NotSent),
        (429, b"", NotSent),
        (302, b"", NotSent),
        (500, error("SERVER_ERROR"), OutcomeUnknown),
        (503, b"not xml", OutcomeUnknown),
    ],
)
def test_an_answer_means_what_the_documentation_says(
    server: ProviderServer,
    provider: Provider,
    known_by: Credentials,
    status: int,
    body: bytes,
    fault: type[Exception],
) -> None:
    server.status, server.body = status, body
    with pytest.raises(fault) as refused:
        send(provider, known_by)
    assert PERSON[1] not in str(refused.value)


def test_a_redirect_is_not_followed(
    server: ProviderServer, provider: Provider, known_by: Credentials
) -> None:
    server.status, server.answers_with = 307, {"location": f"{server.url}/elsewhere"}
    with pytest.raises(NotSent):
        send(provider, known_by)
    assert (server.calls, server.path) == (1, "/messages")
