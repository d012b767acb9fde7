"""A course on the stack: its clinic moves, refers the client on and ends it (F0-21, F1-30, Q17)."""

from __future__ import annotations

from typing import Any

from local.journey import treatment
from local.journey.benefits import decide
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import PRACTITIONER
from tests.journeys.clinic_network.waitlist.test_waitlist_offer import Practice
from tests.journeys.clocks_and_letters.mailbox import Mailbox

NEW = {**PRACTITIONER["address"], "street": "Nygade 7"}


def test_a_course_whose_clinic_moves_refers_on_and_ends(running_stack: Stack) -> None:
    """The member is told of the new address, reads of the triage, and books no more once it has ended."""
    stack = StackAddresses.of(running_stack.addresses)
    case, practice = PlayedCase(stack, Journey(lambda _: None)), Practice.of(stack)
    booking = treatment.book_slot(case.journey, stack, case.member, case.guarantee_id, practice.slot)
    path = f"/v1/bookings/{booking['bookingId']}"
    assert booking["address"] == PRACTITIONER["address"]

    practice.clinic.put(practice.path, {**PRACTITIONER, "address": NEW})
    until("the new address", lambda: case.member.get(path).json()["address"] == NEW)
    about = {"kind": "session-relocated", "caseId": case.claim_id}
    [mail, *_] = until("the mail about it", lambda: Mailbox.of(running_stack).sent(**about))
    assert "Nygade" not in mail["text"]
    assert "Nygade 7" in case.member.get(f"{path}/calendar").text

    to = {"guaranteeId": case.guarantee_id, "to": "psychiatry"}
    assert practice.clinic.event("client.referred-on", to).status == 202
    caseworker, claim = case.users.staff("caseworker"), f"/v1/claims/{case.claim_id}"
    [task] = [item for item in _tasks(caseworker) if item["subject"].get("claimId") == case.claim_id]
    assert (task["reason"], task["referral"]["to"]) == ("referred-on", "psychiatry")
    assert task["referral"]["clinicId"] == stack.clinic_id
    assert case.member.get(claim).json()["triage"]["dueAt"] == task["dueAt"]
    done = decide(caseworker, task, {"decision": "approve", "reason": "Contacted."})
    assert done.status_code == 200, done.text
    assert case.member.get(claim).json()["triage"] is None

    ended = {"guaranteeId": case.guarantee_id}
    assert practice.clinic.event("course.ended", ended).status == 202
    treatment.publish_slots(case.journey, practice.clinic, practice.key)
    slots = case.member.get(f"/v1/practitioners/{practice.practitioner_id}/slots").json()["items"]
    wanted = {**ended, "slotId": slots[0]["slotId"], "service": slots[0]["service"]}
    assert case.member.post("/v1/bookings", wanted).json()["code"] == "course-ended"
    assert case.member.post(f"{path}/cancel", {}).status_code == 200


def _tasks(caseworker: Any) -> list[dict[str, Any]]:
    return list(caseworker.get("/v1/tasks?queue=claims&limit=100").json()["items"])
