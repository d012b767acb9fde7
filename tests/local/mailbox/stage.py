"""A mailbox on loopback: items in memory in place of the emulator's, a server of the test for all else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx

from helsebro.notifications.notification import Notification
from helsebro_aws.dynamodb.record import to_item
from local.mailbox.emulator_items import EmulatorItems
from local.mailbox.sent_mail import OF_SES, OF_SNS
from local.mailbox.server import server
from tests.local.cli.loopback import Answered, Loopback


class FakeItems(EmulatorItems):
    """Items, files and queues in memory."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.kept: dict[str, list[dict[str, Any]]] = {"cases": [], "people": [], "network": []}
        self.files: dict[tuple[str, str], bytes] = {}
        self.messages: list[tuple[str, str]] = []

    def stored(self, table: str, sort_keys: str) -> Iterator[dict[str, Any]]:
        return (item for item in self.kept[table] if item["sk"].startswith(sort_keys))

    def file(self, bucket: str, key: str) -> bytes:
        return self.files[bucket, key]

    def put_message(self, queue: str, body: str) -> None:
        self.messages.append((queue, body))


@dataclass
class MailboxStage:
    """A running mailbox; ``other`` answers as the emulator and as the API."""

    url: str
    items: FakeItems
    other: Loopback
    client: httpx.Client

    def has(self, *notifications: Notification) -> None:
        """Stores notifications."""
        for each in notifications:
            self.items.kept["cases"].append({"sk": f"NOTIFICATION#{each.notification_id}", **to_item(each)})

    def took(self, *mails: Mapping[str, str], sms: Mapping[str, str] | None = None) -> None:
        """Sets what SES and SNS were given."""
        texts = {"+4520123456": [sms]} if sms else {}
        self.other.answers[f"GET {OF_SES}"] = Answered(200, {"messages": {"1": list(mails)}})
        self.other.answers[f"GET {OF_SNS}"] = Answered(200, {"sms_messages": texts})

    def is_named(self, person_id: str, name: str) -> None:
        """Stores the name of an insured person."""
        self.items.kept["people"].append({"sk": "INSURED#pol_a", "personId": person_id, "name": name})


@contextmanager
def serving_mailbox(other: Loopback, issuer: str) -> Iterator[MailboxStage]:
    items = FakeItems(other.url)
    with server(0, items, other.url, issuer, issuer) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        url = f"http://127.0.0.1:{running.server_port}"
        # On loopback no certificate is read, which would take longer than the test.
        with httpx.Client(base_url=url, verify=False) as client:
            stage = MailboxStage(url, items, other, client)
            stage.took()
            yield stage
        running.shutdown()
        thread.join()


def mail(
    provider_id: str, *, subject: str = "Emne", text: str = "Hej", html: str = "<p>Hej"
) -> dict[str, str]:
    """Returns an e-mail as the emulator keeps it."""
    return {"MessageId": provider_id, "Subject": subject, "BodyText": text, "BodyHtml": html}
