"""Chapters 6 to 8: the clinic gets the guarantee; a session is booked, held, invoiced and paid."""

from __future__ import annotations

import secrets
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import httpx
import typst

from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem
from local.clinic.ubl import EnclosedFile, Payment
from local.demo.http_client import client
from local.journey.people import StackAddresses, User
from local.journey.steps import Journey, until
from local.journey.todays_slot import in_a_while, reach_its_day, todays_slot


def received(stack: StackAddresses, kind: str, **ids: str) -> dict[str, Any] | None:
    """Returns the webhook of a type with these ids that the clinic's system received, or ``None``."""
    for message in client().get(f"{stack.clinic_system_url}/received").json()["items"]:
        if message["type"] == kind and ids.items() <= message["data"].items():
            return dict(message)
    return None


def read_guarantee(
    journey: Journey, stack: StackAddresses, member: User, claim_id: str, guarantee_id: str
) -> None:
    """The clinic is notified; the member fetches the PDF, which is refused while the consent is withdrawn."""
    until("guarantee.issued", lambda: received(stack, "guarantee.issued", guaranteeId=guarantee_id))
    journey.note("the clinic got guarantee.issued by signed webhook")
    path, consent = f"/v1/guarantees/{guarantee_id}/pdf", f"/v1/claims/{claim_id}/consent"
    link = journey.step("the member asks for the PDF", member.get(path), 303).headers["location"]
    pdf = client().get(link)
    assert pdf.content.startswith(b"%PDF"), "the link does not return a PDF"
    journey.note("the PDF comes over the link", f"{len(pdf.content)} bytes")
    journey.step("the member withdraws the consent", member.delete(consent), 200)
    refused = journey.step("the PDF without the consent", member.get(path), 403)
    assert refused.json()["code"] == "consent-required"
    journey.step("the member gives the consent again", member.put(consent, {"given": True}), 200)


def publish_slots(journey: Journey, clinic: ClinicSystem, practitioner_key: str) -> None:
    """The clinic's system publishes five slots, two for a first session, at random times: they are free."""
    start = clinic.now().replace(second=0, microsecond=0) + timedelta(
        days=15 + secrets.randbelow(60), minutes=secrets.randbelow(600)
    )
    slots = [
        {
            "key": f"j-{secrets.token_hex(6)}",
            "startsAt": f"{start + timedelta(hours=hour):%Y-%m-%dT%H:%M:%SZ}",
            "endsAt": f"{start + timedelta(hours=hour, minutes=45):%Y-%m-%dT%H:%M:%SZ}",
            "service": "first" if hour < 2 else "follow-up",
        }
        for hour in range(5)
    ]
    answer = clinic.event("slots.published", {"practitionerKey": practitioner_key, "slots": slots})
    journey.note("the clinic's system publishes slots", str(answer.status))


def book(
    journey: Journey, stack: StackAddresses, member: User, other: User, guarantees: tuple[str, str]
) -> dict[str, Any]:
    """The member books; another member on the same slot gets the next free slots instead."""
    assert free_slots(journey, stack, member), "no free slots"
    slot = todays_slot(journey, stack, member)
    booking = book_slot(journey, stack, member, guarantees[0], slot)
    wanted = {"guaranteeId": guarantees[1], "slotId": slot["slotId"], "service": slot["service"]}
    second = other.post("/v1/bookings", wanted)
    refused = journey.step("a second member on the same slot", second, 409).json()
    assert refused["code"] == "slot-taken"
    assert refused["nextSlots"], "no next slots"
    return booking


def free_slots(journey: Journey, stack: StackAddresses, member: User) -> list[dict[str, Any]]:
    """The member finds the practitioner; returns its free slots."""
    # The search follows the events of what the clinic published.
    search = until("the practitioner in the search", lambda: search_with(stack, member))
    journey.step("the member looks for a practitioner", search, 200)
    path = f"/v1/practitioners/{stack.practitioner_id}/slots?limit=100&from={in_a_while(stack)}"
    slots = member.get(path)
    return list(journey.step("and sees free slots", slots, 200).json()["items"])


