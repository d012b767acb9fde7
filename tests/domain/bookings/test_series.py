from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.bookings.series import Series, SeriesRefused, SeriesTaken
from helsebro.calendars.slot import Slot
from helsebro.ids import ClinicId, SlotId
from tests.builders.domain import guarantees
from tests.builders.domain.practitioners import practitioner

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
KIM = ids.practitioner_id(ClinicId("cli_a"), "kim")
WEEK = timedelta(days=7)


def slot(weeks: float, key: str = "kim", **changes: Any) -> Slot:
    """Returns a free slot, so many weeks after the first Monday of December."""
    start = datetime(2026, 12, 7, 9, tzinfo=UTC) + weeks * WEEK
    span = (start, start + timedelta(minutes=45))
    whose = ids.practitioner_id(ClinicId("cli_a"), key)
    return replace(Slot.published(whose, ClinicId("cli_a"), "k", "follow-up", span), **changes)


def series(
    slots: Sequence[Slot],
    *,
    named: Sequence[SlotId] = (),
    weeks: Mapping[str, int] | None = None,
    capacity: int | None = None,
    **guarantee: Any,
) -> Series:
    return Series(
        guarantees.guarantee(**{"sessions_granted": 12, **guarantee}),
        practitioner(practitioner_id=KIM, weekly_capacity=capacity),
        named or [each.slot_id for each in slots],
        {each.slot_id: each for each in slots},
        weeks or {},
    )


def faults(of: Series) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in of.faults(NOW)]


def test_eight_weekly_slots_have_no_fault_and_make_eight_bookings_in_their_order() -> None:
    wanted = [slot(number) for number in (3, 1, 2, 0, 4, 5, 6, 7)]
    whole = series(wanted)
    whole.must_be_bookable(NOW)
    made = whole.bookings(NOW, [bytes([number]) * 6 for number in range(8)], notice_hours=48)
    assert [booking.slot_id for booking in made] == [each.slot_id for each in wanted]
    assert {booking.notice_hours for booking in made} == {48}
    assert [booking.series.number for booking in made if booking.series] == [4, 2, 3, 1, 5, 6, 7, 8]
    assert [booking.booked_at_once for booking in made] == [None] * 3 + [8] + [None] * 4
    assert len({booking.booking_id for booking in made}) == len({booking.week for booking in made}) == 8


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        (series([slot(0), slot(1, status="booked")]), [("/slotIds/1", "slot-taken")]),
        (series([slot(0), slot(1, status="withdrawn")]), [("/slotIds/1", "slot-taken")]),
        (series([slot(-3), slot(0)]), [("/slotIds/0", "slot-in-the-past")]),
        (series([slot(0), slot(1, key="sofie")]), [("/slotIds/1", "slot-of-another-practitioner")]),
        (series([slot(0), slot(20), slot(21)]), [("/slotIds/2", "outside-guarantee-period")]),
        (series([slot(0), slot(1), slot(2)], sessions_booked=10), [("/slotIds/2", "too-few-sessions-left")]),
        (
            series([slot(0), slot(1)], sessions_booked=12),
            [("/slotIds/0", "guarantee-used-up"), ("/slotIds/1", "guarantee-used-up")],
        ),
        (series([slot(1), slot(0)], begin_by=date(2026, 12, 6)), [("/slotIds/1", "begin-by-passed")]),
        (series([slot(1), slot(0)], begin_by=date(2026, 12, 7)), []),
        (series([slot(0)], begin_by=date(2026, 12, 6), sessions_booked=1), []),
        (series([slot(0), slot(1)], status="revoked"), [("/guaranteeId", "guarantee-not-valid")]),
        (series([slot(0), slot(1)], settlement="refund"), [("/guaranteeId", "guarantee-is-refunded")]),
        (series([slot(0), slot(1)], clinic_id="cli_b"), [("/guaranteeId", "guarantee-bound-elsewhere")]),
        (series([slot(0), slot(0.1), slot(1)], capacity=1), [("/slotIds/1", "practitioner-week-full")]),
        (
            series([slot(0), slot(1)], capacity=2, weeks={"2026-W51": 2}),
            [("/slotIds/1", "practitioner-week-full")],
        ),
        (
            series([slot(0)], named=[slot(0).slot_id, slot(0).slot_id, slot(1).slot_id]),
            [("/slotIds/1", "slot-named-twice"), ("/slotIds/2", "slot-not-found")],
        ),
        (
            series([slot(0), slot(1)], treatment="psychologist"),
            [("/slotIds/0", "treatment-not-offered"), ("/slotIds/1", "treatment-not-offered")],
        ),
        (
            series([slot(0, status="booked"), slot(30), slot(-3)], sessions_booked=11, status="revoked"),
            [
                ("/guaranteeId", "guarantee-not-valid"),
                ("/slotIds/0", "slot-taken"),
                ("/slotIds/1", "outside-guarantee-period"),
                ("/slotIds/1", "too-few-sessions-left"),
                ("/slotIds/2", "slot-in-the-past"),
                ("/slotIds/2", "too-few-sessions-left"),
            ],
        ),
    ],
)
def test_every_fault_is_named_with_the_place_of_its_slot(
    whole: Series, expected: list[tuple[str, str]]
) -> None:
    assert faults(whole) == expected


def test_a_slot_that_the_guarantee_holds_is_free_for_its_series() -> None:
    held: dict[str, Any] = {"status": "held", "held_until": NOW + timedelta(minutes=5)}
    own = series([slot(0), slot(1, **held, held_for=guarantees.guarantee().guarantee_id)])
    assert faults(own) == []
    assert faults(series([slot(0), slot(1, **held, held_for="gar_other")])) == [("/slotIds/1", "slot-taken")]


def test_faults_of_one_code_are_refused_with_that_code_and_others_with_a_common_one() -> None:
    used_up = series([slot(0), slot(1), slot(2)], sessions_booked=11)
    with pytest.raises(SeriesRefused) as refused:
        used_up.must_be_bookable(NOW)
    assert (refused.value.code, refused.value.facts) == (
        "too-few-sessions-left",
        {"sessionsGranted": 12, "sessionsLeft": 1},
    )
    assert len(refused.value.faults) == 2
    with pytest.raises(SeriesRefused) as mixed:
        series([slot(-3), slot(1, status="booked")]).must_be_bookable(NOW)
    assert (mixed.value.code, mixed.value.facts) == ("series-not-bookable", {})


def test_slots_that_are_only_taken_are_a_conflict() -> None:
    with pytest.raises(SeriesTaken) as taken:
        series([slot(0), slot(1, status="booked")]).must_be_bookable(NOW)
    assert taken.value.code == "slot-taken"
