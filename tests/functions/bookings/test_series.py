"""A series on the tables: all sessions or none, every fault at once, and whatever another call takes."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from helsebro.bookings.series import MOST, Series, SeriesRefused, SeriesTaken
from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.ids import SlotId
from helsebro.local_day import local_day, zone
from helsebro.receipt import Receipt
from helsebro_aws.bookings.making.series_bookings import SeriesBookings
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.tables import Busy, Put, Tables, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    book,
    book_series,
    change_claim,
    guarantee_of,
    practitioners,
    set_practitioner,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")
EIGHT = 8
FOLLOW_UP = "follow-up"
book_follow_up = partial(book, service=FOLLOW_UP)


def monday() -> datetime:
    """Returns nine o'clock on the Monday after next, in Denmark."""
    start = soon(24 * 14).astimezone(zone("DK"))
    return (start - timedelta(days=start.weekday())).replace(hour=9, minute=0)


def free(stage: Stage, starts_at: datetime, **changes: Any) -> SlotId:
    """Returns a free slot of a follow-up, of which a guarantee may have many."""
    return stage.free_slot(starts_at=starts_at, **{"service": FOLLOW_UP, **changes})


def weekly(stage: Stage, count: int = EIGHT, **changes: Any) -> list[SlotId]:
    """Returns free slots at the same hour of so many weeks."""
    return [free(stage, monday() + timedelta(weeks=week), **changes) for week in range(count)]


def faults(answer: Answered) -> list[tuple[str, str]]:
    return [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]


def statuses(slot_ids: Sequence[SlotId]) -> set[str]:
    return {slot.status for slot in DynamoSlots().find_many(slot_ids)}


