"""A clinic joins: it gets its contract, signs it and is found, or it declines (F0-01…F0-10)."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from datetime import timedelta
from typing import Any

import httpx
import pytest

from local.clinic.clinic_system import ClinicSystem
from local.journey import insurance
from local.journey.benefits import decide, task_of
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import PRACTITIONER, Joining, signer
from tests.journeys.clocks_and_letters.mailbox import Mailbox


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


def publish(system: ClinicSystem, key: str, stack: StackAddresses) -> None:
    """Publishes a slot of each service."""
    begins = stack.clock.now().replace(microsecond=0) + timedelta(days=20)
    slots = []
    for place, service in enumerate(("first", "follow-up")):
        start = begins + timedelta(hours=place)
        end = start + timedelta(minutes=45)
        times = {"startsAt": f"{start:%Y-%m-%dT%H:%M:%SZ}", "endsAt": f"{end:%Y-%m-%dT%H:%M:%SZ}"}
        slots.append({"key": secrets.token_hex(6), "service": service, **times})
    answer = system.publish_slots(key, slots)
    assert answer.status == 202, answer.body


def guaranteed(stack: StackAddresses, clinic_id: str) -> tuple[User, str]:
    """Returns a new member with a guarantee for the clinic, and the guarantee's id."""
    journey, users = Journey(lambda _: None), Users(stack)
    insured = insurance.insure(journey, users, insurance.open_payer(journey, users), new_cpr())
    claim_id = insurance.report(journey, insured)
    insurance.consent_and_upload(journey, insured, claim_id)
    caseworker = users.staff("caseworker")
    last_day = stack.clock.today() + timedelta(days=90)
    grant = {"sessions": 3, "validUntil": str(last_day), "clinicId": clinic_id}
    decision = {"decision": "approve", "reason": "8.1", "grant": grant}
    decided = decide(caseworker, task_of(caseworker, "claims", claimId=claim_id), decision)
    assert decided.status_code == 200, decided.text
    path = f"/v1/claims/{claim_id}/guarantees"
    [issued] = until("the guarantee", lambda: insured.get(path).json()["items"])
    return insured, issued["guaranteeId"]


def test_a_clinic_joins_from_the_public_form_to_its_first_booking(stack: StackAddresses) -> None:
    joining = Joining.begun(stack)
    link = joining.read_contract().headers["location"]
    pdf = httpx.get(link, timeout=60).content
    assert pdf.startswith(b"%PDF")

    stranger = signer(stack, new_cpr())
    refused = stranger.post(f"{joining.clinic}/contract/sign", {})
    assert refused.status_code == 404

    signed = joining.sign(contractSha256=hashlib.sha256(pdf).hexdigest())
    assert signed.status_code == 200, signed.text
    assert joining.consent().json()["checklist"]["systemConnected"]
    assert joining.fill_in().json()["checklist"]["detailsFilled"]
    evidence = joining.signatory.get(f"{joining.clinic}/contract/evidence").headers["location"]
    proved = httpx.get(evidence, timeout=60).json()["evidence"]
    assert proved["contract"]["sha256"] == hashlib.sha256(pdf).hexdigest()

    system = joining.system(signed.json()["signingSecret"])
    key = f"sofie-{secrets.token_hex(3)}"
    practitioner = system.put(f"{joining.clinic}/practitioners/{key}", PRACTITIONER)
    assert practitioner.status == 201, practitioner.body
    publish(system, key, stack)
    assert joining.signatory.get(joining.clinic).json()["status"] == "active"

    member, guarantee_id = guaranteed(stack, joining.clinic_id)
    path = f"/v1/practitioners/{practitioner.body['practitionerId']}/slots"
    slots = until("the free slots", lambda: member.get(path).json()["items"])
    assert {slot["service"] for slot in slots} == {"first", "follow-up"}
    wanted = {"guaranteeId": guarantee_id, "slotId": slots[0]["slotId"], "service": slots[0]["service"]}
    booked = member.post("/v1/bookings", wanted)
    assert booked.status_code == 201, booked.text
    seen = system.get(f"/v1/bookings/{booked.json()['bookingId']}")
    assert (seen.status, seen.body["clinicId"]) == (200, joining.clinic_id)


def test_a_signer_with_another_name_opens_the_mail_and_signs_once_the_network_team_has_looked(
    running_stack: Stack, stack: StackAddresses
) -> None:
    joining, mailbox = Joining.begun(stack, names_number=False), Mailbox.of(running_stack)
    [mail] = until("the mail", lambda: mailbox.sent(kind="contract-sent", caseId=joining.clinic_id))
    [token] = set(re.findall(r"/contract#([a-z2-7]+)", json.dumps(mail)))
    contract = f"{joining.clinic}/contract"
    assert joining.signatory.get(contract, **{"Helsebro-Invitation": token}).status_code == 303

    other = signer(stack, new_cpr(), "Bo Holm")
    answer = other.post(f"{contract}/sign", {"invitation": token})
    assert (answer.status_code, answer.json()["signature"]) == (202, "in-review")
    network = Users(stack).staff("network", of_payer=False)
    tasks = network.get("/v1/tasks?queue=onboarding&limit=100").json()["items"]
    [task] = [each for each in tasks if each["subject"] == {"clinicId": joining.clinic_id}]
    assert (task["signer"]["name"], task["signer"]["differs"]) == ("Bo Holm", ["name"])
    decision = {"decision": "approve", "reason": "He has joined the board."}
    path = f"/v1/tasks/{task['taskId']}/decision"
    assert network.post(path, decision, **{"If-Match": f'"{task["version"]}"'}).status_code == 200
    signed = other.post(f"{contract}/sign", {})
    assert (signed.status_code, signed.json()["signature"]) == (200, "signed")


def test_a_declined_contract_ends_the_onboarding_with_its_reason(stack: StackAddresses) -> None:
    joining = Joining.begun(stack)
    joining.read_contract()
    reason = {"reason": "The fees are too low."}
    assert joining.signatory.post(f"{joining.clinic}/contract/decline", reason).status_code == 200

    def ended() -> dict[str, Any] | None:
        found: dict[str, Any] = joining.signatory.get(joining.clinic).json()
        return found if found["status"] == "ended" else None

    ending = until("the end of the onboarding", ended)["ending"]
    assert (ending["why"], ending["reason"]) == ("declined", reason["reason"])
    assert joining.sign().status_code == 409
