from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro import ids
from helsebro.calendars.publication import Publication, plan, replacement, withdrawal
from helsebro.calendars.slot import Slot, SlotStatus, overlap_any
from helsebro.ids import BookingId, ClinicId

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PRACTITIONER = ids.practitioner_id(ClinicId("cli_a"), "anna")


def slot(key: str, start: int, minutes: int = 30, status: SlotStatus = "free") -> Slot:
    """A slot that begins ``start`` minutes from now."""
    starts_at = NOW + timedelta(minutes=start)
    return Slot(
        ids.slot_id(PRACTITIONER, starts_at),
        PRACTITIONER,
        ClinicId("cli_a"),
        key,
        "first",
        starts_at,
        starts_at + timedelta(minutes=minutes),
        status,
        held_until=NOW + timedelta(minutes=5) if status == "held" else None,
    )


def planned(wanted: list[Slot], there: list[Slot]) -> Publication:
    standing = [one for one in there if one.status != "withdrawn"]
    return plan(wanted, {one.key: one for one in standing}, standing, NOW)


def after(done: Publication, there: list[Slot]) -> list[Slot]:
    """The calendar once the publication is written."""
    gone = {one.slot_id for one in done.vacated}
    return [one for one in there if one.slot_id not in gone] + list(done.put)


def test_a_slot_moves_to_a_time_that_another_slot_leaves() -> None:
    there = [slot("a", 60), slot("b", 90)]
    done = planned([slot("a", 90), slot("b", 60)], there)
    assert not done.refused
    assert {(one.key, one.starts_at) for one in after(done, there)} == {
        ("a", NOW + timedelta(minutes=90)),
        ("b", NOW + timedelta(minutes=60)),
    }


def test_a_published_slot_replaces_available_slots_whatever_their_keys() -> None:
    there = [slot("a", 60), slot("b", 90), slot("c", 150)]
    done = planned([slot("n", 75), slot("m", 150, minutes=15)], there)
    assert [one.key for one in done.put] == ["n", "m"]
    assert [one.key for one in done.vacated] == ["a", "b", "c"]


def test_only_booked_and_held_slots_block_a_publication() -> None:
    lapsed = replace(slot("l", 120, status="held"), held_until=NOW)
    there = [slot("b", 60, status="booked"), slot("h", 90, status="held"), lapsed]
    done = planned([slot("x", 60), slot("y", 105, 15), slot("z", 120)], there)
    assert [(one.key, one.reason) for one in done.refused] == [("x", "slot-overlaps"), ("y", "slot-overlaps")]
    assert ([one.key for one in done.put], done.vacated) == (["z"], (lapsed,))


def test_a_slot_that_cannot_move_is_replaced_at_its_old_time() -> None:
    there = [slot("a", 60), slot("b", 90), slot("c", 120, status="booked")]
    done = planned([slot("a", 90), slot("b", 110)], there)
    assert [(one.key, one.reason) for one in done.refused] == [("b", "slot-overlaps")]
    assert {one.key for one in after(done, there)} == {"a", "c"}


@pytest.mark.parametrize("there", [[], [slot("a", 60)]])
def test_two_overlapping_slots_of_one_publication_are_a_fault(there: list[Slot]) -> None:
    done = planned([slot("a", 60), slot("b", 75)], there)
    assert [(one.key, one.reason) for one in done.refused] == [("b", "slot-overlaps")]
    assert {one.key for one in after(done, there)} == {"a"}


def test_a_slot_with_an_expired_hold_can_move() -> None:
    lapsed = replace(slot("a", 60, status="held"), held_until=NOW)
    assert not planned([slot("a", 90)], [lapsed]).refused


def test_a_withdrawal_removes_free_and_held_slots() -> None:
    there = [slot("a", 60), slot("b", 90, status="held"), slot("c", 120, status="booked")]
    done = withdrawal(["a", "b", "c", "d"], {one.key: one for one in there})
    assert [one.key for one in done.vacated] == ["a", "b"]
    assert [one.reason for one in done.refused] == ["slot-not-free", "slot-unknown"]


