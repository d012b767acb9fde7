"""When one guardian of a child decides in a case, the other one is told (F4-20)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import mandates
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, consent, evidence, outbox_rows
from tests.builders.clinics.consents import consent_to
from tests.builders.network import staged
from tests.builders.people.families import FATHER, MOTHER, STRANGER, TwoEmployers, answer

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def case() -> TwoEmployers:
    family = TwoEmployers(FATHER)
    for cpr in (MOTHER, FATHER):
        answer(family.child, family.other, member(cpr))
    return family


def told(aws: Any) -> list[tuple[str, str]]:
    rows = [row["data"]["M"] for row in outbox_rows(aws, "guardian.decided")]
    return [(row["personId"]["S"], row["what"]["S"]) for row in rows]


@pytest.mark.parametrize("given", [True, False])
def test_the_other_guardian_is_told_of_each_decision_on_the_consent_of_a_case(
    case: TwoEmployers, aws: Any, given: bool
) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    for _ in range(2):
        assert consent(claim_id, given, by=member(FATHER)).status == 200
    assert told(aws) == [(case.mother, "consent")]
    assert consent(claim_id, not given, by=member(MOTHER)).status == 200
    assert told(aws)[1:] == [(case.other, "consent")]


def test_the_other_guardian_is_told_of_a_withdrawal(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(FATHER))
    consent(claim_id, None, by=member(MOTHER))
    consent(claim_id, None, by=member(MOTHER))
    assert told(aws) == [(case.mother, "consent"), (case.other, "consent")]


@pytest.mark.parametrize("given", [True, False, None])
def test_the_other_guardian_is_told_of_a_decision_about_a_clinic(
    case: TwoEmployers, aws: Any, given: bool | None
) -> None:
    claim_id, stage = claim_of(member(MOTHER), personId=case.child), staged()
    consent(claim_id, by=member(MOTHER))
    assert consent_to(stage.clinic_id, claim_id, given, by=member(FATHER)).status == 200
    assert told(aws) == [(case.other, "consent"), (case.mother, "consent")]


def test_the_other_guardian_is_told_of_a_mandate_and_of_its_end(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    mandate_id = mandates.given(claim_id, to=STRANGER, by=member(FATHER))
    assert told(aws) == [(case.mother, "mandate")]
    for _ in range(2):
        assert mandates.revoke(claim_id, mandate_id, by=member(MOTHER)).status == 204
    assert told(aws) == [(case.mother, "mandate"), (case.other, "mandate")]


def test_no_event_of_it_names_the_case_or_a_number(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(FATHER))
    [row] = outbox_rows(aws, "guardian.decided")
    assert set(row["data"]["M"]) == {"personId", "childId", "what"}
    assert "clinicId" not in row


def test_a_guardian_alone_and_a_person_of_age_tell_no_one(aws: Any) -> None:
    family = TwoEmployers()
    consent(claim_of(member(MOTHER), personId=family.child), by=member(MOTHER))
    consent(claim_of(member(MOTHER)), by=member(MOTHER))
    assert told(aws) == []


def test_what_staff_record_is_not_told_by_this_event(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert consent(claim_id, by=staff("caseworker"), evidence=evidence()).status == 200
    assert told(aws) == []
