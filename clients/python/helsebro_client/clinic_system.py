"""The system of a clinic: every call is signed with the clinic's secret."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any

import httpx

from helsebro_client import signature
from helsebro_client.generated.api.clinic_systems import report_event
from helsebro_client.generated.api.invoices import preflight_invoice, read_invoice, send_invoice
from helsebro_client.generated.models import (
    AcceptedEvent,
    ClientContactedEvent,
    ClientReferredOnEvent,
    ClinicChangedEvent,
    CourseEndedEvent,
    ExtensionRequestedEvent,
    FeedEvent,
    FeedEventPage,
    Invoice,
    PractitionerChangedEvent,
    Preflight,
    PublishedSlot,
    ReceivedInvoice,
    SessionCancelledEvent,
    SessionHeldEvent,
    SessionMissedEvent,
    SlotsPublished,
    SlotsPublishedEvent,
    SlotsWithdrawnEvent,
)
from helsebro_client.generated.models.feed_event_type import FEED_EVENT_TYPE_VALUES
from helsebro_client.generated.types import File, Response, Unset
from helsebro_client.idempotency_key import new_key
from helsebro_client.pages import pages
from helsebro_client.problem import answered
from helsebro_client.transport import Connection, Retries

ClinicEvent = (
    ClientContactedEvent
    | ClientReferredOnEvent
    | ClinicChangedEvent
    | CourseEndedEvent
    | ExtensionRequestedEvent
    | PractitionerChangedEvent
    | SessionCancelledEvent
    | SessionHeldEvent
    | SessionMissedEvent
    | SlotsPublishedEvent
    | SlotsWithdrawnEvent
)


class ClinicSystem(Connection):
    """Calls the API as the system of one clinic.

    Every method raises ``ProblemError``. A repetition of a call has a signature of its own, because a signed
    message is accepted once, and the same ``Idempotency-Key``. Methods that change something take that key as
    ``key``: give the same one when you repeat the act yourself.
    """

    def __init__(
        self,
        api_url: str,
        clinic_id: str,
        signing_secret: str,
        *,
        language: str = "da",
        retries: Retries | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.clinic_id = clinic_id
        self._secret = signing_secret
        super().__init__(api_url, self._signed, language, retries, transport)

    def publish_slots(
        self, practitioner_key: str, slots: Sequence[PublishedSlot], *, key: str | None = None
    ) -> AcceptedEvent:
        """Publishes free slots of a practitioner, who has a key of the clinic's own."""
        data = SlotsPublished(practitioner_key=practitioner_key, slots=list(slots))
        event = SlotsPublishedEvent(data=data, timestamp=datetime.now(UTC), type_="slots.published")
        return self.report(event, key=key)

    def report(self, event: ClinicEvent, *, key: str | None = None) -> AcceptedEvent:
        """Reports what happened at the clinic, such as ``SessionHeldEvent``."""
        return answered(
            report_event.sync_detailed(client=self.client, body=event, idempotency_key=key or new_key())
        )

    def preflight(self, xml: bytes) -> Preflight:
        """Returns what would happen to a UBL invoice or credit note if it were sent now."""
        return answered(preflight_invoice.sync_detailed(client=self.client, body=_file(xml)))

    def send_invoice(self, xml: bytes, *, key: str | None = None) -> ReceivedInvoice:
        """Sends a UBL invoice or credit note; the result comes by webhook, or by ``invoice``."""
        return answered(
            send_invoice.sync_detailed(client=self.client, body=_file(xml), idempotency_key=key or new_key())
        )

    def invoice(self, invoice_id: str) -> Invoice:
        """Returns an invoice with its status and every finding."""
        return answered(read_invoice.sync_detailed(invoice_id, client=self.client))

    def events(self, after: int = 0) -> Iterator[FeedEvent]:
        """Yields the clinic's events of 30 days in order, from the one after this ``sequence`` to the newest.

        Keep the ``sequence`` of the last event that you have handled, and begin with it the next time. An
        event of a type that this version does not know is left out.
        """
        yield from pages(lambda cursor: self._page_of_events(after, cursor))

    def _page_of_events(self, after: int, cursor: str | Unset) -> FeedEventPage:
        # By hand: the generated call raises for a page with one event of an unknown type.
        asked = {"after": str(after), "limit": "100", **({"cursor": cursor} if cursor else {})}
        got = self._http.get("/v1/events", params=asked)
        answered(Response[Any](HTTPStatus(got.status_code), got.content, got.headers, None))
        page = got.json()
        known = [item for item in page["items"] if item["type"] in FEED_EVENT_TYPE_VALUES]
        return FeedEventPage(
            items=[FeedEvent.from_dict(item) for item in known], next_cursor=page["nextCursor"]
        )

    def _signed(self, request: httpx.Request) -> dict[str, str]:
        message_id = f"msg_{secrets.token_hex(12)}"
        headers = signature.sign(self._secret, message_id, int(time.time()), request.content)
        return {**headers, "helsebro-clinic": self.clinic_id}


def _file(xml: bytes) -> File:
    return File(payload=BytesIO(xml))
