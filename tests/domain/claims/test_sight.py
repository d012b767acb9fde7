"""What a caller may see of a person's covers (F4-18 to F4-23)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helsebro.benefits.case import Case
from helsebro.caller import CASEWORKER, FINANCE, QUALITY, UNDERWRITING, Right
from helsebro.claims.sight import by_mandate, by_own_right, by_staff
from helsebro.ids import PolicyId
from tests.builders.domain.claims import CLAIM_ID, claim, staff_of
from tests.builders.domain.covers import cover
from tests.domain.policies.test_insured import ANNA

if TYPE_CHECKING:
    from helsebro.policies.covers import Covered

OF_THE_CASE: Covered = (replace(ANNA, policy_id=PolicyId("pol_1")), cover())
ANOTHER: Covered = (replace(ANNA, policy_id=PolicyId("pol_2")), cover())


@pytest.mark.parametrize("treatment", ["physiotherapy", "psychologist"])
def test_a_person_sees_all_its_own_treatments(treatment: str) -> None:
    assert by_own_right([OF_THE_CASE]).shows(treatment)


@pytest.mark.parametrize(
    "right, sees", [(CASEWORKER, True), (FINANCE, True), (QUALITY, True), (UNDERWRITING, False)]
)
def test_staff_see_treatments_only_where_they_may_read_cases(right: Right, sees: bool) -> None:
    sight = by_staff(staff_of("tryg", right), [OF_THE_CASE, ANOTHER])
    assert sight.covered == [OF_THE_CASE, ANOTHER]
    assert sight.shows("physiotherapy") is sees


def test_a_mandate_shows_only_the_policy_and_the_treatment_of_its_case() -> None:
    sight = by_mandate([claim()], [OF_THE_CASE, ANOTHER])
    assert sight.covered == [OF_THE_CASE]
    assert sight.cases == (Case(CLAIM_ID, "physiotherapy"),)
    assert sight.shows("physiotherapy")
    assert not sight.shows("psychologist")


def test_without_a_mandate_the_caller_sees_nothing() -> None:
    assert by_mandate([], [OF_THE_CASE]).covered == []
