from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.policies.place import Place
from helsebro.policies.policy import PolicyChange
from tests.builders.domain.policies import policy
from tests.domain.policies.test_insured import ANNA

FIRST, LEAVING, ENDING = date(2024, 1, 1), date(2026, 6, 30), date(2026, 9, 1)
ENDED = (PolicyChange("ntc_a", ENDING, ends=True),)


def place(on: date, left_on: date | None = None, *, ended: bool = False) -> Place:
    return Place(replace(ANNA, left_on=left_on), policy(changes=ENDED if ended else ()), on)


@pytest.mark.parametrize(
    "left_on, ended, last_day",
    [
        (None, False, None),
        (LEAVING, False, LEAVING),
        (None, True, date(2026, 8, 31)),
        (LEAVING, True, LEAVING),
        (date(2026, 12, 1), True, date(2026, 8, 31)),
    ],
    ids=["goes on", "the person left", "the policy ended", "left before the end", "left after the end"],
)
def test_a_place_ends_with_the_person_or_with_the_policy_whichever_is_first(
    left_on: date | None, ended: bool, last_day: date | None
) -> None:
    assert place(FIRST, left_on, ended=ended).last_day == last_day


@pytest.mark.parametrize(
    "on, is_in_force",
    [(date(2023, 12, 31), False), (FIRST, True), (LEAVING, True), (date(2026, 7, 1), False)],
)
def test_a_place_is_in_force_from_the_enrolment_to_its_last_day(on: date, is_in_force: bool) -> None:
    assert place(on, LEAVING).is_in_force is is_in_force
