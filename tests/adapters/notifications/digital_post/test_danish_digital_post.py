"""One MeMo to Denmark's Digital Post.

The message is compared with the example of itk-dev/serviceplatformen, ``src/Service/SF1601``, and the answers
with the client of sjkp/digitalpost at 3fcb9fd; both read on 29 November 2026.
"""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from helsebro_aws.notifications.digital_post import danish_digital_post
from helsebro_aws.notifications.digital_post.credentials import Credentials
from helsebro_aws.notifications.digital_post.memo import memo
from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.outgoing import NotSent, Undeliverable
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from tests.builders.messages.notifications import TEXT
from tests.builders.messages.provider_server import ProviderServer

UUID = "e4cf3010-d051-43f2-8aa2-c86b05f3af17"
CPR = "2611740000"
MESSAGE = memo(
    UUID,
    TEXT,
    "da",
    sender=("55133018", "Aarhus Kommune"),
    recipient=("CPR", CPR),
    at=datetime(2026, 11, 21, 10, 31, 35, tzinfo=UTC),
)
EXAMPLE = """messageType messageUUID label mandatory legalNotification Sender senderID idType label Recipient
recipientID idType MessageBody createdDateTime MainDocument File encodingFormat filename language content"""
"""The elements of the example, in its order, after ``MessageHeader``."""
RECEIPT = {"transmissionId": "0f6ef0c5-0000-4000-8000-000000000001", "receiptStatus": "RECEIVED"}


def send(provider: Provider, known_by: Credentials) -> str:
    return danish_digital_post.send(provider, known_by, UUID, MESSAGE)


def test_the_message_has_the_elements_of_the_example_in_their_order() -> None:
    root = ElementTree.fromstring(MESSAGE)
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert names == ["Message", "MessageHeader", *EXAMPLE.split()]
    assert root.attrib == {"memoVersion": "1.1", "memoSchVersion": "1.1.0"}
    assert MESSAGE.startswith(b"<?xml")
    assert b'<memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1"' in MESSAGE


def test_the_message_names_sender_and_recipient_and_holds_the_text() -> None:
    texts = [element.text for element in ElementTree.fromstring(MESSAGE).iter()]
    assert {"55133018", CPR, "CPR", "2026-11-21T10:31:35Z", "Nyt i din sag"} <= set(texts)
    assert b64decode(str(texts[-1])).decode() == TEXT.text


def test_the_call_names_our_account_and_the_message(
    server: ProviderServer, provider: Provider, known_by: Credentials
) -> None:
    server.status, server.body = 201, json.dumps(RECEIPT).encode()
    assert send(provider, known_by) == RECEIPT["transmissionId"]
    assert server.path == f"/memos/?memo-message-uuid={UUID}"
    assert (server.headers["content-type"], server.sent) == ("application/xml", MESSAGE)
    account = b64decode(server.headers["authorization"].removeprefix("Basic ")).decode()
    assert account == "9999:the-secret"


@pytest.mark.parametrize(
    ("status", "said", "fault"),
    [
        (400, {"code": "validation", "fieldErrors": [{"field": "recipient.id"}]}, Undeliverable),
        (201, {"receiptStatus": "INVALID", "errorCode": "recipient.unknown"}, Undeliverable),
        (201, {"receiptStatus": "NOT_ALLOWED", "errorCode": "sender.unknown"}, NotSent),
        (400, {"code": "file.empty.not.allowed"}, NotSent),
        (401, {"code": "unauthorized"}, NotSent),
        (403, {"code": "forbidden"}, NotSent),
        (503, {"errorCode": "busy"}, NotSent),
        (302, {}, NotSent),
        (500, {}, OutcomeUnknown),
    ],
)
def test_an_answer_means_what_the_documentation_says(
    server: ProviderServer,
    provider: Provider,
    known_by: Credentials,
    status: int,
    said: dict[str, Any],
    fault: type[Exception],
) -> None:
    server.status, server.body = status, json.dumps({**said, "message": CPR}).encode()
    with pytest.raises(fault) as refused:
        send(provider, known_by)
    assert CPR not in str(refused.value)


def test_the_secret_stands_in_no_text_about_the_credentials(known_by: Credentials) -> None:
    assert "the-secret" not in repr(known_by)
    assert "PRIVATE KEY" not in repr(known_by)
