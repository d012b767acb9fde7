"""A session is paid once and a bill asked for once: what members and who approves see of it (promise 27)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, member, staff
from tests.builders.claims import accepted_bill, claim_of, consent
from tests.builders.decisions import (
    ask_refund,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    read_refund,
    refund_body,
    refund_task_of,
    today,
)
from tests.builders.policies import ANNA, BO, insured_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
FINANCE = staff("finance")
DENIAL = {"decision": "deny", "reason": "Efter 8.3.2"}
BYTES = "ab" * 32
"""The digest of one file."""


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return claim_in_review()


def session(amount: str = "450.00", **named: str) -> dict[str, Any]:
    return {"on": today().isoformat(), "type": "chiropractic", "cost": cost(amount), **named}


def approve(*indexes: int) -> dict[str, Any]:
    paid = [{"index": index, "amount": cost("450.00")} for index in indexes]
    return {"decision": "approve", "reason": "Efter 8.3.2", "approved": paid}


def paid(claim_id: ClaimId, *treatments: dict[str, Any]) -> str:
    """Returns the id of a refund of one day that is paid."""
    refund_id = refund_of(claim_id, *(treatments or [session()]))
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve(0), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    return refund_id


def refund_of(claim_id: ClaimId, *treatments: dict[str, Any]) -> str:
    """Returns the id of a new refund of a bill of its own."""
    body = refund_body(accepted_bill(claim_id, clock.randomness().hex()), treatments=list(treatments))
    return str(ask_refund(claim_id, body).body["refundId"])


def clashes(refund_id: str, by: dict[str, Any] = FINANCE) -> list[Any]:
    return [treatment.get("clashes") for treatment in read_refund(refund_id, by).body["treatments"]]


def test_who_approves_sees_what_was_paid_and_the_member_does_not(claim_id: ClaimId) -> None:
    first = paid(claim_id)
    other_day = refund_body("")["treatments"][0]
    again = refund_of(claim_in_review(), session(), other_day)
    seen = {
        "certainty": "certain",
        "way": "refund",
        "paidBy": first,
        "decidedOn": today().isoformat(),
        "amount": cost("450.00"),
    }
    assert clashes(again) == [[seen], None]
    assert clashes(again, staff("caseworker")) == [[seen], None]
    assert clashes(again, member(ANNA)) == [None, None]
    assert clashes(first) == [None], "a refund does not clash with itself"


def test_what_was_paid_for_certain_is_refused_and_the_rest_is_paid(claim_id: ClaimId) -> None:
    paid(claim_id)
    other_day = refund_body("")["treatments"][0]
    again = refund_of(claim_id, other_day, session())
    task_id = refund_task_of(again)
    refused = decide(task_id, approve(0, 1), by=FINANCE)
    assert (refused.status, refused.body["code"]) == (409, "session-already-paid")
    assert [fault["pointer"] for fault in refused.body["errors"]] == ["/approved"]
    assert "nr. 2" in refused.body["errors"][0]["detail"]
    assert decide(task_id, approve(0), by=FINANCE).status == 200
    end_refund(again, task_id)
    outcomes = [treatment["outcome"] for treatment in read_refund(again).body["treatments"]]
    assert outcomes == ["approved", "denied"]


@pytest.mark.parametrize(
    "first, second, certainty, status",
    [
        ({}, {"authorisationId": "ABC12"}, "certain", 409),
        ({"authorisationId": "ABC12"}, {}, "certain", 409),
        ({"authorisationId": "ABC12"}, {"authorisationId": "abc12"}, "certain", 409),
        ({"authorisationId": "ABC12"}, {"authorisationId": "1234567"}, "perhaps", 200),
    ],
)
def test_two_sessions_of_one_day_are_two_only_with_two_practitioners(
    claim_id: ClaimId, first: dict[str, str], second: dict[str, str], certainty: str, status: int
) -> None:
    paid(claim_id, session(**first))
    again = refund_of(claim_id, session(**second))
    [[clash]] = clashes(again)
    assert clash["certainty"] == certainty
    assert decide(refund_task_of(again), approve(0), by=FINANCE).status == status


@pytest.mark.parametrize(
    "numbers, status",
    [((None, None), 200), (("ABC12", None), 200), (("ABC12", "ABC12"), 409), (("ABC12", "XYZ98"), 200)],
)
def test_two_lines_of_one_refund_are_one_session_when_both_name_the_practitioner(
    claim_id: ClaimId, numbers: tuple[str | None, ...], status: int
) -> None:
    named = [{"authorisationId": number} if number else {} for number in numbers]
    refund_id = refund_of(claim_id, *(session(**by) for by in named))
    assert decide(refund_task_of(refund_id), approve(0, 1), by=FINANCE).status == status


def test_a_session_of_a_denied_refund_can_be_paid(claim_id: ClaimId) -> None:
    first = refund_of(claim_id, session())
    task_id = refund_task_of(first)
    assert decide(task_id, DENIAL, by=FINANCE).status == 200
    end_refund(first, task_id)
    paid(claim_id)


def ask_for(claim_id: ClaimId, digest: str = BYTES, by: dict[str, Any] | None = None) -> Answered:
    """Asks for a refund of a new upload of the file."""
    return ask_refund(claim_id, refund_body(accepted_bill(claim_id, digest)), by)


def test_the_same_file_is_asked_for_once_in_all_cases_of_a_person(claim_id: ClaimId) -> None:
    first = ask_for(claim_id).body["refundId"]
    other = claim_in_review()
    unlike, again = accepted_bill(other, "cd" * 32), accepted_bill(other, BYTES)
    refused = ask_refund(other, {**refund_body(unlike), "documentIds": [unlike, again]})
    assert (refused.status, refused.body["code"]) == (409, "bill-already-asked-for")
    assert (refused.body["documentId"], refused.body["refundId"]) == (again, first)
    assert [fault["pointer"] for fault in refused.body["errors"]] == ["/documentIds/1"]
    assert ask_refund(other, refund_body(unlike)).status == 202, "nothing of the refused call is kept"


def test_the_same_file_twice_in_one_call_is_a_fault(claim_id: ClaimId) -> None:
    bills = [accepted_bill(claim_id, BYTES) for _ in range(2)]
    answer = ask_refund(claim_id, {**refund_body(bills[0]), "documentIds": bills})
    [fault] = answer.body["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (422, "/documentIds/1", "bill-twice")


def test_a_file_can_be_sent_again_once_its_refund_is_denied_whole(claim_id: ClaimId) -> None:
    first = ask_for(claim_id).body["refundId"]
    task_id = refund_task_of(first)
    assert decide(task_id, DENIAL, by=FINANCE).status == 200
    assert ask_for(claim_id).status == 409, "its workflow has not ended"
    end_refund(first, task_id)
    assert ask_for(claim_id).status == 202


def test_the_same_file_of_another_person_is_taken_and_shown_to_who_approves(claim_id: ClaimId) -> None:
    insured_of(policy_of("tryg", number="P-2"), cpr=BO)
    of_bo = claim_of(member(BO))
    consent(of_bo, by=member(BO))
    first = ask_for(claim_id).body["refundId"]
    own = accepted_bill(of_bo, BYTES)
    again = ask_refund(of_bo, refund_body(own), member(BO))
    assert again.status == 202
    shown = read_refund(again.body["refundId"], FINANCE).body
    assert shown["sameBills"] == [{"documentId": own, "refundId": first}]
    assert "sameBills" not in read_refund(again.body["refundId"], member(BO)).body
    assert "digests" not in shown
