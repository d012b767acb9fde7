"""What a paper proves is stated by who sent it, who also answers a question with it (F4-07)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, consent, document_of, fact_of, read
from tests.builders.decisions import (
    bill_of,
    claim_in_review,
    decide,
    insured_anna,
    read_refund,
    refund_of,
    refund_task_of,
    task_of,
)
from tests.builders.documents.checked_papers import check
from tests.builders.mandates import given
from tests.builders.people.families import MOTHER, TwoEmployers
from tests.builders.policies import ANNA, BO

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER, REFERRED = staff("caseworker"), "evidence.referral"
BY = {"member": member(ANNA), "holder": member(BO), "caseworker": CASEWORKER}


def stated_by(claim_id: ClaimId, by: dict[str, Any]) -> str:
    """Who stated the referral, once a paper that ``by`` sends is accepted."""
    assert check(claim_id, document_of(claim_id, by=by, fileType="referral")) == "accepted"
    return str(fact_of(read(claim_id, CASEWORKER).body, REFERRED)["statedBy"])


@pytest.mark.parametrize("role", BY)
def test_a_referral_is_stated_by_who_sent_it(role: str) -> None:
    insured_anna()
    claim_id = claim_of()
    assert consent(claim_id).status == 200
    given(claim_id, "act")
    assert stated_by(claim_id, BY[role]) == role


def test_a_child_s_referral_is_stated_by_the_guardian() -> None:
    case = TwoEmployers()
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert consent(claim_id, by=member(MOTHER)).status == 200
    assert stated_by(claim_id, member(MOTHER)) == "guardian"


def test_a_question_that_a_paper_answers_is_answered_by_who_sent_it() -> None:
    insured_anna()
    claim_id = claim_in_review()
    given(claim_id, "act")
    decide(task_of(claim_id), {"decision": "clarify", "question": "Kan du sende journalen?"})
    assert check(claim_id, document_of(claim_id, by=member(BO), fileType="journal")) == "accepted"
    [reply] = read(claim_id, CASEWORKER).body["replies"]
    assert reply["by"] == "holder"


def test_a_question_about_a_refund_is_answered_by_who_sent_the_paper() -> None:
    insured_anna()
    claim_id = claim_in_review()
    given(claim_id, "act")
    refund_id = refund_of(claim_id, documentIds=[bill_of(claim_id)])
    asked = {"decision": "clarify", "question": "Hvilken dag?"}
    assert decide(refund_task_of(refund_id), asked, by=staff("finance")).status == 200
    assert check(claim_id, document_of(claim_id, by=member(BO), fileType="other")) == "accepted"
    [reply] = read_refund(refund_id).body["replies"]
    assert reply["by"] == "holder"
