"""Played returns: what comes back of a message that the embedded stack only keeps.

The emulator publishes nothing about an e-mail and, like AWS, takes no event of ``aws.ses`` from a client. So
a report goes into the queue ``read-receipts``, in the envelope in which the default bus sends it there. Its
content is written from the documentation that ``helsebro_aws.notifications.returns.ses_events`` names. Of a
letter, the payer's staff report that it was posted, and that the post has returned it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.letter import letter_id_of
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.notifications.returns.ses_events import NO_PAYER
from helsebro_aws.platform.clock import real_now
from local.clinic.clinic_system import Reply
from local.demo import login
from local.demo.http_client import client
from local.home import ACCOUNT, REGION
from local.mailbox.emulator_items import EmulatorItems
from local.stack.identity_providers import STAFF_CLIENT
from local.stack.live_code import STAGE

ReturnKind = Literal["bounce", "complaint", "return"]
DETAIL_TYPES: Mapping[ReturnKind, str] = {"bounce": "Email Bounced", "complaint": "Email Complaint Received"}
BY_NAME: Mapping[str, ReturnKind] = {"bounce": "bounce", "complaint": "complaint", "return": "return"}


def outcomes_of(notification: Notification) -> tuple[ReturnKind, ...]:
    """Returns what can still come back of a message: nothing of one that was not sent, or came back."""
    if notification.state not in ("sent", "delivered"):
        return ()
    match notification.channel:
        case "email":
            return ("bounce", "complaint")
        case "letter":
            return ("return",)
    return ()


@dataclass(frozen=True)
class PlayedReturns:
    """Plays returns on the stack with these items, API and issuer of staff."""

    items: EmulatorItems
    api_url: str
    staff_issuer: str

    def report(self, notification: Notification, outcome: ReturnKind) -> Reply:
        """Reports that a message came back; ``outcome`` is one of ``outcomes_of`` it."""
        if outcome == "return":
            return self._returned(notification)
        self.items.put_message("read-receipts", json.dumps(ses_event(notification, outcome)))
        return Reply(202, {}, {})

    def _returned(self, notification: Notification) -> Reply:
        """Reports a letter as returned, as a caseworker of the payer does.

        A letter that is still queued is first reported as posted.
        """
        letter_id = letter_id_of(notification)
        stored = self.items.stored("cases", "LETTER")
        letter = next(item for item in stored if item["letterId"] == letter_id)
        if letter["state"] != "queued":
            return self._moved(notification, letter_id, "returned", letter["version"])
        posted = self._moved(notification, letter_id, "posted", letter["version"])
        if posted.status != 200:
            return posted
        return self._moved(notification, letter_id, "returned", letter["version"] + 1)

    def _moved(self, notification: Notification, letter_id: str, state: str, version: int) -> Reply:
        token = login.token(self.staff_issuer, STAFF_CLIENT, f"{notification.payer}-caseworker")
        answer = client().post(
            f"{self.api_url}/v1/letters/{letter_id}/state",
            json={"state": state},
            headers={
                "Authorization": f"Bearer {token}",
                "Idempotency-Key": secrets.token_hex(8),
                "If-Match": f'"{version}"',
                "Accept-Language": "en",
            },
        )
        return Reply.of(answer.status_code, answer.content, answer.headers)


def ses_event(notification: Notification, outcome: ReturnKind) -> dict[str, Any]:
    """Returns what SES publishes about an e-mail that was sent."""
    now = real_now()
    return {
        "version": "0",
        "id": secrets.token_hex(16),
        "detail-type": DETAIL_TYPES[outcome],
        "source": "aws.ses",
        "account": ACCOUNT,
        "time": instant(now.replace(microsecond=0)),
        "region": REGION,
        "resources": [],
        "detail": {
            "eventType": outcome.title(),
            "mail": {
                "timestamp": instant(now),
                "messageId": notification.attempts[-1].provider_id,
                "destination": [notification.address],
                "tags": {
                    "ses:configuration-set": [STAGE.named("mail")],
                    "notification": [notification.notification_id],
                    "case": [notification.case_id],
                    "payer": [notification.payer or NO_PAYER],
                },
            },
            outcome: _report(notification.address, outcome, instant(now)),
        },
    }


def _report(address: str, outcome: ReturnKind, at: str) -> dict[str, Any]:
    if outcome == "complaint":
        return {
            "complainedRecipients": [{"emailAddress": address}],
            "complaintFeedbackType": "abuse",
            "timestamp": at,
        }
    return {
        "bounceType": "Permanent",
        "bounceSubType": "General",
        "bouncedRecipients": [{"emailAddress": address, "action": "failed", "status": "5.1.1"}],
        "timestamp": at,
    }
