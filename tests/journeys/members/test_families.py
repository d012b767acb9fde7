"""Families on the stack: a child who turns 15 in mid-case, a stranger's child, and two parents."""

from __future__ import annotations

import json
import secrets
from base64 import b64decode
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from helsebro.local_day import zone
from local.journey.people import StackAddresses
from local.stack.stack import Stack
from tests.journeys.asking import Asker, cpr_of_age, member
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.tenants import CLAIM, POLICY, Tenant, tenant

BEFORE, A_MINUTE = timedelta(minutes=10), timedelta(minutes=1)
FORM_SECONDS = 15 * 60
PAPER = {"fileType": "journal", "fileName": "journal.pdf", "contentType": "application/pdf", "size": 1000}


def enrolled(by: Asker, policy_id: str, cpr: str, relation: str, **more: str) -> str:
    """Enrols a person and returns the person's id."""
    body = {
        "cpr": cpr,
        "name": "Bo Ærø",
        "enrolledOn": "2024-01-01",
        "country": "DK",
        "publicHealthInsurance": True,
        "relation": relation,
        "scheme": "company",
        **more,
    }
    answer = by.post(f"/v1/policies/{policy_id}/insured", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["personId"])


def cpr_born(on: date) -> str:
    """Returns an unused CPR number of a person born on a day since 2000."""
    return f"{on:%d%m%y}{secrets.randbelow(4000) + 4000:04d}"


def second_employer(family: Tenant, cpr: str) -> tuple[Asker, str, str]:
    """Returns another employer of the same payer with its policy, and an employee's id."""
    cvr = f"{secrets.randbelow(90_000_000) + 10_000_000}"
    number = f"{family.payer}-{secrets.token_hex(3)}"
    body = {**POLICY, "number": number, "policyholder": {"name": "Vest A/S", "cvr": cvr}}
    policy_id = str(family.staff("underwriting").post("/v1/policies", body).json()["policyId"])
    employer = member(family.stack, cpr_of_age(50), **{"dk.cvr": cvr})
    return employer, policy_id, enrolled(employer, policy_id, cpr, "employee")


@dataclass(frozen=True)
class ChildsCase:
    """A claim of a child, which a parent has reported and consented to."""

    child_id: str
    claim_id: str

    def paths(self) -> list[str]:
        """Returns every way in which a parent reads about the child."""
        claim = f"/v1/claims/{self.claim_id}"
        parts = "consent mandates documents guarantees extensions refunds explanation".split()
        of_child = f"personId={self.child_id}"
        return [
            claim,
            *(f"{claim}/{part}" for part in parts),
            f"/v1/me/benefits?{of_child}",
            f"/v1/claims?{of_child}",
            f"/v1/bookings?{of_child}",
            f"/v1/waitlist?{of_child}",
        ]


def reported(by: Asker, child_id: str) -> ChildsCase:
    answer = by.post("/v1/claims", {**CLAIM, "personId": child_id})
    assert answer.status_code == 201, answer.text
    case = ChildsCase(child_id, str(answer.json()["claimId"]))
    assert by.put(f"/v1/claims/{case.claim_id}/consent", {"given": True}).status_code == 200
    return case


