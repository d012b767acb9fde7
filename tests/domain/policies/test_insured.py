from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.coverage.question.former import Former
from helsebro.errors import BadInput
from helsebro.ids import PersonId, PolicyId
from helsebro.policies.insured import Insured

AT = datetime(2026, 3, 1, tzinfo=UTC)

ANNA = Insured(
    payer="tryg",
    person_id=PersonId("per_anna"),
    policy_id=PolicyId("pol_a"),
    policy_number="P-1",
    product="SF1706",
    name="Anna Holm",
    born_on=date(1980, 1, 1),
    country="DK",
    public_health_insurance=True,
    enrolled_on=date(2024, 1, 1),
    relation="employee",
    scheme="company",
)


def faults_of(**changes: Any) -> list[str]:
    with pytest.raises(BadInput) as refused:
        replace(ANNA, **changes)
    return [fault.pointer for fault in refused.value.faults]


def test_a_child_needs_a_main_insured_person_other_than_itself() -> None:
    assert faults_of(relation="child") == ["/mainInsuredPersonId"]
    assert faults_of(main_insured_person_id="per_anna") == ["/mainInsuredPersonId"]
    assert replace(ANNA, relation="spouse").main_insured_person_id is None


def test_seniority_starts_before_the_enrolment_and_the_end_comes_after_it() -> None:
    told = faults_of(seniority_from=date(2024, 1, 2), left_on=date(2023, 12, 31))
    assert told == ["/seniorityFrom", "/leftOn"]
    assert replace(ANNA, seniority_from=date(2024, 1, 1), left_on=date(2024, 1, 1))


def test_a_former_insurance_and_a_given_seniority_exclude_each_other() -> None:
    former = Former("health-insurance", date(2020, 1, 1), date(2024, 1, 1))
    assert faults_of(former=former, seniority_from=date(2020, 1, 1)) == ["/seniorityFrom"]
    assert replace(ANNA, former=former).former == former


@pytest.mark.parametrize(
    "enrolled_on, is_back",
    [(date(2024, 1, 1), False), (date(2025, 6, 30), False), (date(2025, 7, 1), True)],
)
def test_only_a_later_enrolment_brings_a_person_back(enrolled_on: date, is_back: bool) -> None:
    gone = ANNA.leave(date(2025, 6, 30))
    reported = replace(ANNA, name="Anna Lund", enrolled_on=enrolled_on)
    stored = reported.reported(gone, AT)
    assert (stored.name, stored.left_on is None) == ("Anna Lund", is_back)


def test_an_enrolment_keeps_when_it_first_named_an_address() -> None:
    first = replace(ANNA, email="anna@work.example").reported(None, AT)
    again = replace(ANNA, email="anna@new.example", phone="20 30 40 50").reported(first, AT + timedelta(1))
    assert (first.email_since, first.phone_since) == (AT, None)
    assert (again.email_since, again.phone_since) == (AT, AT + timedelta(1))
    assert replace(again, email=None).reported(again, AT).email_since is None