def test_eight_weekly_sessions_are_booked_in_one_act(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_ids = guarantee_of(sessions_granted=EIGHT), weekly(stage)
    answer = book_series(guarantee, slot_ids)
    assert answer.status == 201, answer.body
    assert [booking["slotId"] for booking in answer.body["bookings"]] == slot_ids
    assert statuses(slot_ids) == {"booked"}
    kept = stored(guarantee)
    bound = (kept["clinicId"], kept["practitionerId"], kept["sessionsBooked"])
    assert bound == (stage.clinic_id, stage.practitioner_id, EIGHT)
    notified = {row["data"]["M"]["bookingId"]["S"] for row in outbox_rows(aws, "booking.created")}
    assert notified == {booking["bookingId"] for booking in answer.body["bookings"]}


def test_a_guardian_books_a_series_only_while_the_family_of_the_child_says_so(stage: Stage) -> None:
    guarantee, slot_ids = guarantee_of(), weekly(stage, 2)
    tomorrow = (local_day(datetime.now(UTC)) + timedelta(days=1)).isoformat()
    guardian = pseudonym.person_id("DK", BO)
    change_claim(guarantee, guardianId=guardian, guardianUntil=tomorrow)
    nobody = Custody(guarantee.person_id, date.fromisoformat(tomorrow), "DK")
    tables.commit(DynamoCustody().storing(nobody))
    assert book_series(guarantee, slot_ids, by=member(BO)).status == 404
    confirmed = Guardian(guardian, "tryg", datetime.now(UTC), "underwriting")
    tables.commit(DynamoCustody().storing(replace(nobody.begun(confirmed), version=1)))
    assert book_series(guarantee, slot_ids, by=member(BO)).status == 201


def test_one_slot_that_is_taken_leaves_the_others_free(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_ids = guarantee_of(sessions_granted=4), weekly(stage, 4)
    other = free(stage, monday() + timedelta(hours=3))
    assert book_follow_up(guarantee_of(BO), slot_ids[2], by=member(BO)).status == 201
    answer = book_series(guarantee, slot_ids)
    assert (answer.status, answer.body["code"]) == (409, "slot-taken")
    assert faults(answer) == [("/slotIds/2", "slot-taken")]
    assert [slot["slotId"] for slot in answer.body["nextSlots"]] == [other]
    assert statuses([*slot_ids[:2], slot_ids[3]]) == {"free"}
    assert stored(guarantee)["sessionsBooked"] == 0
    assert len(outbox_rows(aws, "booking.created")) == 1


def test_every_fault_is_reported_at_once_and_nothing_is_booked(stage: Stage) -> None:
    taken, free, late = weekly(stage, 2)[0], *weekly_later(stage)
    book_follow_up(guarantee_of(BO), taken, by=member(BO))
    guarantee = guarantee_of(sessions_granted=2, valid_until=(monday() + timedelta(weeks=3)).date())
    foreign = staged("sofie").free_slot(service=FOLLOW_UP)
    answer = book_series(guarantee, [taken, free, free, late, "slt_aaaa", foreign])
    assert (answer.status, answer.body["code"]) == (422, "series-not-bookable")
    assert faults(answer) == [
        ("/slotIds/0", "slot-taken"),
        ("/slotIds/2", "slot-named-twice"),
        ("/slotIds/3", "outside-guarantee-period"),
        ("/slotIds/3", "too-few-sessions-left"),
        ("/slotIds/4", "slot-not-found"),
        ("/slotIds/5", "slot-of-another-practitioner"),
        ("/slotIds/5", "too-few-sessions-left"),
    ]
    assert all("{" not in fault["detail"] for fault in answer.body["errors"])
    assert statuses([free, late]) == {"free"}


def weekly_later(stage: Stage) -> list[SlotId]:
    """Returns a slot in two weeks and one in five, counted from the Monday."""
    return [free(stage, monday() + timedelta(weeks=week)) for week in (2, 5)]


@pytest.mark.parametrize(("count", "code"), [(0, "too-few"), (1, "too-few"), (13, "too-many")])
def test_a_series_has_two_to_twelve_slots(stage: Stage, count: int, code: str) -> None:
    answer = book_series(guarantee_of(), [stage.free_slot(service=FOLLOW_UP)] * count)
    assert (answer.status, faults(answer)) == (422, [("/slotIds", code)])


def test_the_weekly_capacity_counts_the_sessions_of_the_series_together() -> None:
    stage = staged(weeklyCapacity=2)
    slot_ids = [free(stage, monday() + timedelta(days=day)) for day in (0, 1, 7, 2)]
    guarantee = guarantee_of(sessions_granted=EIGHT)
    answer = book_series(guarantee, slot_ids)
    assert (answer.status, faults(answer)) == (422, [("/slotIds/3", "practitioner-week-full")])
    assert answer.body["weeklyCapacity"] == 2
    made = book_series(guarantee, slot_ids[:3])
    assert made.status == 201
    assert (
        book_follow_up(guarantee_of(BO), slot_ids[3], by=member(BO)).body["code"] == "practitioner-week-full"
    )
    assert act(made.body["bookings"][1]["bookingId"], "cancel").status == 200
    assert book_follow_up(guarantee_of(BO), slot_ids[3], by=member(BO)).status == 201


def test_the_same_key_gives_the_same_bookings(stage: Stage) -> None:
    guarantee, slot_ids = guarantee_of(), weekly(stage, 3)
    first, again = (book_series(guarantee, slot_ids, key="k") for _ in range(2))
    assert (first.status, again.status, first.body) == (201, 201, again.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert stored(guarantee)["sessionsBooked"] == 3


def test_the_person_and_a_caseworker_book_and_others_get_404(stage: Stage) -> None:
    slot_ids = weekly(stage, 2)
    callers = [member(BO), staff("caseworker", payer="gjensidige"), staff("finance"), staff("caseworker")]
    guarantee = guarantee_of()
    assert [book_series(guarantee, slot_ids, by=by).status for by in callers] == [404, 404, 403, 201]


def test_a_series_of_unknown_slots_is_404() -> None:
    assert book_series(guarantee_of(), ["slt_aaaa", "slt_aaab"]).status == 404


def test_a_session_in_a_pause_of_the_practitioner_is_named_and_not_offered() -> None:
    pause = {"pausedFrom": day_in(1), "pausedUntil": day_in(1)}
    stage = staged()
    slot_ids = weekly(stage, 3)
    set_practitioner(stage.clinic_id, stage.key, **pause)
    answer = book_series(guarantee_of(), slot_ids)
    assert (answer.status, faults(answer)) == (422, [("/slotIds/1", "treatment-not-offered")])
    path = f"/v1/practitioners/{stage.practitioner_id}/slots?sameTimeAs={slot_ids[0]}&weeks=3"
    found = ask(practitioners(), event("GET", path, by=member(ANNA))).body["items"]
    assert [slot["slotId"] for slot in found] == [slot_ids[0], slot_ids[2]]


def day_in(weeks: int) -> str:
    """Returns the local day of the weekly session in so many weeks."""
    return str((monday() + timedelta(weeks=weeks)).date())


def test_a_clinic_that_has_ended_takes_no_series() -> None:
    ended = staged(clinic_changes={"status": "ended"})
    answer = book_series(guarantee_of(), weekly(ended, 2))
    assert (answer.status, answer.body["code"]) == (422, "clinic-takes-no-clients")


def commit(series: Series) -> None:
    """Commits a series as it was read, as a call does that another one has overtaken."""
    receipt = Receipt(secrets.token_hex(8), "fingerprint", 201, {})
    SeriesBookings().book(series, series.bookings(soon(0), [os.urandom(6), os.urandom(6)], 24), receipt)


@pytest.mark.parametrize(
    ("same_guarantee", "fault"),
    [(False, ("/slotIds/1", "slot-taken")), (True, ("/slotIds/1", "too-few-sessions-left"))],
)
def test_what_another_call_took_meanwhile_is_named_and_nothing_is_booked(
    stage: Stage, same_guarantee: bool, fault: tuple[str, str]
) -> None:
    """The conditions of the commit decide, not what was read before (promises 1 and 2)."""
    guarantee, slot_ids = guarantee_of(sessions_granted=2), weekly(stage, 2)
    series = SeriesBookings().read(guarantee, slot_ids)
    if same_guarantee:
        assert book_follow_up(guarantee, free(stage, monday() + timedelta(hours=5))).status == 201
    else:
        assert book_follow_up(guarantee_of(BO), slot_ids[1], by=member(BO)).status == 201
    with pytest.raises((SeriesRefused, SeriesTaken)) as refused:
        commit(series)
    assert [(each.pointer, each.code) for each in refused.value.faults] == [fault]
    assert DynamoSlots().find(slot_ids[0]).status == "free"
    assert stored(guarantee)["sessionsBooked"] == int(same_guarantee)


def test_a_guarantee_that_was_extended_meanwhile_is_busy_and_the_call_may_be_repeated(stage: Stage) -> None:
    guarantee, slot_ids = guarantee_of(), weekly(stage, 2)
    series = SeriesBookings().read(guarantee, slot_ids)
    longer = Put(tables.settings.cases_table, {**stored(guarantee), "sessionsGranted": 9}, when=None)
    tables.commit([longer])
    with pytest.raises(Busy):
        commit(series)
    assert book_series(guarantee, slot_ids).status == 201


class _Counting:
    """Takes every transaction and remembers how many operations each had."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def sync_transact_write(self, calls: list[Any]) -> None:
        self.sizes.append(len(calls))


def test_the_largest_series_is_one_transaction_of_89_operations(stage: Stage) -> None:
    guarantee, slot_ids = guarantee_of(sessions_granted=MOST), weekly(stage, MOST)
    series = SeriesBookings().read(guarantee, slot_ids)
    counting = Tables()
    client = counting.client = _Counting()
    receipts = Receipt("key", "fingerprint", 201, {}, message="message")
    booked = series.bookings(soon(0), [os.urandom(6) for _ in slot_ids], 24)
    SeriesBookings(counting).book(series, booked, receipts)
    assert client.sizes == [6 * MOST + MOST + 5]
    assert book_series(guarantee, slot_ids).status == 201