def seconds_of_form(upload: dict[str, Any]) -> float:
    """Returns how long a form takes an upload, from when it was signed."""
    fields = upload["fields"]
    policy = json.loads(b64decode(fields["policy"]))
    signed = datetime.strptime(fields["x-amz-date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return (datetime.fromisoformat(policy["expiration"].replace("Z", "+00:00")) - signed).total_seconds()


def test_a_child_who_turns_15_in_the_middle_of_a_case_takes_it_over_at_midnight(moved: Moved) -> None:
    stack = StackAddresses.of(moved.addresses)
    family = tenant(stack)
    in_time = moved.clock.today() + timedelta(days=40)
    birthday = in_time.replace(day=min(in_time.day, 28))
    midnight = datetime.combine(birthday, time(), zone("DK")).astimezone(UTC)
    cpr = cpr_born(birthday.replace(year=birthday.year - 15))
    child_id = enrolled(
        family.staff("underwriting"), family.policy_id, cpr, "child", mainInsuredPersonId=family.person_id
    )
    parent, child = family.parent, member(stack, cpr)
    case = reported(parent, child_id)
    documents = f"/v1/claims/{case.claim_id}/documents"
    assert {parent.get(path).status_code for path in case.paths()} == {200}

    # Thirty days before, both hear of it, and the child is invited to give a mandate.
    moved.to(midnight - timedelta(days=30) + A_MINUTE)
    for reader in (parent, child):
        told = reader.get(f"/v1/families/{child_id}").json()
        assert (told["invitedToGiveMandate"], told["decidesAlone"]) == (True, False)
        assert told["history"][-1]["what"] == "announced"
    form = parent.post(documents, PAPER).json()["upload"]
    assert seconds_of_form(form) == FORM_SECONDS

    # No form made before lives past midnight.
    moved.to(midnight - BEFORE)
    key = secrets.token_hex(8)
    form = parent.post(documents, PAPER, key).json()["upload"]
    assert seconds_of_form(form) <= BEFORE.total_seconds()

    moved.to(midnight + A_MINUTE)
    assert {path: parent.get(path).status_code for path in case.paths()} == dict.fromkeys(case.paths(), 404)
    assert parent.post(documents, PAPER, key).status_code == 404
    assert parent.put(f"/v1/claims/{case.claim_id}/consent", {"given": False}).status_code == 404
    assert child.get(f"/v1/claims/{case.claim_id}/consent").json()["given"] is True
    for reader in (parent, child):
        told = reader.get(f"/v1/families/{child_id}").json()
        assert (told["decidesAlone"], told["history"][-1]["what"]) == (True, "handed-over")

    # The child may let the parent in again, into this case only.
    mandate = {"holder": {"name": "Åse Ærø", "cpr": family.cpr}, "powers": ["contact"]}
    given = child.post(f"/v1/claims/{case.claim_id}/mandates", mandate)
    assert given.status_code == 201, given.text
    assert parent.get(f"/v1/claims/{case.claim_id}").status_code == 200


def test_a_strangers_child_opens_nothing_until_underwriting_decides(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    family, stranger_cpr = tenant(stack), cpr_of_age(45)
    cpr = cpr_of_age(7)
    underwriting = family.staff("underwriting")
    child_id = enrolled(underwriting, family.policy_id, cpr, "child", mainInsuredPersonId=family.person_id)
    case = reported(family.parent, child_id)
    employer, policy_id, stranger_id = second_employer(family, stranger_cpr)
    # The employer knows the number, and its enrolment is taken.
    same = enrolled(employer, policy_id, cpr, "child", mainInsuredPersonId=stranger_id)
    assert same == child_id
    stranger = member(stack, stranger_cpr)
    assert {stranger.get(path).status_code for path in case.paths()} == {404}
    assert stranger.post("/v1/claims", {**CLAIM, "personId": child_id}).status_code == 404
    assert stranger.put(f"/v1/claims/{case.claim_id}/consent", {"given": False}).status_code == 404
    assert {family.parent.get(path).status_code for path in case.paths()} == {200}

    (task,) = underwriting.get("/v1/tasks?queue=underwriting").json()["items"]
    assert task["reason"] == "guardian-unconfirmed"
    assert (task["subject"]["personId"], task["subject"]["guardianId"]) == (child_id, stranger_id)
    denied = {"decision": "deny", "reason": "Not the parent"}
    path = f"/v1/tasks/{task['taskId']}/decision"
    answer = underwriting.post(path, denied, **{"if-match": f'"{task["version"]}"'})
    assert answer.status_code == 200, answer.text
    enrolled(employer, policy_id, cpr, "child", mainInsuredPersonId=stranger_id)
    (left,) = underwriting.get("/v1/tasks?queue=underwriting").json()["items"]
    assert (left["reason"], left["subject"]["policyId"]) == ("enrolment-denied", policy_id)
    own = stranger.get(f"/v1/families/{child_id}").json()
    assert (own["guardians"], [each.get("reason") for each in own["history"]][-1]) == ([], "Not the parent")
    assert {stranger.get(path).status_code for path in case.paths()} == {404}
    history = family.parent.get(f"/v1/families/{child_id}").json()["history"]
    assert [each["what"] for each in history] == ["confirmed", "proposed", "rejected"]


def test_two_parents_are_guardians_of_one_family_by_their_own_yes(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    family, father_cpr, cpr = tenant(stack), cpr_of_age(44), cpr_of_age(6)
    underwriting = family.staff("underwriting")
    child_id = enrolled(underwriting, family.policy_id, cpr, "child", mainInsuredPersonId=family.person_id)
    case = reported(family.parent, child_id)
    employer, policy_id, father_id = second_employer(family, father_cpr)
    enrolled(employer, policy_id, cpr, "child", mainInsuredPersonId=father_id)
    father, answer = member(stack, father_cpr), f"/v1/families/{child_id}/guardians/{father_id}"
    assert father.put(answer, {"confirmed": True}).status_code == 200
    assert {father.get(path).status_code for path in case.paths()} == {404}
    assert family.parent.put(answer, {"confirmed": True}).status_code == 200
    for parent in (father, family.parent):
        assert {parent.get(path).status_code for path in case.paths()} == {200}
    assert underwriting.get("/v1/tasks?queue=underwriting").json()["items"] == []
    assert reported(father, child_id).claim_id != case.claim_id
