"""A refusal, three complaints and the board's form; and one that overturns and issues the guarantee."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from local.demo.http_client import client
from local.journey import insurance
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox
from tests.journeys.complaints.played import STANDS, answer, complain, deny


@pytest.fixture(scope="module")
def users(running_stack: Stack) -> Users:
    return Users(StackAddresses.of(running_stack.addresses))


@pytest.fixture(scope="module")
def member(users: Users) -> User:
    journey = Journey(lambda _: None)
    policy_id = insurance.open_payer(journey, users)
    return insurance.insure(journey, users, policy_id, new_cpr())


def denied(users: Users, member: User) -> str:
    journey = Journey(lambda _: None)
    claim_id = insurance.report(journey, member)
    insurance.consent_and_upload(journey, member, claim_id)
    deny(users.staff("caseworker"), claim_id)
    return claim_id


def test_a_refusal_three_complaints_and_the_form_for_the_board(
    users: Users, member: User, running_stack: Stack
) -> None:
    claim_id = denied(users, member)
    claim = f"/v1/claims/{claim_id}"
    skipped = complain(member, claim_id, "board")
    assert (skipped.status_code, skipped.json()["nextStep"]) == (409, "department")
    second, quality = users.staff("caseworker", person="second"), users.staff("quality")
    for step, by in (("department", second), ("quality", quality)):
        [following, *_] = [each for each in member.get(claim).json()["nextSteps"] if each.get("step")]
        assert (following["step"], bool(following["lastDay"])) == (step, True)
        made = complain(member, claim_id, step)
        assert made.status_code == 202, made.text
        assert complain(member, claim_id, step).status_code == 409
        task = answer(by, made.json()["complaintId"], STANDS)
        assert task["complaint"]["denial"]["outcome"] == "denied"
        assert all(by.get(link).status_code == 200 for link in task["complaint"]["links"].values())
    form = member.get(f"{claim}/complaints/board-form")
    assert form.status_code == 303, form.text
    pdf = client().get(form.headers["location"], timeout=60).raise_for_status().content
    assert "Ankenævnet for Forsikring" in PdfReader(BytesIO(pdf)).pages[0].extract_text()
    board = complain(member, claim_id, "board")
    assert board.status_code == 202, board.text
    answer(quality, board.json()["complaintId"], STANDS)
    read = member.get(f"{claim}/complaints").json()["items"]
    assert [each["status"] for each in read] == ["upheld"] * 3
    left = [each["kind"] for each in member.get(claim).json()["nextSteps"]]
    assert ("complaint" in left, left[-1]) == (False, "court")
    mailbox = Mailbox.of(running_stack)

    def told() -> bool:
        kinds = [message["kind"] for message in mailbox.sent(caseId=claim_id)]
        return {"complaint-received", "complaint-answered"} <= {*kinds}

    until("the mails of the complaints", told)


def test_a_complaint_overturns_the_denial_and_issues_the_guarantee(users: Users, member: User) -> None:
    claim_id = denied(users, member)
    first, second = users.staff("caseworker"), users.staff("caseworker", person="second")
    complaint_id = complain(member, claim_id, "department").json()["complaintId"]
    day = str(member.stack.clock.today().replace(month=12, day=31))
    grant = {
        "decision": "approve",
        "reason": "The doctor's letter",
        "grant": {"sessions": 3, "validUntil": day},
    }
    task = next(
        each
        for each in until(
            "the task", lambda: first.get("/v1/tasks?queue=complaints&limit=100").json()["items"] or None
        )
        if each["subject"]["complaintId"] == complaint_id
    )
    own = first.post(f"/v1/tasks/{task['taskId']}/decision", grant, **{"If-Match": f'"{task["version"]}"'})
    assert (own.status_code, own.json()["code"]) == (403, "complaint-decided-before")
    answer(second, complaint_id, grant)
    claim = f"/v1/claims/{claim_id}"
    issued = until("the guarantee", lambda: member.get(f"{claim}/guarantees").json()["items"] or None)
    assert issued[0]["sessionsGranted"] == 3
    read = member.get(claim).json()
    assert (read["status"], [each["outcome"] for each in read["earlierDecisions"]]) == (
        "approved",
        ["denied"],
    )
