"""The mailbox of a stack, as a test reads it and plays what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from local.demo.http_client import client
from local.stack.stack import Stack

Message = dict[str, Any]
ALL = "500"


@dataclass(frozen=True)
class Mailbox:
    """The mailbox at this address."""

    url: str

    @classmethod
    def of(cls, up: Stack) -> Mailbox:
        """Returns the mailbox of a stack."""
        return cls(str(up.addresses["mailboxUrl"]))

    def messages(self, **asked: str) -> list[Message]:
        """Returns the messages, newest first; ``asked`` are the filters of the page, such as ``kind``."""
        answer = client().get(f"{self.url}/messages.json", params={"limit": ALL, **asked}, timeout=60)
        return list(answer.raise_for_status().json()["items"])

    def sent(self, **asked: str) -> list[Message]:
        """Returns those of the messages that were sent."""
        return [message for message in self.messages(**asked) if message["state"] == "sent"]

    def letter(self, message: Message) -> bytes:
        """Returns the PDF of a letter."""
        path = f"/messages/{message['notificationId']}/letter.pdf"
        return client().get(self.url + path, timeout=60).raise_for_status().content

    def bounce(self, message: Message) -> None:
        """Reports that an e-mail came back."""
        path = f"/messages/{message['notificationId']}/bounce"
        assert client().post(self.url + path, timeout=60).status_code == 303
