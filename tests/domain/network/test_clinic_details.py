"""The details of a clinic: its opening hours and the notice for cancellations."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.network.clinic_details import ClinicDetails, OpeningHours, opening_faults


def faults(*rows: Any, notice: int = 24) -> list[tuple[str, str]]:
    """Returns the faults of opening hours, each with its place."""
    hours = tuple(OpeningHours(*row) for row in rows)
    try:
        ClinicDetails(hours, ("da",), notice)
    except BadInput as bad:
        return [(fault.pointer, fault.code) for fault in bad.faults]
    return []


def test_a_weekday_may_have_several_spans_that_touch() -> None:
    assert (
        faults(("monday", "08:00", "12:00"), ("monday", "12:00", "16:00"), ("friday", "08:00", "12:00")) == []
    )


def test_a_span_closes_after_it_opens_and_does_not_overlap_another_of_its_day() -> None:
    rows = (("monday", "12:00", "12:00"), ("friday", "08:00", "12:00"), ("friday", "11:00", "13:00"))
    assert faults(*rows) == [
        ("/openingHours/0/closes", "closes-before-it-opens"),
        ("/openingHours/2/opens", "opening-hours-overlap"),
    ]


@pytest.mark.parametrize("notice, is_in_range", [(0, False), (1, True), (72, True), (73, False)])
def test_the_notice_is_one_to_72_hours(notice: int, is_in_range: bool) -> None:
    expected = [] if is_in_range else [("/noticeHours", "notice-hours-out-of-range")]
    assert faults(notice=notice) == expected


def test_a_row_that_is_no_time_has_no_fault_between_fields() -> None:
    assert opening_faults([("monday", "late", "26:00"), (None, None, None)]) == []
