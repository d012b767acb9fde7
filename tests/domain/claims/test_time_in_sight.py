"""No link that is made before the 15th birthday lives past its local midnight (Q32)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro.caller import Caller
from helsebro.claims.explained.time_in_sight import seconds_in_sight
from helsebro.claims.mandate import Mandate
from helsebro.ids import MandateId, PersonId
from tests.builders.domain.claims import claim, person, staff_of

MIDNIGHT = datetime(2026, 5, 31, 22, 0, tzinfo=UTC)
"""The birthday is 1 June 2026, which begins at 22:00 UTC in Denmark."""
PARENT, CHILD, HOLDER = (person(PersonId(f"per_{name}")) for name in ("parent", "child", "x"))


@pytest.mark.parametrize(
    ("before", "seconds"),
    [
        (timedelta(hours=1), 60),
        (timedelta(seconds=60), 60),
        (timedelta(seconds=59), 59),
        (timedelta(seconds=1), 1),
        (timedelta(milliseconds=1), 1),
    ],
)
def test_a_link_of_a_guardian_ends_at_midnight(before: timedelta, seconds: int) -> None:
    assert seconds_in_sight(claim(), PARENT, MIDNIGHT - before, 60) == seconds


def test_a_link_is_signed_from_the_whole_second_so_that_it_is_over_at_midnight() -> None:
    at = MIDNIGHT - timedelta(milliseconds=400)
    signed_at = at.replace(microsecond=0)
    assert signed_at + timedelta(seconds=seconds_in_sight(claim(), PARENT, at, 900)) == MIDNIGHT


@pytest.mark.parametrize("by", [CHILD, staff_of("tryg")])
def test_a_link_of_the_child_and_of_staff_keeps_its_time(by: Caller) -> None:
    assert seconds_in_sight(claim(), by, MIDNIGHT - timedelta(seconds=5), 60) == 60


@pytest.mark.parametrize(("lapses_on", "seconds"), [(date(2026, 6, 1), 5), (None, 60)])
def test_a_link_of_a_holder_ends_with_a_guardians_mandate_only(lapses_on: date | None, seconds: int) -> None:
    mandate = Mandate(MandateId("man_1"), ("contact",), "per_parent", MIDNIGHT, HOLDER.person_id, lapses_on)
    held = replace(claim(), mandates=(mandate,))
    assert seconds_in_sight(held, HOLDER, MIDNIGHT - timedelta(seconds=5), 60) == seconds


def test_a_parent_with_a_mandate_of_the_child_keeps_the_time_of_a_link() -> None:
    mandate = Mandate(MandateId("man_1"), ("act",), "per_child", MIDNIGHT, PARENT.person_id)
    held = replace(claim(), mandates=(mandate,))
    assert seconds_in_sight(held, PARENT, MIDNIGHT + timedelta(days=1), 60) == 60
