"""Which policy a child's claim falls under: none of an enrolment that nothing confirms (F4-20)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, read, report
from tests.builders.decisions import decide, tasks_in
from tests.builders.people.families import (
    FATHER,
    MOTHER,
    UNDERWRITER,
    TwoEmployers,
    answer,
)
from tests.builders.policies import CARL, cpr_of_age, insured_of

pytestmark = pytest.mark.usefixtures("aws")
FIRST = "A-other"
"""A number that comes before the mother's own: among equal covers the first one pays."""
YES, NO = {"decision": "approve", "reason": "Papers seen"}, {"decision": "deny", "reason": "Not the parent"}


def policy_of_a_claim(case: TwoEmployers, by: Any = None) -> str:
    """The number of the policy that a new claim of the child falls under."""
    claim_id = claim_of(by or member(MOTHER), personId=case.child)
    return str(read(claim_id, staff("caseworker")).body["policyNumber"])


def simulated(case: TwoEmployers) -> list[str]:
    """The numbers of the policies that a simulation for the child names."""
    from functions.coverage.coverage.handler import handler

    body = {"cause": "leisure", "treatment": {"type": "chiropractic"}, "personId": case.child}
    call = event("POST", "/v1/coverage/simulate", by=member(MOTHER), body=body, key=None)
    answered = ask(handler, call)
    assert answered.status == 200, answered.body
    return [number for number in (FIRST, "P-mother") if number in str(answered.body)]


def decided(body: dict[str, Any]) -> None:
    [task] = tasks_in("underwriting", UNDERWRITER).body["items"]
    assert decide(task["taskId"], body, by=UNDERWRITER).status == 200


@pytest.mark.parametrize("by", [member(MOTHER), staff("caseworker")], ids=["the mother", "a caseworker"])
def test_an_enrolment_that_nothing_confirms_carries_no_claim(by: dict[str, Any]) -> None:
    case = TwoEmployers(number=FIRST)
    assert policy_of_a_claim(case, by) == "P-mother"
    assert FIRST not in simulated(case)


def test_control_an_enrolment_that_underwriting_confirms_carries_claims() -> None:
    case = TwoEmployers(number=FIRST)
    decided(YES)
    assert policy_of_a_claim(case) == FIRST


def test_an_enrolment_that_underwriting_denied_carries_none_also_when_it_is_sent_again() -> None:
    case = TwoEmployers(number=FIRST)
    decided(NO)
    case.enrol_again()
    assert policy_of_a_claim(case) == "P-mother"


def test_an_enrolment_that_the_mother_said_no_to_carries_none() -> None:
    case = TwoEmployers(number=FIRST)
    assert answer(case.child, case.other, member(MOTHER), confirmed=False).status == 200
    assert policy_of_a_claim(case) == "P-mother"


def test_an_enrolment_that_both_said_yes_to_carries_claims() -> None:
    case = TwoEmployers(FATHER, number=FIRST)
    for cpr in (MOTHER, FATHER):
        assert answer(case.child, case.other, member(cpr)).status == 200
    assert policy_of_a_claim(case) == FIRST


def test_the_mother_s_policy_carries_claims_also_when_it_names_the_father() -> None:
    case = TwoEmployers(number=FIRST)
    father = insured_of(case.policy, cpr=FATHER, name="Bo Holm")
    insured_of(case.policy, cpr=CARL, name="Carl Holm", relation="child", mainInsuredPersonId=father)
    assert policy_of_a_claim(case) == "P-mother"


def test_a_family_that_underwriting_ended_leaves_the_child_without_a_policy_of_it() -> None:
    case = TwoEmployers(number=FIRST)
    decided(NO)
    assert answer(case.child, case.mother, UNDERWRITER, confirmed=False).status == 200
    assert report(staff("caseworker"), personId=case.child).status == 404


def test_a_child_of_15_is_carried_by_an_enrolment_that_no_one_has_denied() -> None:
    teen = cpr_of_age(15)
    case = TwoEmployers(cpr=teen, number=FIRST)
    claim_id = claim_of(member(teen))
    assert read(claim_id, staff("caseworker")).body["policyNumber"] == FIRST
    assert case.child
