"""SES events: what SES publishes about an e-mail to the default bus, read as a receipt.

Sources, read on 29 November 2026: the names of the events,
https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html; their content, which is ``detail``,
https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html. They are delivered at
best effort, twice or in another order. The tags are those of ``email_outlet``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.notifications.contact_record import AddressState
from helsebro.notifications.outcome.mail_receipt import MailReceipt, MailResult

SUPPRESSED = frozenset({"OnAccountSuppressionList", "Suppressed"})
"""SES has taken the e-mail and not sent it: an earlier one to this address bounced or met a complaint."""
NO_PAYER = "none"


def receipt_in(event: Mapping[str, Any]) -> MailReceipt | None:
    """Returns the receipt in an event of SES.

    None for an event that changes nothing (sent, delayed, opened), or that is about no e-mail of ours.
    """
    detail = event["detail"]
    outcome, mail = _outcome(event["detail-type"], detail), detail["mail"]
    tags = mail.get("tags", {})
    named = [tags.get(name, [""])[0] for name in ("payer", "case", "notification")]
    if outcome is None or not all(named):
        return None
    payer, case_id, notification_id = named
    result, address = outcome
    return MailReceipt(
        result=result,
        payer="" if payer == NO_PAYER else payer,
        case_id=case_id,
        notification_id=notification_id,
        provider_id=mail["messageId"],
        address=address,
    )


def _outcome(kind: str, detail: Mapping[str, Any]) -> tuple[MailResult, AddressState | None] | None:
    match kind:
        case "Email Delivered":
            return "delivered", None
        case "Email Bounced":
            # SES has tried for hours before it publishes a bounce that is not permanent.
            return "bounced", "bounced" if detail["bounce"]["bounceType"] == "Permanent" else None
        case "Email Complaint Received":
            return _complaint(detail["complaint"])
        case "Email Rejected" | "Email Rendering Failed":
            return "bounced", None
    return None


def _complaint(complaint: Mapping[str, Any]) -> tuple[MailResult, AddressState | None] | None:
    if complaint.get("complaintSubType") in SUPPRESSED:
        return "bounced", "complained"
    return None if complaint.get("complaintFeedbackType") == "not-spam" else ("complained", "complained")
