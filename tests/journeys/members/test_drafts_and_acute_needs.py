"""A draft that survives a closed browser, is completed and sent; and an acute report (R-603, F3-22)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from local.journey import insurance
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox
from tests.journeys.clocks_and_letters.moved import Moved

DRAFTS = "/v1/me/drafts"


@pytest.fixture
def users(running_stack: Stack) -> Users:
    return Users(StackAddresses.of(running_stack.addresses))


@pytest.fixture
def member(users: Users) -> User:
    journey = Journey(lambda _: None)
    return insurance.insure(journey, users, insurance.open_payer(journey, users), new_cpr())


def whole(member: User, **changes: Any) -> dict[str, Any]:
    arisen = str(member.stack.clock.today() - timedelta(days=20))
    body = {
        "cause": "leisure",
        "condition": {"category": "injury", "arisenOn": arisen, "chronic": False, "circumstances": []},
        "treatment": {"type": "physiotherapy", "country": "DK", "inNetwork": True, "sessions": 3},
        "description": "Twisted a knee",
    }
    return {**body, **changes}


def test_a_draft_survives_the_browser_is_completed_and_becomes_the_claim(member: User, moved: Moved) -> None:
    half = {"cause": "leisure", "description": "Twisted a knee"}
    kept = member.post(DRAFTS, half)
    assert kept.status_code == 201, kept.text
    assert {fault["pointer"] for fault in kept.json()["faults"]} >= {"/condition", "/treatment"}
    draft = f"{DRAFTS}/{kept.json()['draftId']}"
    refused = member.post("/v1/claims", {"draftId": kept.json()["draftId"]})
    assert refused.status_code == 422

    moved.clock.advance(moved.clock.now() + timedelta(days=20))
    found = member.get(draft)
    assert found.json()["report"] == half
    completed = member.put(draft, whole(member), **{"If-Match": found.headers["ETag"]})
    assert (completed.status_code, completed.json()["faults"]) == (200, [])
    assert completed.json()["expiresAt"] > kept.json()["expiresAt"]

    sent = member.post("/v1/claims", {"draftId": kept.json()["draftId"]})
    assert sent.status_code == 201, sent.text
    claim = member.get(f"/v1/claims/{sent.json()['claimId']}").json()
    assert claim["description"] == "Twisted a knee"
    assert member.get(draft).status_code == 404
    assert member.get(DRAFTS).json()["items"] == []
    guidance = member.get(f"/v1/claims/{sent.json()['claimId']}/guidance").json()
    assert (guidance["missing"], guidance["papers"][0]["fileType"]) == (["consent", "documents"], "referral")


def test_a_draft_that_nobody_changes_is_gone_after_thirty_days(member: User, moved: Moved) -> None:
    kept = member.post(DRAFTS, {"description": "Twisted"})
    moved.clock.advance(moved.clock.now() + timedelta(days=30, minutes=1))
    assert member.get(f"{DRAFTS}/{kept.json()['draftId']}").status_code == 404
    assert member.get(DRAFTS).json()["items"] == []


def test_an_acute_report_says_at_once_whom_to_call_and_so_does_its_first_mail(
    member: User, running_stack: Stack
) -> None:
    mailbox = Mailbox.of(running_stack)
    reported = member.post("/v1/claims", whole(member, treatment={"type": "acute", "country": "DK"}))
    assert reported.status_code == 201, reported.text
    claim_id = reported.json()["claimId"]
    for answer in (reported.json(), member.get(f"/v1/claims/{claim_id}").json()):
        assert answer["safety"]["need"] == "acute"
        assert "112" in {row["number"] for row in answer["safety"]["numbers"]}
    until("the first mail", lambda: mailbox.messages(caseId=claim_id, kind="claim-received"))
    [mail] = mailbox.messages(caseId=claim_id, kind="claim-received")
    assert "112" in str(mail)
    assert "70 201 201" in str(mail)
