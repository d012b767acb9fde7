"""Bounced: the events with which SES says that a mail came back, or that its reader complained.

Written from the documentation of Amazon SES, "Event data that Amazon SES publishes to Amazon EventBridge"
(Developer Guide, read in November 2026): the emulator keeps mails and publishes nothing about them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from helsebro.notifications.notification import Notification
from helsebro_aws.platform.clock import real_now

Outcome = Literal["bounce", "complaint", "delivery"]
DETAIL_TYPES: Mapping[str, str] = {
    "bounce": "Email Bounced",
    "complaint": "Email Complaint Received",
    "delivery": "Email Delivered",
}


def event_of(notification: Notification, outcome: Outcome) -> dict[str, str]:
    """Returns the entry for ``events:PutEvents``. The mail must have been sent."""
    at = real_now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
    detail = {
        "eventType": outcome.title(),
        "mail": {
            "timestamp": at,
            "messageId": notification.attempts[-1].provider_id,
            "destination": [notification.address],
            "tags": {"notification": [notification.notification_id]},
        },
        outcome: _report(notification.address, outcome, at),
    }
    return {"Source": "aws.ses", "DetailType": DETAIL_TYPES[outcome], "Detail": json.dumps(detail)}


def _report(address: str, outcome: Outcome, at: str) -> dict[str, Any]:
    if outcome == "bounce":
        recipient = {"emailAddress": address, "action": "failed", "status": "5.1.1"}
        return {
            "bounceType": "Permanent",
            "bounceSubType": "General",
            "bouncedRecipients": [recipient],
            "timestamp": at,
        }
    if outcome == "complaint":
        return {
            "complainedRecipients": [{"emailAddress": address}],
            "complaintFeedbackType": "abuse",
            "timestamp": at,
        }
    return {"recipients": [address], "processingTimeMillis": 546, "timestamp": at}
