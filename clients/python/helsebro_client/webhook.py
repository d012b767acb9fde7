"""A webhook that a clinic's system received: verified, and read into the class of its type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helsebro_client import signature
from helsebro_client.generated.models import (
    BookingCancelledMessage,
    BookingCreatedMessage,
    BookingRescheduledMessage,
    ConsentWithdrawnMessage,
    ContactDueMessage,
    ContractEndedMessage,
    EndpointTestMessage,
    GuaranteeExtendedMessage,
    GuaranteeExtensionDeniedMessage,
    GuaranteeIssuedMessage,
    GuaranteeRevokedMessage,
    InvoiceAcceptedMessage,
    InvoiceInReviewMessage,
    InvoiceRejectedMessage,
    MatchEndedMessage,
    PaymentSentMessage,
)

Message = (
    BookingCancelledMessage
    | BookingCreatedMessage
    | BookingRescheduledMessage
    | ConsentWithdrawnMessage
    | ContactDueMessage
    | ContractEndedMessage
    | EndpointTestMessage
    | GuaranteeExtendedMessage
    | GuaranteeExtensionDeniedMessage
    | GuaranteeIssuedMessage
    | GuaranteeRevokedMessage
    | InvoiceAcceptedMessage
    | InvoiceInReviewMessage
    | InvoiceRejectedMessage
    | MatchEndedMessage
    | PaymentSentMessage
)
MESSAGES: dict[str, type[Message]] = {
    "booking.cancelled": BookingCancelledMessage,
    "booking.created": BookingCreatedMessage,
    "booking.rescheduled": BookingRescheduledMessage,
    "consent.withdrawn": ConsentWithdrawnMessage,
    "contact.due": ContactDueMessage,
    "contract.ended": ContractEndedMessage,
    "endpoint.test": EndpointTestMessage,
    "guarantee.extended": GuaranteeExtendedMessage,
    "guarantee.extension-denied": GuaranteeExtensionDeniedMessage,
    "guarantee.issued": GuaranteeIssuedMessage,
    "guarantee.revoked": GuaranteeRevokedMessage,
    "invoice.accepted": InvoiceAcceptedMessage,
    "invoice.in-review": InvoiceInReviewMessage,
    "invoice.rejected": InvoiceRejectedMessage,
    "match.ended": MatchEndedMessage,
    "payment.sent": PaymentSentMessage,
}


@dataclass(frozen=True)
class Webhook:
    """A verified webhook. The same event always has the same ``webhook_id``: handle it once.

    ``message`` is None for a type that this version does not know; ``content`` always has the whole body.
    """

    webhook_id: str
    type: str
    message: Message | None
    content: Mapping[str, Any]


def received(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[str], at: float | None = None
) -> Webhook:
    """Returns the webhook of a request: its headers, its raw body, and the secrets of its endpoint.

    Give both secrets for a day after one was replaced. Raises ``SignatureRefused``: answer 401.
    """
    webhook_id = signature.verify(headers, body, secrets, at)
    content = json.loads(body)
    known = MESSAGES.get(content["type"])
    return Webhook(webhook_id, content["type"], known.from_dict(content) if known else None, content)
