"""When a member can have said what staff record (F4-02)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from helsebro.claims.mandate import Mandate
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.claims.recorded.evidence_time import (
    faults_of_consent,
    faults_of_mandate,
    faults_of_person,
    faults_of_revocation,
)
from helsebro.errors import Fault
from helsebro.ids import MandateId
from helsebro.local_day import local_day
from tests.builders.domain.claims import REPORTED, claim

DAY = timedelta(days=1)
LATER = REPORTED + 500 * DAY
CASE = claim(guardian_until=None, guardian_id=None)
MANDATE = MandateId("man_1")


def codes(faults: Iterable[Fault]) -> list[str]:
    return sorted(fault.code for fault in faults)


@pytest.mark.parametrize("rule", [faults_of_consent, faults_of_mandate])
@pytest.mark.parametrize(
    "said_at, expected", [(REPORTED, []), (REPORTED + DAY, []), (REPORTED - DAY, ["evidence-before-case"])]
)
def test_nothing_is_said_in_a_case_before_its_day(
    rule: Callable[..., list[Fault]], said_at: datetime, expected: list[str]
) -> None:
    assert codes(rule(CASE, REPORTED + DAY, said_at)) == expected


def test_what_belongs_to_no_case_may_be_said_before_it() -> None:
    assert faults_of_person(CASE, REPORTED, REPORTED - 30 * DAY) == []


def test_only_a_consent_is_too_old_after_a_year_and_all_faults_are_named() -> None:
    before = REPORTED - DAY
    assert codes(faults_of_consent(CASE, LATER, before)) == ["evidence-before-case", "evidence-too-old"]
    assert codes(faults_of_person(CASE, LATER, before)) == ["evidence-too-old"]
    assert codes(faults_of_mandate(CASE, LATER, REPORTED)) == []
    assert codes(faults_of_consent(CASE, LATER, LATER - 300 * DAY)) == []


@pytest.mark.parametrize("rule", [faults_of_consent, faults_of_person, faults_of_mandate])
def test_a_guardians_word_ends_with_the_15th_birthday(rule: Callable[..., list[Fault]]) -> None:
    birthday = local_day(REPORTED + 10 * DAY)
    child = claim(guardian_until=birthday)
    judged = partial(rule, child, REPORTED + 20 * DAY)
    assert codes(judged(REPORTED + 9 * DAY)) == ["evidence-of-guardian"]
    assert codes(judged(REPORTED + 10 * DAY)) == []
    assert codes(rule(child, REPORTED + 9 * DAY, REPORTED + 5 * DAY)) == []


def test_a_mandate_is_not_revoked_before_it_was_given() -> None:
    told = DecisionEvidence("phone", "mandate-2026-11", REPORTED + 2 * DAY, "staff:tryg:1")
    made = Mandate(MANDATE, ("act",), "per_1", REPORTED + 4 * DAY, evidence=told)
    stored = REPORTED + timedelta(milliseconds=300)
    for mandate, first in ((made, told.at), (replace(made, evidence=None, given_at=stored), REPORTED)):
        judged = partial(faults_of_revocation, replace(CASE, mandates=(mandate,)), MANDATE, LATER)
        assert codes(judged(first)) == []
        assert "evidence-before-mandate" in codes(judged(first - timedelta(seconds=1)))


def test_another_payer_does_not_own_what_staff_recorded() -> None:
    told = DecisionEvidence("phone", "mandate-2026-11", REPORTED, "staff:tryg:1")
    assert (told.is_of("tryg"), told.is_of("try"), told.is_of("")) == (True, False, False)
