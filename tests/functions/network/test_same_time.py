"""Free slots at the same weekday and hour: what a member books as a series."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helsebro.calendars.weekly_slots import same_time
from helsebro.local_day import zone
from tests.builders.calls import Answered, ask, event, member
from tests.builders.network import Stage, book, guarantee_of, practitioners, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


def get(path: str) -> Answered:
    return ask(practitioners(), event("GET", path, by=member()))


def test_the_same_time_in_the_following_weeks_is_found_across_a_change_of_the_clock(stage: Stage) -> None:
    """Within 30 weeks there is at least one such change."""
    local = soon(24 * 7).astimezone(zone("DK")).replace(hour=9, minute=0)
    starts = same_time(local, 30, zone("DK"))
    changed = next(week for week in range(1, 30) if starts[week].hour != starts[0].hour)
    around = starts[changed - 1 : changed + 3]
    first, taken, *others = (stage.free_slot(starts_at=start) for start in around)
    stage.free_slot(starts_at=around[1] + timedelta(hours=1))
    assert book(guarantee_of(valid_until=around[-1].date()), taken).status == 201
    path = f"/v1/practitioners/{stage.practitioner_id}/slots?sameTimeAs={first}&weeks=4"
    answer = get(path)
    assert [slot["slotId"] for slot in answer.body["items"]] == [first, *others]
    assert answer.body["nextCursor"] is None
    assert get(f"{path}&service=follow-up").body["items"] == []


@pytest.mark.parametrize("weeks", ["0", "13", "x", "-1", "٣"])
def test_the_same_time_is_asked_for_in_one_to_twelve_weeks(stage: Stage, weeks: str) -> None:
    slot_id = stage.free_slot()
    answer = get(f"/v1/practitioners/{stage.practitioner_id}/slots?sameTimeAs={slot_id}&weeks={weeks}")
    assert (answer.status, [fault["code"] for fault in answer.body["errors"]]) == (
        400,
        ["weeks-out-of-range"],
    )


def test_the_same_time_as_the_slot_of_another_practitioner_is_404(stage: Stage) -> None:
    foreign = staged("sofie").free_slot()
    for slot_id in (foreign, "slt_aaaa", "nonsense"):
        path = f"/v1/practitioners/{stage.practitioner_id}/slots?sameTimeAs={slot_id}"
        assert get(path).status == 404


def test_a_series_takes_no_span_and_names_each_parameter_of_one(stage: Stage) -> None:
    slot_id = stage.free_slot()
    query = f"sameTimeAs={slot_id}&weeks=0&from=2026-12-01&to=2026-12-31"
    answer = get(f"/v1/practitioners/{stage.practitioner_id}/slots?{query}")
    faults = {fault["pointer"]: fault["code"] for fault in answer.body["errors"]}
    assert answer.status == 400
    assert faults.keys() == {"/weeks", "/from", "/to"}
    assert {faults["/from"], faults["/to"]} == {"not-with-same-time"}