keys = st.sampled_from("abcdef")
statuses: st.SearchStrategy[SlotStatus] = st.sampled_from(["free", "free", "held", "booked"])


@st.composite
def calendars(draw: st.DrawFn) -> list[Slot]:
    """Slots without overlaps, each under its own key."""
    at, found = 15, []
    for key in draw(st.lists(keys, unique=True)):
        at += draw(st.sampled_from([0, 15, 45]))
        minutes = draw(st.sampled_from([15, 30, 60]))
        found.append(slot(key, at, minutes, draw(statuses)))
        at += minutes
    return found


wishes = st.lists(
    st.builds(
        slot, keys, st.integers(-2, 24).map(lambda quarter: quarter * 15), st.sampled_from([15, 30, 60])
    ),
    unique_by=lambda one: one.key,
    max_size=6,
)


@given(there=calendars(), wanted=wishes)
def test_a_publication_never_leaves_an_overlap_or_replaces_a_taken_slot(
    there: list[Slot], wanted: list[Slot]
) -> None:
    done = planned(wanted, there)
    calendar = sorted(after(done, there), key=lambda one: one.starts_at)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(calendar))
    told = [one.key for one in done.put] + list(done.unchanged) + [one.key for one in done.refused]
    assert sorted(told) == sorted(one.key for one in wanted)
    assert {one for one in there if not one.is_available(NOW)} <= set(calendar)
    moved = {one.key for one in done.put}
    assert all(one.key in moved or overlap_any(one, done.put) for one in done.vacated)


@given(there=calendars(), wanted=wishes)
def test_only_taken_slots_and_the_publications_own_slots_block_a_slot(
    there: list[Slot], wanted: list[Slot]
) -> None:
    done = planned(wanted, there)
    kept = [one for one in there if not one.is_available(NOW) or one.key in done.unchanged]
    for one in done.refused:
        if one.reason == "slot-overlaps":
            assert overlap_any(wanted[one.index], [*kept, *done.put])


@given(there=calendars(), wanted=wishes)
def test_the_same_publication_twice_changes_nothing_more(there: list[Slot], wanted: list[Slot]) -> None:
    done = planned(wanted, there)
    again = planned(wanted, after(done, there))
    assert {one.key for one in again.put} <= {one.key for one in done.refused}


def replaced(wanted: list[Slot], there: list[Slot], until: int = 600) -> Publication:
    standing = [one for one in there if one.status != "withdrawn"]
    span = (NOW, NOW + timedelta(minutes=until))
    return replacement(wanted, {one.key: one for one in standing}, standing, span, NOW)


def test_a_replacement_withdraws_what_it_does_not_name_and_keeps_bookings() -> None:
    there = [slot("a", 60), slot("b", 90, status="held"), slot("c", 150, status="booked"), slot("d", 180)]
    done = replaced([slot("a", 60), slot("n", 90)], there)
    assert (done.unchanged, [one.key for one in done.put]) == (("a",), ["n"])
    assert {one.key for one in done.vacated} == {"b", "d"}
    assert [one.key for one in done.kept] == ["c"]
    assert {one.key for one in after(done, there)} == {"a", "n", "c"}


def test_a_replacement_changes_nothing_outside_its_span_or_in_the_past() -> None:
    there = [slot("past", -30), slot("inside", 30), slot("at-the-end", 120)]
    assert [one.key for one in replaced([], there, until=120).vacated] == ["inside"]


def test_a_booked_slot_is_not_replaced_under_its_own_key_nor_under_another() -> None:
    booked = replace(slot("c", 150, status="booked"), booking_id=BookingId("bkg_a"))
    done = replaced([slot("c", 200), slot("n", 140)], [booked])
    assert [(one.key, one.reason) for one in done.refused] == [
        ("c", "slot-not-free"),
        ("n", "slot-overlaps"),
    ]
    assert done.refused[0].booking_id == "bkg_a"
    assert (done.kept, done.vacated) == ((booked,), ())


def test_a_booked_slot_that_is_named_at_its_time_is_unchanged() -> None:
    booked = slot("c", 150, status="booked")
    done = replaced([slot("c", 150)], [booked])
    assert (done.unchanged, done.kept) == (("c",), ())
