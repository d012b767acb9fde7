"""Promise 1: a slot is never double-booked.

``N`` members (1,000; 10,000 for a release) book the same slot from 32 threads, each under their own
guarantee: one answer is 201, all others are 409, and one event is stored. The control runs the same race
without the condition on the slot.

The race starts one step after Powertools, which keeps the current event on a class, because a Lambda
handles one call at a time. Caller, body, key, rule, commit and problem are the real ones. The tables are
moto's behind real HTTP, with atomic transactions (see ``atomic_dynamodb``); the test cannot prove
DynamoDB's own concurrency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from functions.bookings.bookings.handler import route

from helsebro_aws.http.routes import _answer
from helsebro_aws.http.tracing.request_line import RequestLine
from tests.builders.calls import event, member
from tests.builders.claims import outbox_rows
from tests.builders.network import (
    MOST_AT_ONCE,
    Stage,
    guarantee_of,
    guarantees_of,
    slot_body,
    soon,
    staged,
    stored,
)
from tests.promises.atomic_dynamodb import atomic_transactions, is_slot
from tests.suite.moto.moto_state import empty_tables
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
RACERS = size(1_000, 10_000, "N")
THREADS = 32
BOOK = next(found for found in route.declared if found.name == "POST /v1/bookings")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Iterator[Stage]:
    assert aws
    with atomic_transactions():
        yield staged()
    empty_tables("cases", "outbox", "idempotency")


def bookers(slot_id: str, count: int) -> list[dict[str, Any]]:
    """Returns ``count`` calls for the same slot, each of another member with another guarantee."""
    cprs = [f"{1 + number // 10_000:02}0180{number % 10_000:04}" for number in range(count)]
    calls = []
    for start in range(0, count, MOST_AT_ONCE):
        some = cprs[start : start + MOST_AT_ONCE]
        for cpr, guarantee in zip(some, guarantees_of(some), strict=True):
            body = {"guaranteeId": guarantee.guarantee_id, "slotId": slot_id, "service": "first"}
            calls.append(event("POST", "/v1/bookings", by=member(cpr), body=body))
    return calls


def race(calls: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """Sends the calls at once; returns the status and code of each answer."""
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda call: _answer(call, BOOK, {}, RequestLine(call)), calls))
    return [(answer.status, str((answer.body or {}).get("code", ""))) for answer in answers]


def test_of_all_members_who_book_a_slot_at_once_one_gets_it(stage: Stage, aws: dict[str, Any]) -> None:
    slot_id = stage.free_slot()
    answers = race(bookers(slot_id, RACERS))
    assert Counter(answers) == {(201, ""): 1, (409, "slot-taken"): RACERS - 1}
    assert len(outbox_rows(aws, "booking.created")) == 1


def test_control_without_the_condition_on_the_slot_the_race_has_two_winners(
    stage: Stage, aws: dict[str, Any]
) -> None:
    slot_id = stage.free_slot()
    calls = bookers(slot_id, THREADS)
    with atomic_transactions(unguarded=is_slot):
        answers = race(calls)
    assert Counter(answers)[201, ""] >= 2
    assert len(outbox_rows(aws, "booking.created")) >= 2


def test_bookings_at_once_under_one_guarantee_never_exceed_its_sessions(
    stage: Stage, aws: dict[str, Any]
) -> None:
    """Thirty slots are booked at once under a guarantee of three sessions."""
    guarantee, calls = guarantee_of(), []
    bodies = (slot_body(soon(72 + number), service="follow-up") for number in range(30))
    published = stage.publish(*bodies).body["published"]
    for slot in published:
        body = {"guaranteeId": guarantee.guarantee_id, "slotId": slot["slotId"], "service": "follow-up"}
        calls.append(event("POST", "/v1/bookings", by=member("0101801234"), body=body))
    assert Counter(race(calls)) == {(201, ""): 3, (422, "guarantee-used-up"): 27}
    assert stored(guarantee)["sessionsBooked"] == 3
    assert len(outbox_rows(aws, "booking.created")) == 3


def test_one_booking_sent_many_times_at_once_is_one_booking(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    body = {"guaranteeId": guarantee.guarantee_id, "slotId": slot_id, "service": "first"}
    call = event("POST", "/v1/bookings", by=member("0101801234"), body=body, key="the-same")
    assert Counter(race([call] * THREADS)) == {(201, ""): THREADS}
    assert stored(guarantee)["sessionsBooked"] == 1
    assert len(outbox_rows(aws, "booking.created")) == 1
