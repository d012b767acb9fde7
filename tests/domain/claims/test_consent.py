from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro.claims.consent import decide, one_year_on, withdraw
from helsebro.errors import NotAllowed
from helsebro.ids import PersonId
from tests.builders.domain.claims import REPORTED, claim, person

PARENT = person(PersonId("per_parent"))
LATE = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "day, expected",
    [
        (date(2026, 11, 21), date(2027, 11, 21)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2027, 12, 31), date(2028, 12, 31)),
    ],
)
def test_a_consent_expires_on_the_same_day_a_year_later(day: date, expected: date) -> None:
    assert one_year_on(day) == expected


@pytest.mark.parametrize(
    "before, given, after",
    [
        ("undecided", True, "given"),
        ("undecided", False, "refused"),
        ("refused", True, "given"),
        ("refused", False, None),
        ("given", False, "withdrawn"),
        ("expired", False, "withdrawn"),
        ("expired", True, "given"),
        ("withdrawn", True, "given"),
        ("withdrawn", False, None),
    ],
)
def test_a_yes_or_a_no_from_every_state(before: str, given: bool, after: str | None) -> None:
    made = decide(claim(consent=before), given, PARENT, REPORTED)
    assert (made and made[0].consent) == after
    assert (made and made[1].status) == after


@pytest.mark.parametrize(
    "before, after",
    [("given", "withdrawn"), ("undecided", None), ("refused", None), ("withdrawn", None), ("expired", None)],
)
def test_only_a_consent_in_force_can_be_withdrawn(before: str, after: str | None) -> None:
    made = withdraw(claim(consent=before), PARENT, REPORTED)
    assert (made and made[0].consent) == after


def test_the_year_counts_from_the_local_day() -> None:
    made = decide(claim(), True, PARENT, LATE)
    assert made is not None
    assert made[0].consent_expires_on == made[1].expires_on == date(2027, 3, 3)


def test_a_yes_on_the_same_day_changes_nothing_and_on_a_later_day_renews_the_year() -> None:
    made = decide(claim(), True, PARENT, REPORTED)
    assert made is not None
    given = made[0]
    assert decide(given, True, PARENT, REPORTED + timedelta(hours=2)) is None
    renewed = decide(given, True, PARENT, REPORTED + timedelta(days=30))
    assert renewed is not None
    assert renewed[0].consent_expires_on == date(2027, 4, 1)


def test_a_decision_stores_who_made_it() -> None:
    made = decide(claim(), True, PARENT, REPORTED)
    assert made is not None
    assert (made[1].decided_by, made[1].decided_at) == ("per_parent", REPORTED)


def test_a_caller_who_may_not_decide_may_not_withdraw() -> None:
    child = person(PersonId("per_child"))
    with pytest.raises(NotAllowed):
        withdraw(claim(consent="given"), child, REPORTED)
    with pytest.raises(NotAllowed):
        decide(claim(), True, child, REPORTED)
