"""Whom we and the clinic talk to about a child: who reported the case first (F4-20)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.reached.client_reach import reach_of_child
from helsebro.notifications.reached.guardians import guardians_of
from tests.builders.domain.claims import REPORTED, claim

MOTHER, FATHER = PersonId("per_parent"), PersonId("per_father")


def family(*guardians: PersonId) -> Custody:
    confirmed = tuple(Guardian(each, "tryg", REPORTED, "first-family") for each in guardians)
    return Custody(PersonId("per_child"), date(2026, 6, 1), "DK", confirmed)


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (None, (MOTHER,)),
        (family(FATHER, MOTHER), (MOTHER, FATHER)),
        (family(FATHER), (FATHER,)),
        (family(), ()),
    ],
)
def test_who_reported_the_case_comes_before_other_confirmed_guardians(
    known: Custody | None, found: tuple[PersonId, ...]
) -> None:
    assert guardians_of(claim(), known, REPORTED) == found


def test_a_child_of_15_has_no_guardian() -> None:
    at = datetime(2026, 6, 1, 12, tzinfo=UTC)
    assert guardians_of(claim(), family(MOTHER), at) == ()


@pytest.mark.parametrize(
    ("mothers", "fathers", "childs", "reached"),
    [
        ("1", "2", "3", ("guardian", "1")),
        (None, "2", "3", ("guardian", "2")),
        (None, None, "3", ("client", "3")),
        (None, None, None, ("guardian", None)),
    ],
)
def test_a_child_is_reached_by_the_first_guardian_with_a_number(
    mothers: Any, fathers: Any, childs: Any, reached: tuple[str, str | None]
) -> None:
    parents = [ContactRecord(MOTHER, phone=mothers), ContactRecord(FATHER, phone=fathers)]
    reach = reach_of_child(parents, ContactRecord(PersonId("per_child"), phone=childs))
    assert (reach.of, reach.phone) == reached
