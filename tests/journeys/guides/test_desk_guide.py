"""The bodies of the guides that members and the staff of a desk send to each other, in their order."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helsebro_aws.dynamodb.record import instant
from local.demo import login
from local.journey.people import StackAddresses
from local.stack.stack import Stack
from tests.builders.guides import bodies_in, section
from tests.journeys.asking import Asker, staff

PAYER = "tryg"
REPORT = {
    "cause": "leisure",
    "description": "Twisted knee",
    "condition": {"category": "injury"},
    "treatment": {"type": "chiropractic", "country": "DK", "inNetwork": True, "sessions": 3},
}


@pytest.fixture
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


@pytest.fixture
def anna(running_stack: Stack, stack: StackAddresses) -> Asker:
    return Asker(stack, login.of_demo_user(running_stack.addresses, "anna"))


def sent(by: Asker, guide: str, heading: str, known: dict[str, str]) -> list[tuple[str, Any]]:
    """Sends the bodies of a section; returns each path with its answer, and learns the ids that come."""
    answers = []
    for method, path, body in bodies_in(section(guide, heading)):
        for example, value in known.items():
            path, body = path.replace(example, value), body.replace(example, value)
        answer = by.ask(method, path, json.loads(body))
        assert answer.status_code < 300, (path, answer.text)
        made = answer.json()
        if "claimId" in made:
            known["{claimId}"] = made["claimId"]
        answers.append((path.split("/")[-1], made))
    return answers


def test_a_member_writes_as_the_guide_says(anna: Asker) -> None:
    known = {"{claimId}": anna.post("/v1/claims", REPORT).json()["claimId"]}
    answers = sent(anna, "portals.md", "Write to the payer", known)
    assert [made["dueAt"] is not None for _, made in answers] == [True, True]
    assert anna.get(f"/v1/claims/{known['{claimId}']}/messages").json()["items"][0]["text"]


def test_the_staff_answer_as_the_guide_says(stack: StackAddresses, anna: Asker) -> None:
    claim_id = anna.post("/v1/claims", REPORT).json()["claimId"]
    anna.post(f"/v1/claims/{claim_id}/messages", {"text": "Hvornår ringer I?"})
    known = {"{payer}": PAYER, "{claimId}": claim_id, "{threadId}": claim_id, "clm_…": claim_id}
    answers = sent(staff(stack, PAYER, "caseworker"), "payers.md", "Answer members", known)
    assert [path for path, _ in answers] == [
        "papers-received",
        "messages",
        "assignee",
        "hand-over",
        "answers",
    ]
    assert answers[-1][1]["results"][0]["sent"]


def test_the_staff_record_what_a_person_decides_by_phone_as_the_guide_says(
    stack: StackAddresses, anna: Asker
) -> None:
    desk = staff(stack, PAYER, "caseworker")
    # The person phones about a case of that day.
    said = instant(stack.clock.now())
    known = {"{personId}": anna.get("/v1/me").json()["person"]["personId"], "2026-11-21T10:15:00Z": said}
    answers = sent(desk, "payers.md", "Record what was decided by phone", known)
    assert [path for path, _ in answers] == ["claims", "consent", "mandates"]
    consent = anna.get(f"/v1/claims/{known['{claimId}']}/consent").json()
    assert consent["history"][0]["evidence"]["how"] == "phone"
