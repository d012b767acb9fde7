"""Invoiced case: a held session at the demo clinic, and what becomes of the invoices for it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

import httpx

from local.clinic import bill, ubl
from local.clinic.clinic_system import ClinicSystem, Reply
from local.clinic.ubl import Payment
from local.journey import insurance, treatment
from local.journey.benefits import task_of
from local.journey.people import StackAddresses, User
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until


@dataclass(frozen=True)
class InvoicedCase:
    """Everything is done over HTTP; a webhook says when an invoice is judged."""

    played: PlayedCase

    @classmethod
    def held(cls, stack: StackAddresses, journey: Journey) -> InvoicedCase:
        """Returns a new case whose only session was held."""
        played = PlayedCase(stack, journey)
        treatment.hold(journey, stack, played.clinic, played.booking)
        return cls(played)

    @property
    def clinic(self) -> ClinicSystem:
        """The demo clinic's system."""
        return self.played.clinic

    @property
    def finance(self) -> User:
        """Finance staff of the payer, who have just logged in."""
        return self.played.users.staff("finance")

    @property
    def booking_id(self) -> str:
        """The id of the held session's booking."""
        return str(self.played.booking["bookingId"])

    def document(self, payment: Payment = bill.OWN_ACCOUNT, **changes: Any) -> bytes:
        """Returns an invoice for the session, with the changes."""
        return bill.invoice(self.clinic, self.booking_id, changes.pop("price", None), payment, **changes)

    def session(self) -> ubl.Session:
        """Returns the line of the held session, as it is agreed."""
        booking = self.get(f"/v1/bookings/{self.booking_id}").body
        day = datetime.fromisoformat(booking["startsAt"]).astimezone(bill.COPENHAGEN).date()
        fee = Decimal(booking["guarantee"]["fee"]["amount"])
        return ubl.Session(self.booking_id, day, fee, booking["service"])

    def send(self, document: bytes) -> str:
        """Sends a document; returns the id of the invoice."""
        reply = self.clinic.send_invoice(document)
        assert reply.status == 202, f"the invoice: {reply.status} {reply.body}"
        return str(reply.body["invoiceId"])

    def judged(self, document: bytes, kind: str) -> dict[str, Any]:
        """Sends a document and waits for the webhook of this kind; returns the invoice."""
        invoice_id = self.send(document)
        self.hear(kind, invoice_id)
        return self.read(invoice_id)

    def hear(self, kind: str, invoice_id: str) -> None:
        """Waits until the clinic has received the webhook about the invoice."""
        until(kind, partial(treatment.received, self.played.stack, kind, invoiceId=invoice_id), 90)

    def read(self, invoice_id: str) -> dict[str, Any]:
        """Returns the invoice as its clinic reads it."""
        return dict(self.get(f"/v1/invoices/{invoice_id}").body)

    def get(self, path: str) -> Reply:
        """Returns what the clinic reads at a path."""
        reply = self.clinic.get(path)
        assert reply.status == 200, f"{path}: {reply.status}"
        return reply

    def task(self, invoice_id: str) -> dict[str, Any]:
        """Returns the task of finance about the invoice."""

        return task_of(self.finance, "invoices", invoiceId=invoice_id)

    def decide(self, task: dict[str, Any], **decision: str) -> int:
        """Decides the task; returns the status of the answer."""
        return self.decided(task, **decision).status_code

    def decided(self, task: dict[str, Any], **decision: Any) -> httpx.Response:
        """Decides a task of finance; returns the answer."""
        tag = {"If-Match": f'"{task["version"]}"'}
        return self.finance.post(f"/v1/tasks/{task['taskId']}/decision", decision, **tag)

    def ask_refund(self) -> str:
        """The member asks for the session's price too, with a bill of its own; returns the refund's id."""
        member, claim_id = self.played.member, self.played.claim_id
        bill_id = insurance.consent_and_upload(self.played.journey, member, claim_id, "invoice")
        day, cost = str(self.played.stack.clock.today()), {"amount": "450.00", "currency": "DKK"}
        asked = {
            "documentIds": [bill_id],
            "treatments": [{"on": day, "type": "physiotherapy", "cost": cost}],
            "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
        }
        answer = member.post(f"/v1/claims/{claim_id}/refunds", asked)
        return str(self.played.journey.step("a refund", answer, 202).json()["refundId"])

    def refund_task(self, refund_id: str) -> dict[str, Any]:
        """Returns the task of finance about a refund."""
        return task_of(self.finance, "refunds", refundId=refund_id)

    def payables(self, invoice_id: str) -> list[dict[str, Any]]:
        """Returns what the payer owes for the invoice."""
        items = self.finance.get("/v1/payments?status=approved&limit=100").json()["items"]
        return [item for item in items if item.get("invoiceId") == invoice_id]


def new_number() -> str:
    """Returns a number that no other journey uses."""
    return f"J-{secrets.token_hex(4)}"
