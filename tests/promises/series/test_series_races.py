"""Promises 1 and 2 for series: at once, no two share a slot, each is whole, and none exceeds its guarantee.

As in ``test_bookings``, the race starts one step after Powertools, on moto with atomic transactions. The
control runs the same race without the condition on the slots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from functions.bookings.series.handler import route

from helsebro import ids
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro_aws.http.routes import _answer
from helsebro_aws.http.tracing.request_line import RequestLine
from tests.builders.calls import event, member
from tests.builders.claims import outbox_rows
from tests.builders.network import Stage, guarantee_of, guarantees_of, slot_body, soon, staged, stored
from tests.promises.atomic_dynamodb import atomic_transactions, is_slot
from tests.suite.moto.moto_state import empty_tables

pytestmark = pytest.mark.usefixtures("aws")
FOUR = 4
THREADS = 16
[SERIES] = route.declared


@pytest.fixture
def stage(aws: dict[str, Any]) -> Iterator[Stage]:
    assert aws
    with atomic_transactions():
        yield staged()
    empty_tables("cases", "outbox", "idempotency")


def slots_of(stage: Stage, count: int) -> list[SlotId]:
    starts = [soon(72) + timedelta(hours=number) for number in range(count)]
    bodies = (slot_body(start, service="follow-up") for start in starts)
    published = stage.publish(*bodies).body["published"]
    return sorted((SlotId(slot["slotId"]) for slot in published), key=ids.slot_parts)


def call_of(cpr: str, guarantee: Guarantee, slot_ids: Sequence[SlotId], key: str = "") -> dict[str, Any]:
    body = {"guaranteeId": guarantee.guarantee_id, "slotIds": list(slot_ids)}
    return event("POST", "/v1/bookings/series", by=member(cpr), body=body, key=key)


def race(calls: Sequence[dict[str, Any]]) -> list[tuple[int, str]]:
    """Sends the calls at once; returns the status and code of each answer."""
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda call: _answer(call, SERIES, {}, RequestLine(call)), calls))
    return [(answer.status, str((answer.body or {}).get("code", ""))) for answer in answers]


def overlapping(stage: Stage) -> tuple[list[Guarantee], list[dict[str, Any]]]:
    """Returns 24 guarantees and their calls: each series shares slots with others, half in reverse."""
    slot_ids = slots_of(stage, 16)
    cprs = [f"{1 + number:02}0180{number:04}" for number in range(24)]
    guarantees = guarantees_of(cprs, sessions_granted=FOUR)
    calls = []
    for number, (cpr, guarantee) in enumerate(zip(cprs, guarantees, strict=True)):
        start = number * 2 % 13
        wanted = slot_ids[start : start + FOUR]
        calls.append(call_of(cpr, guarantee, wanted[:: -1 if number % 2 else 1]))
    return guarantees, calls


def booked_slots(aws: dict[str, Any]) -> Counter[str]:
    """Returns how often each slot was booked."""
    return Counter(row["data"]["M"]["slotId"]["S"] for row in outbox_rows(aws, "booking.created"))


def test_of_overlapping_series_at_once_no_two_share_a_slot_and_each_is_whole_or_nothing(
    stage: Stage, aws: dict[str, Any]
) -> None:
    guarantees, calls = overlapping(stage)
    answers = race(calls)
    assert set(answers) == {(201, ""), (409, "slot-taken")}
    assert set(booked_slots(aws).values()) == {1}
    won = [FOUR if status == 201 else 0 for status, _ in answers]
    assert [stored(guarantee)["sessionsBooked"] for guarantee in guarantees] == won
    assert sum(booked_slots(aws).values()) == sum(won)


def test_control_without_the_condition_on_the_slots_two_series_share_one(
    stage: Stage, aws: dict[str, Any]
) -> None:
    _, calls = overlapping(stage)
    with atomic_transactions(unguarded=is_slot):
        race(calls)
    assert max(booked_slots(aws).values()) > 1


def test_series_at_once_under_one_guarantee_never_exceed_its_sessions(
    stage: Stage, aws: dict[str, Any]
) -> None:
    guarantee, slot_ids = guarantee_of(sessions_granted=10), slots_of(stage, 24)
    parts = [slot_ids[start : start + FOUR] for start in range(0, 24, FOUR)]
    answers = race([call_of("0101801234", guarantee, part) for part in parts])
    assert Counter(answers) == {(201, ""): 2, (422, "too-few-sessions-left"): 4}
    assert stored(guarantee)["sessionsBooked"] == 2 * FOUR
    assert len(outbox_rows(aws, "booking.created")) == 2 * FOUR


def test_one_series_sent_many_times_at_once_is_one_series(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_ids = guarantee_of(sessions_granted=10), slots_of(stage, FOUR)
    answers = race([call_of("0101801234", guarantee, slot_ids, key="the-same")] * THREADS)
    assert Counter(answers) == {(201, ""): THREADS}
    assert stored(guarantee)["sessionsBooked"] == FOUR
    assert len(outbox_rows(aws, "booking.created")) == FOUR
