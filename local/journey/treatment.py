"""Chapters 6 to 8: the guarantee reaches the clinic, a session is booked, held, invoiced and paid."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import httpx

from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem
from local.journey.people import Caller, Stack
from local.journey.steps import Story, until


def received(stack: Stack, kind: str, **ids: str) -> dict[str, Any] | None:
    """The webhook of a type with these ids, as the clinic's system received and verified it."""
    for message in httpx.get(f"{stack.clinic_system_url}/received").json()["items"]:
        if message["type"] == kind and ids.items() <= message["data"].items():
            return dict(message)
    return None


def read_guarantee(story: Story, stack: Stack, member: Caller, claim_id: str, guarantee_id: str) -> None:
    """The clinic is told; the member fetches the PDF, and cannot while the consent is withdrawn."""
    until("guarantee.issued", lambda: received(stack, "guarantee.issued", guaranteeId=guarantee_id))
    story.note("the clinic got guarantee.issued by signed webhook")
    path, consent = f"/v1/guarantees/{guarantee_id}/pdf", f"/v1/claims/{claim_id}/consent"
    link = story.step("the member asks for the PDF", member.get(path), 303).headers["location"]
    pdf = httpx.get(link)
    assert pdf.content.startswith(b"%PDF"), "what came over the link is no PDF"
    story.note("the PDF comes over the link", f"{len(pdf.content)} bytes")
    story.step("the member withdraws the consent", member.delete(consent), 200)
    refused = story.step("the PDF without the consent", member.get(path), 403)
    assert refused.json()["code"] == "consent-required"
    story.step("the member gives the consent again", member.put(consent, {"given": True}), 200)


def publish_slots(story: Story, clinic: ClinicSystem, practitioner_key: str) -> None:
    """The clinic's system publishes five slots, at minutes nobody else has."""
    start = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(
        days=15 + secrets.randbelow(60), minutes=secrets.randbelow(600)
    )
    slots = [
        {
            "key": f"j-{secrets.token_hex(6)}",
            "startsAt": f"{start + timedelta(hours=hour):%Y-%m-%dT%H:%M:%SZ}",
            "endsAt": f"{start + timedelta(hours=hour, minutes=45):%Y-%m-%dT%H:%M:%SZ}",
            "service": "first" if hour == 0 else "follow-up",
        }
        for hour in range(5)
    ]
    answer = clinic.event("slots.published", {"practitionerKey": practitioner_key, "slots": slots})
    story.note("the clinic's system publishes slots", str(answer.status))


def book(
    story: Story, stack: Stack, member: Caller, other: Caller, guarantees: tuple[str, str]
) -> dict[str, Any]:
    """The member finds a practitioner and books; another member on the same slot is told of the next."""
    search = member.get("/v1/practitioners?treatment=physiotherapy")
    found = story.step("the member looks for a practitioner", search, 200)
    assert any(one["practitionerId"] == stack.practitioner_id for one in found.json()["items"])
    slots = story.step(
        "and sees free slots",
        member.get(f"/v1/practitioners/{stack.practitioner_id}/slots?limit=100"),
        200,
    ).json()["items"]
    slot = slots[0]
    wanted = {"slotId": slot["slotId"], "service": slot["service"]}
    booked = member.post("/v1/bookings", {"guaranteeId": guarantees[0], **wanted})
    booking = dict(story.step("the member books", booked, 201, slot["startsAt"]).json())
    second = other.post("/v1/bookings", {"guaranteeId": guarantees[1], **wanted})
    refused = story.step("a second member on the same slot", second, 409).json()
    assert refused["code"] == "slot-taken"
    assert refused["nextSlots"], "no next slots"
    booking_id = str(booking["bookingId"])
    until("booking.created", lambda: received(stack, "booking.created", bookingId=booking_id))
    story.note("the clinic got booking.created")
    return {**booking, "startsAt": slot["startsAt"], "service": slot["service"]}


def hold_and_invoice(story: Story, stack: Stack, clinic: ClinicSystem, booking: dict[str, Any]) -> None:
    """The session is held; a right invoice is accepted, a wrong one rejected with every finding."""
    fetched = clinic.get(f"/v1/bookings/{booking['bookingId']}")
    assert fetched.status == 200, f"the clinic could not fetch the booking: {fetched.status}"
    story.note("the clinic fetches the booking", ", ".join(sorted(fetched.body)))
    for path in (f"/v1/guarantees/{booking['guaranteeId']}", "/v1/events", f"/v1/clinics/{stack.clinic_id}"):
        read = clinic.get(path)
        assert read.status == 200, f"the clinic could not read {path}: {read.status}"
    story.note("and its guarantee, its feed of events and its own checklist")
    held = clinic.event("session.held", {"bookingId": booking["bookingId"]})
    assert held.status == 202, f"session.held: {held.status} {held.body}"
    story.note("the clinic reports session.held")
    for kind, price in (("invoice.accepted", None), ("invoice.rejected", Decimal(4000))):
        sent = bill.send(clinic, booking["bookingId"], price)
        assert sent.status == 202, f"the invoice: {sent.status} {sent.body}"
        invoice_id = str(sent.body["invoiceId"])
        until(kind, partial(received, stack, kind, invoiceId=invoice_id), 90)
        findings = clinic.get(f"/v1/invoices/{invoice_id}").body["findings"]
        rules = ", ".join(finding["rule"] for finding in findings if finding["severity"] == "fatal")
        story.note(f"the clinic got {kind}", rules)
