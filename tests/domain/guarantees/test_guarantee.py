from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.guarantees import guarantee
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId, TaskId
from helsebro.money import Money
from helsebro.tariffs.fee import Fee
from helsebro_aws.dynamodb.record import from_item, to_item
from tests.builders.domain.guarantees import guarantee as guarantee_of

FROM, UNTIL = date(2026, 11, 21), date(2027, 5, 20)
AT = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
THREE_SESSIONS = guarantee_of(
    sessions_granted=3,
    sessions_booked=1,
    valid_from=FROM,
    valid_until=UNTIL,
    fee=Money.of(325),
    fees=(Fee("first", Money.of(475)),),
    issued_at=datetime(2026, 11, 21, tzinfo=UTC),
)
TASK = TaskId(ids.within("tsk", ids.mint("clm", "tryg", b"0123456789"), b"abcdef"))


@pytest.mark.parametrize(
    "changes, on, status",
    [
        ({}, UNTIL, "active"),
        ({}, UNTIL + timedelta(days=1), "expired"),
        ({"sessions_used": 3}, UNTIL, "used"),
        ({"sessions_used": 3}, UNTIL + timedelta(days=1), "used"),
        ({"sessions_used": 4}, FROM, "used"),
        ({"status": "revoked", "sessions_used": 3}, UNTIL + timedelta(days=1), "revoked"),
    ],
)
def test_the_status_depends_on_the_day(changes: dict[str, Any], on: date, status: str) -> None:
    assert replace(THREE_SESSIONS, **changes).status_on(on) == status


@pytest.mark.parametrize(
    "day, covered",
    [
        (FROM, True),
        (UNTIL, True),
        (FROM - timedelta(days=1), False),
        (UNTIL + timedelta(days=1), False),
    ],
)
def test_the_period_includes_its_first_and_last_day(day: date, covered: bool) -> None:
    assert THREE_SESSIONS.covers(day) is covered
    assert not THREE_SESSIONS.revoke("Fejl", AT).covers(day)


def test_a_guarantee_ends_on_the_day_it_is_revoked_and_is_revoked_once() -> None:
    revoked = THREE_SESSIONS.revoke("Fejl", AT)
    assert (revoked.revoked_on, revoked.last_day, revoked.version) == (FROM, FROM, 2)
    assert replace(revoked, valid_until=FROM - timedelta(days=1)).last_day < FROM
    assert THREE_SESSIONS.last_day == UNTIL
    with pytest.raises(guarantee.AlreadyRevoked):
        revoked.revoke("Igen", AT)


def test_sessions_left_and_sessions_free_to_book_are_counted_apart() -> None:
    assert (THREE_SESSIONS.sessions_left, THREE_SESSIONS.sessions_free) == (3, 2)
    overbooked = replace(THREE_SESSIONS, sessions_booked=5, sessions_used=5)
    assert (overbooked.sessions_left, overbooked.sessions_free) == (0, 0)


@pytest.mark.parametrize("service, amount", [("first", 475), ("follow-up", 325), ("debriefing", 325)])
def test_a_service_has_its_own_price_or_that_of_a_follow_up_session(service: str, amount: int) -> None:
    assert THREE_SESSIONS.price_of(service) == Money.of(amount)


def test_without_an_agreement_there_is_no_price() -> None:
    assert replace(THREE_SESSIONS, fee=None, fees=()).price_of("first") is None


def test_the_id_is_derived_from_the_task_and_leads_to_the_claim() -> None:
    other = ids.within("tsk", TASK, b"ghijkl")
    assert guarantee.id_for(TASK) == guarantee.id_for(TASK) != guarantee.id_for(TaskId(other))
    assert ids.claim_of(guarantee.id_for(TASK)) == ids.claim_of(TASK)


def test_numbers_are_readable_unique_and_unlike_a_national_number() -> None:
    numbers = {guarantee.number_for(GuaranteeId(f"gar_{number}"), FROM) for number in range(2000)}
    assert len(numbers) == 2000
    assert all(re.fullmatch(r"G26-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", number) for number in numbers)
    assert not any(re.search(r"\d{6}-?\d{4}", number) for number in numbers)


def test_a_stored_guarantee_is_read_unchanged() -> None:
    assert from_item(Guarantee, to_item(THREE_SESSIONS)) == THREE_SESSIONS
