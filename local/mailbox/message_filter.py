"""Message filter: which messages of the mailbox are wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from local.mailbox.sent_mail import MailboxMessage


@dataclass(frozen=True)
class MessageFilter:
    """Which messages are wanted; an empty text wants all of them."""

    recipient: str = ""
    language: str = ""
    kind: str = ""
    case_id: str = ""

    def of(self, messages: Iterable[MailboxMessage]) -> list[MailboxMessage]:
        """Returns the messages that are wanted, in their order."""
        return [message for message in messages if self._fits(message)]

    def _fits(self, message: MailboxMessage) -> bool:
        found = message.notification
        return (
            self.recipient in ("", found.recipient)
            and self.language in ("", found.language)
            and self.kind in ("", found.kind)
            and self.case_id in ("", found.case_id)
        )