def search_with(stack: StackAddresses, member: User) -> httpx.Response | None:
    """Returns the answer to a search once it shows the practitioner."""
    search = member.get("/v1/practitioners?treatment=physiotherapy")
    found = search.json().get("items", [])
    return search if any(item["practitionerId"] == stack.practitioner_id for item in found) else None


def book_slot(
    journey: Journey, stack: StackAddresses, member: User, guarantee_id: str, slot: dict[str, Any]
) -> dict[str, Any]:
    """The member books a slot, and the clinic is notified; returns the booking with its time."""
    wanted = {"guaranteeId": guarantee_id, "slotId": slot["slotId"], "service": slot["service"]}
    answer = journey.step("the member books", member.post("/v1/bookings", wanted), 201, slot["startsAt"])
    booking = dict(answer.json())
    booking_id = str(booking["bookingId"])
    until("booking.created", lambda: received(stack, "booking.created", bookingId=booking_id))
    journey.note("the clinic got booking.created")
    return {**booking, "startsAt": slot["startsAt"], "service": slot["service"]}


def move(journey: Journey, stack: StackAddresses, member: User, booking: dict[str, Any]) -> None:
    """The member moves the booking to another slot."""
    slot = next(free for free in free_slots(journey, stack, member) if free["service"] == booking["service"])
    path = f"/v1/bookings/{booking['bookingId']}/reschedule"
    moved = member.post(path, {"slotId": slot["slotId"]})
    journey.step("the member moves the booking", moved, 200, slot["startsAt"])


def cancel(journey: Journey, member: User, booking: dict[str, Any]) -> None:
    """The member cancels the booking."""
    cancelled = member.post(f"/v1/bookings/{booking['bookingId']}/cancel", {})
    journey.step("the member cancels the booking", cancelled, 200)


def hold_and_invoice(
    journey: Journey, stack: StackAddresses, clinic: ClinicSystem, booking: dict[str, Any]
) -> None:
    """The session is held; a correct invoice is accepted, and a wrong one is rejected with every finding."""
    fetched = clinic.get(f"/v1/bookings/{booking['bookingId']}")
    assert fetched.status == 200, f"the clinic could not fetch the booking: {fetched.status}"
    journey.note("the clinic fetches the booking", ", ".join(sorted(fetched.body)))
    for path in (f"/v1/guarantees/{booking['guaranteeId']}", "/v1/events", f"/v1/clinics/{stack.clinic_id}"):
        read = clinic.get(path)
        assert read.status == 200, f"the clinic could not read {path}: {read.status}"
    journey.note("and its guarantee, its feed of events and its own checklist")
    hold(journey, stack, clinic, booking)
    for kind, price in (("invoice.accepted", None), ("invoice.rejected", Decimal(4000))):
        send_invoice(journey, stack, clinic, booking, kind, price)


def hold(journey: Journey, stack: StackAddresses, clinic: ClinicSystem, booking: dict[str, Any]) -> None:
    """The clinic reports that the session was held, on its day."""
    reach_its_day(stack, booking["startsAt"])
    held = clinic.event("session.held", {"bookingId": booking["bookingId"]})
    assert held.status == 202, f"session.held: {held.status} {held.body}"
    journey.note("the clinic reports session.held")


def send_invoice(
    journey: Journey,
    stack: StackAddresses,
    clinic: ClinicSystem,
    booking: dict[str, Any],
    kind: str,
    price: Decimal | None,
    payment: Payment = bill.OWN_ACCOUNT,
) -> str:
    """The clinic sends an invoice and gets a webhook of this kind about it; returns the invoice's id.

    Inside it is the PDF that most systems attach.
    """
    page = EnclosedFile(typst.compile(b"#set document(title: [Invoice])\n= Invoice"))
    sent = bill.send(clinic, booking["bookingId"], price, payment, files=(page,))
    assert sent.status == 202, f"the invoice: {sent.status} {sent.body}"
    invoice_id = str(sent.body["invoiceId"])
    until(kind, partial(received, stack, kind, invoiceId=invoice_id), 90)
    findings = clinic.get(f"/v1/invoices/{invoice_id}").body["findings"]
    rules = ", ".join(finding["rule"] for finding in findings if finding["severity"] == "fatal")
    journey.note(f"the clinic got {kind}", rules)
    return invoice_id
