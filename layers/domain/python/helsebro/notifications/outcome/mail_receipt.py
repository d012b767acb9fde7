"""Mail receipt (kvittering): what the provider says became of an e-mail, and what that means for it.

Receipts may come late, twice and in any order. Each result outranks those before it, so the order in which
they come does not matter: a complaint counts after a delivery, a delivery after a bounce does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from helsebro.notifications.notification import Notification

MailResult = Literal["delivered", "bounced", "complained"]
RANK: Mapping[str, int] = {"delivered": 1, "bounced": 2, "complained": 3}


@dataclass(frozen=True)
class MailReceipt:
    """``payer``, ``case_id`` and ``notification_id`` are the tags that the e-mail was sent with.

    ``provider_id`` is the provider's own id of the message.
    """

    result: MailResult
    payer: str
    case_id: str
    notification_id: str
    provider_id: str

    def changes(self, notification: Notification) -> bool:
        """Whether the receipt is news about the notification, and about this very e-mail.

        A notification whose last attempt has no known message may have been sent by it.
        """
        if notification.channel != "email" or notification.state in ("planned", "failed", "withdrawn"):
            return False
        known = {attempt.provider_id for attempt in notification.attempts if attempt.provider_id}
        if known and self.provider_id not in known:
            return False
        return RANK[self.result] > RANK.get(notification.state, 0)
