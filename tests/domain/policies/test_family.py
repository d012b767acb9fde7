from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.identity.national_number import age
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro.policies.family import access
from helsebro.policies.insured import Relation
from tests.domain.policies.test_insured import ANNA

CHILD = replace(ANNA, relation="child", main_insured_person_id=PersonId("per_bo"), born_on=date(2011, 11, 21))


@pytest.mark.parametrize(
    "on, sees",
    [
        (date(2026, 11, 20), "full"),
        (date(2026, 11, 21), "none"),
        (date(2040, 1, 1), "none"),
        (date(2011, 11, 21), "full"),
    ],
)
def test_a_parent_sees_a_child_until_the_fifteenth_birthday(on: date, sees: str) -> None:
    assert access(CHILD, on) == sees


def test_from_fifteen_on_a_mandate_gives_access() -> None:
    assert access(CHILD, date(2026, 11, 21), has_mandate=True) == "mandate"
    assert access(CHILD, date(2026, 11, 20), has_mandate=True) == "full"


@pytest.mark.parametrize("relation", ["spouse", "employee"])
def test_an_adult_is_never_visible_without_a_mandate(relation: Relation) -> None:
    young = replace(CHILD, relation=relation)
    assert access(young, date(2026, 1, 1)) == "none"


@pytest.mark.parametrize("born", [date(2012, 2, 29), date(2011, 12, 31), date(2012, 3, 1), date(2013, 2, 28)])
def test_the_birthday_is_the_first_day_with_the_age_fifteen(born: date) -> None:
    birthday = fifteenth_birthday(born)
    day_before = date.fromordinal(birthday.toordinal() - 1)
    assert (age(born, day_before), age(born, birthday)) == (14, 15)


@pytest.mark.parametrize(
    "at, sees",
    [
        (datetime(2026, 11, 20, 22, 59, 59, tzinfo=UTC), "full"),
        (datetime(2026, 11, 20, 23, 0, 0, tzinfo=UTC), "none"),
    ],
)
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_access_ends_at_local_midnight_and_not_at_midnight_utc(at: datetime, sees: str, country: str) -> None:
    assert access(CHILD, local_day(at, country)) == sees


def test_in_summer_local_midnight_is_two_hours_before_midnight_utc() -> None:
    assert local_day(datetime(2026, 7, 1, 22, tzinfo=UTC)) == date(2026, 7, 2)
    assert local_day(datetime(2026, 7, 1, 21, 59, tzinfo=UTC), "DE") == date(2026, 7, 1)
