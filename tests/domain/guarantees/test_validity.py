from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.validity import GuaranteeValidity
from tests.builders.domain.guarantees import guarantee

UNTIL = date(2027, 4, 30)
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_a_validity_holds_nothing_about_the_person_the_payer_or_the_clinic() -> None:
    shown = {field.name for field in fields(GuaranteeValidity)}
    days = {"valid_until", "begin_by", "revoked_on"}
    assert shown == {
        "status",
        "treatment",
        "sessions_left",
        "country",
        "settlement",
        "fee_for",
        "course_ended",
        *days,
    }


@pytest.mark.parametrize(
    "changes, day, is_late",
    [
        ({}, date(2026, 12, 6), True),
        ({}, date(2026, 12, 5), False),
        ({"sessions_booked": 1}, date(2026, 12, 6), False),
        ({"status": "revoked"}, date(2026, 12, 6), False),
    ],
)
def test_a_guarantee_is_late_when_no_session_was_held_in_time(
    changes: dict[str, Any], day: date, is_late: bool
) -> None:
    of = guarantee(begin_by=date(2026, 12, 5), **changes)
    assert GuaranteeValidity.of(of).is_late_on(day) is is_late


def test_a_revoked_guarantee_has_no_sessions_left() -> None:
    validity = GuaranteeValidity.of(guarantee(sessions_used=1).revoke("Fejl", AT))
    assert (validity.status_on(AT.date()), validity.sessions_left) == ("revoked", 0)


@pytest.mark.parametrize("day", [UNTIL, date(2027, 5, 1)])
@pytest.mark.parametrize("changes", [{}, {"sessions_used": 2}, {"sessions_used": 3}, {"status": "revoked"}])
def test_a_validity_has_the_status_of_its_guarantee(changes: dict[str, Any], day: date) -> None:
    of: Guarantee = replace(guarantee(valid_until=UNTIL), **changes)
    assert GuaranteeValidity.of(of).status_on(day) == of.status_on(day)


@pytest.mark.parametrize("day, left", [(UNTIL, 3), (date(2027, 5, 1), 0)])
def test_an_expired_guarantee_has_no_sessions_left(day: date, left: int) -> None:
    assert GuaranteeValidity.of(guarantee(valid_until=UNTIL)).sessions_left_on(day) == left


BEGIN_BY = date(2026, 12, 7)


@pytest.mark.parametrize(
    "day, booked, status, left",
    [
        (BEGIN_BY, 0, "active", 3),
        (date(2026, 12, 8), 0, "expired", 0),
        (date(2026, 12, 8), 1, "active", 3),
        (date(2027, 5, 1), 1, "expired", 0),
    ],
)
def test_a_guarantee_lapses_when_no_session_is_booked_by_the_last_day_to_begin(
    day: date, booked: int, status: str, left: int
) -> None:
    of = guarantee(valid_until=UNTIL, begin_by=BEGIN_BY, sessions_booked=booked)
    validity = GuaranteeValidity.of(of)
    assert (of.status_on(day), validity.status_on(day), validity.sessions_left_on(day)) == (
        status,
        status,
        left,
    )


def test_a_revoked_guarantee_stays_revoked_after_the_last_day_to_begin() -> None:
    assert guarantee(begin_by=BEGIN_BY).revoke("Fejl", AT).status_on(date(2026, 12, 8)) == "revoked"
