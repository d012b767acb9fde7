"""The four consents of a member on the stack: given, used, withdrawn and expired, with receipts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from local.demo.http_client import client
from local.journey import treatment
from local.journey.people import StackAddresses, User
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from tests.journeys.clocks_and_letters.moved import Moved

A_YEAR = timedelta(days=366)


def statuses(member: User) -> dict[str, str]:
    """Returns the status of each kind of consent, as the member's list shows it."""
    items = member.get("/v1/me/consents").json()["items"]
    return {item["kind"]: item["status"] for item in items}


def receipts(member: User) -> list[bytes]:
    """Returns the receipt of the last decision on each consent of the member's list."""
    found = []
    for item in member.get("/v1/me/consents").json()["items"]:
        answer = member.get(item["receipt"])
        assert answer.status_code == 303, item
        found.append(client().get(answer.headers["location"]).content)
    return found


def booked_client(case: PlayedCase) -> dict[str, Any]:
    """Returns what the clinic's system reads of the booking."""
    answer = case.clinic.get(f"/v1/bookings/{case.booking['bookingId']}")
    assert answer.status == 200
    return dict(answer.body)


def test_consents_are_given_used_withdrawn_and_expire_with_their_receipts(moved: Moved) -> None:
    stack = StackAddresses.of(moved.addresses)
    case = PlayedCase(stack, Journey(lambda _: None))
    member, claim = case.member, f"/v1/claims/{case.claim_id}"
    listed = member.get("/v1/consent-texts").json()["items"]
    texts = {text["kind"]: text for text in listed if text["decidesFor"] == "self"}
    for kind in ("general", "network-contact"):
        decided = {"kind": kind, "given": True, "textVersion": texts[kind]["version"]}
        assert member.put("/v1/me/consent", decided).json()["status"] == "given"
    assert member.get(f"/v1/guarantees/{case.guarantee_id}/pdf").status_code == 303
    to_clinic = f"{claim}/consent/clinics/{stack.clinic_id}"
    assert member.get(to_clinic).json()["passesOn"] is True
    assert "client" in booked_client(case)

    # The member takes the case from this clinic alone.
    assert member.delete(to_clinic).json()["status"] == "withdrawn"
    until("consent.withdrawn", lambda: treatment.received(stack, "consent.withdrawn", claimId=case.claim_id))
    shown = booked_client(case)
    assert ("client" in shown, shown["consent"]) == (False, "withdrawn")
    slots = treatment.free_slots(case.journey, stack, member)
    # The first session is booked, which a second first one is refused for too.
    free = next(slot for slot in slots if slot["service"] == "follow-up")
    more = {"guaranteeId": case.guarantee_id, "slotId": free["slotId"]}
    refused = member.post("/v1/bookings", {**more, "service": free["service"]})
    assert (refused.status_code, refused.json()["code"]) == (403, "clinic-consent-required")
    assert member.get(f"/v1/guarantees/{case.guarantee_id}/pdf").status_code == 303

    assert member.put(to_clinic, {"given": True}).json()["passesOn"] is True
    assert "client" in booked_client(case)
    given = dict.fromkeys(("general", "network-contact", "case", "clinic"), "given")
    assert statuses(member) == given
    papers = receipts(member)
    assert len(papers) == len(given)
    assert all(paper.startswith(b"%PDF") for paper in papers)

    # A year later everything behaves as if it were withdrawn.
    moved.clock.advance(moved.clock.now() + A_YEAR)
    assert statuses(member) == dict.fromkeys(given, "expired")
    assert member.get(f"/v1/guarantees/{case.guarantee_id}/pdf").json()["code"] == "consent-required"
    shown = booked_client(case)
    assert ("client" in shown, shown["consent"]) == (False, "expired")
    [document] = member.get(f"{claim}/documents").json()["items"]
    content = f"{claim}/documents/{document['documentId']}/content"
    caseworker = case.users.staff("caseworker")
    assert caseworker.get(content).json()["code"] == "consent-required"
    assert member.get(content).status_code == 303

    # The general consent alone lets staff read, and brings no client to the clinic.
    assert member.put("/v1/me/consent", {"given": True}).json()["status"] == "given"
    assert caseworker.get(content).status_code == 303
    assert "client" not in booked_client(case)
