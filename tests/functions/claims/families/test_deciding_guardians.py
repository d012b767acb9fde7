"""Of two guardians, each reads which of them decided (F4-20)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import mandates
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent
from tests.builders.clinics.consents import consent_to, read_consent_to
from tests.builders.network import staged
from tests.builders.people.families import FATHER, MOTHER, STRANGER, TwoEmployers, answer
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
UNNAMED = {"name": None, "isYou": False}


@pytest.fixture
def case() -> TwoEmployers:
    family = TwoEmployers(FATHER)
    for cpr in (MOTHER, FATHER):
        answer(family.child, family.other, member(cpr))
    return family


def of_case(claim_id: str, by: dict[str, Any]) -> list[tuple[str, Any]]:
    from functions.claims.consents.handler import handler

    history = ask(handler, event("GET", f"/v1/claims/{claim_id}/consent", by=by)).body["history"]
    return [(made["decidedBy"], made["guardian"]) for made in history]


def test_the_history_names_the_guardian_who_decided_to_each_guardian_the_child_and_the_staff(
    case: TwoEmployers,
) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert consent(claim_id, by=member(MOTHER)).status == 200
    assert consent(claim_id, None, by=member(FATHER)).status == 200
    names = ("Sten Dahl", "Mona Berg")
    for by, you in (
        (member(MOTHER), "Mona Berg"),
        (member(FATHER), "Sten Dahl"),
        (member(CARL), None),
        (staff("caseworker"), None),
    ):
        shown = of_case(claim_id, by)
        assert shown == [("guardian", {"name": name, "isYou": name == you}) for name in names]


def test_the_holder_of_a_mandate_reads_that_a_guardian_decided_and_not_which(case: TwoEmployers) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(MOTHER))
    mandates.given(claim_id, to=STRANGER, by=member(MOTHER))
    assert of_case(claim_id, member(STRANGER)) == [("guardian", UNNAMED)]


def test_the_history_of_a_clinic_names_the_guardian_too(case: TwoEmployers) -> None:
    claim_id, stage = claim_of(member(MOTHER), personId=case.child), staged()
    refused = consent_to(stage.clinic_id, claim_id, False, by=member(FATHER), textVersion="2026-01-01")
    assert [fault["code"] for fault in refused.body["errors"]] == ["consent-text-not-current"]
    answered = consent_to(stage.clinic_id, claim_id, False, by=member(FATHER)).body
    assert answered["textVersion"] == "2026-11-30-child"
    decided = answered["history"]
    assert [made["guardian"] for made in decided] == [{"name": "Sten Dahl", "isYou": True}]
    for by in (member(MOTHER), staff("caseworker")):
        [made] = read_consent_to(stage.clinic_id, claim_id, by).body["history"]
        assert (made["decidedBy"], made["guardian"]) == ("guardian", {"name": "Sten Dahl", "isYou": False})


def test_staff_read_no_name_of_a_guardian_whom_their_payer_does_not_insure() -> None:
    family = TwoEmployers()
    payer_of("skade")
    theirs = staff("underwriting", payer="skade")
    policy = policy_of("skade", number="P-skade")
    father = insured_of(policy, by=theirs, cpr=FATHER, name="Bo Berg")
    insured_of(policy, by=theirs, cpr=CARL, relation="child", mainInsuredPersonId=father)
    claim_id = claim_of(member(MOTHER), personId=family.child)
    for cpr in (MOTHER, FATHER):
        assert answer(family.child, father, member(cpr)).status == 200
    assert consent(claim_id, by=member(FATHER)).status == 200
    assert of_case(claim_id, staff("caseworker")) == [("guardian", UNNAMED)]
    assert of_case(claim_id, member(MOTHER)) == [("guardian", {"name": "Bo Berg", "isYou": False})]


def test_what_the_person_decided_names_no_guardian() -> None:
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    claim_id = claim_of()
    consent(claim_id)
    assert of_case(claim_id, staff("caseworker")) == [("member", None)]
