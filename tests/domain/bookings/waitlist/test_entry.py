from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.bookings.slot_cover import (
    BeginByPassed,
    GuaranteeBoundElsewhere,
    OutsideGuaranteePeriod,
    TreatmentNotOffered,
)
from helsebro.bookings.waitlist.entry import MOST_OFFERS, WaitlistEntry
from helsebro.bookings.waitlist.refusals import EntryClosed, NothingOffered, OfferExpired
from helsebro.bookings.waitlist.slot_offer import has_time_to_decide
from helsebro.bookings.waitlist.wish import WaitlistWish, order_faults
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, HelsebroError
from helsebro.ids import ClinicId, PractitionerId
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.practitioners import practitioner

JOINED = datetime(2026, 12, 1, 9, tzinfo=UTC)
LATER = JOINED + timedelta(hours=1)
WISH = WaitlistWish(date(2026, 12, 3), date(2026, 12, 18), practitioner(treatments=("physiotherapy",)))
RANDOM = bytes(10)


def entry(wish: WaitlistWish = WISH, **of_guarantee: Any) -> WaitlistEntry:
    return WaitlistEntry.of(guarantee(**of_guarantee), wish, JOINED, RANDOM)


def slot(starts_at: datetime = datetime(2026, 12, 7, 9, tzinfo=UTC), **changes: Any) -> Slot:
    whose = PractitionerId("prc_aaaaaaaaaaaaaaaa"), ClinicId("cli_a")
    free = Slot.published(*whose, "a", "first", (starts_at, starts_at + timedelta(minutes=45)))
    return replace(free, **{"free_since": LATER, **changes})


def offered(**changes: Any) -> WaitlistEntry:
    return replace(entry().offered(slot(), LATER, RANDOM), **changes)


@pytest.mark.parametrize(
    ("freed", "fits"),
    [
        (slot(), True),
        (slot(free_since=JOINED), True),
        (slot(free_since=JOINED - timedelta(seconds=1)), False),
        (slot(free_since=None), False),
        (slot(free_since=None, status="held", held_until=LATER), True),
        (slot(status="held", held_until=JOINED - timedelta(seconds=1)), False),
    ],
)
def test_a_slot_fits_when_it_became_free_while_the_member_waited(freed: Slot, fits: bool) -> None:
    assert entry().fits(freed, "6700") == fits


@pytest.mark.parametrize(
    ("starts_at", "fits"),
    [
        (datetime(2026, 12, 2, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 12, 2, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 18, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 18, 23, 0, tzinfo=UTC), False),
    ],
)
def test_the_days_of_a_wish_are_local_days_and_both_count(starts_at: datetime, fits: bool) -> None:
    assert entry().fits(slot(starts_at), "6700") == fits


def test_only_the_wished_service_fits() -> None:
    assert entry(replace(WISH, service="first")).fits(slot(), "6700")
    assert not entry(replace(WISH, service="follow-up")).fits(slot(), "6700")


def test_a_slot_has_to_begin_after_its_offer_would_expire() -> None:
    starts_at = slot().starts_at
    assert has_time_to_decide(slot(), starts_at - timedelta(minutes=30))
    assert not has_time_to_decide(slot(), starts_at - timedelta(minutes=29))


@pytest.mark.parametrize(
    ("wish", "of_guarantee", "refusal"),
    [
        (replace(WISH, latest=date(2027, 5, 1)), {}, OutsideGuaranteePeriod),
        (WISH, {"begin_by": date(2026, 11, 1)}, BeginByPassed),
        (WISH, {"treatment": "psychologist"}, TreatmentNotOffered),
        (WISH, {"practitioner_id": "prc_another"}, GuaranteeBoundElsewhere),
        (replace(WISH, latest=date(2026, 11, 30)), {}, BadInput),
        (replace(WISH, practitioner=None), {}, BadInput),
        (replace(WISH, practitioner=None, postcode="9999"), {}, BadInput),
    ],
)
def test_a_wish_that_no_session_can_fulfil_is_refused(
    wish: WaitlistWish, of_guarantee: dict[str, Any], refusal: type[HelsebroError]
) -> None:
    with pytest.raises(refusal):
        entry(wish, **of_guarantee)


def test_a_guarantee_without_a_clinic_waits_near_the_postcode() -> None:
    near = replace(WISH, practitioner=None, postcode="2100")
    assert entry(near).postcode == "2100"
    assert entry(near, clinic_id="cli_a").clinic_id == "cli_a"
    assert entry(near, clinic_id="cli_a").fits(slot(), "6700")


def test_an_entry_that_named_no_one_follows_every_match_and_its_end() -> None:
    anywhere = entry(replace(WISH, practitioner=None, postcode="2100"))
    places: list[tuple[dict[str, str], tuple[str | None, str | None]]] = [
        ({"clinic_id": "cli_a", "practitioner_id": "prc_b"}, ("cli_a", "prc_b")),
        ({"clinic_id": "cli_c"}, ("cli_c", None)),
        ({}, (None, None)),
    ]
    for bound, place in places:
        anywhere = anywhere.following(guarantee(**bound), LATER, has_consent=True)
        assert (anywhere.status, (anywhere.clinic_id, anywhere.practitioner_id)) == ("waiting", place)
    assert [anywhere.fits(slot(), at) for at in ("2100", "6700")] == [True, False]


def test_an_offer_at_another_clinic_than_the_matched_one_goes_to_others() -> None:
    anywhere = entry(replace(WISH, practitioner=None, postcode="2100")).offered(slot(), LATER, RANDOM)
    here = anywhere.following(guarantee(clinic_id="cli_a"), LATER, has_consent=True)
    elsewhere = anywhere.following(guarantee(clinic_id="cli_b"), LATER, has_consent=True)
    assert (here.status, elsewhere.status, elsewhere.offer) == ("offered", "waiting", None)


def test_a_slot_on_a_day_that_was_opened_meanwhile_fits() -> None:
    known = slot(free_since=JOINED - timedelta(days=2))
    assert not entry().fits(known, "6700")
    assert not entry().fits(known, "6700", JOINED - timedelta(days=1))
    assert entry().fits(known, "6700", LATER)


def test_an_offer_is_open_for_thirty_minutes() -> None:
    made = offered()
    assert made.open_offer(LATER + timedelta(minutes=30) - timedelta(seconds=1)).slot_id == slot().slot_id
    with pytest.raises(OfferExpired):
        made.open_offer(LATER + timedelta(minutes=30))


def test_a_slot_that_was_not_taken_is_not_offered_again() -> None:
    passed = offered().passed_on(LATER)
    assert (passed.status, passed.offer, passed.fits(slot(), "6700")) == ("waiting", None, False)


def test_the_third_offer_that_is_not_taken_ends_the_entry() -> None:
    waiting = entry()
    for day in range(MOST_OFFERS):
        freed = slot(datetime(2026, 12, 7 + day, 9, tzinfo=UTC))
        waiting = waiting.offered(freed, LATER, RANDOM).passed_on(LATER)
    assert (waiting.status, waiting.ended_because, waiting.ended_at) == ("ended", "offers-missed", LATER)


def test_a_slot_that_the_clinic_withdraws_does_not_count() -> None:
    assert offered().without_offer().passed == ()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda: entry().open_offer(LATER), NothingOffered),
        (lambda: entry().passed_on(LATER), NothingOffered),
        (lambda: offered().ended("withdrawn", LATER).passed_on(LATER), EntryClosed),
        (lambda: offered().ended("withdrawn", LATER).ended("window-over", LATER), EntryClosed),
        (lambda: offered().offered(slot(), LATER, RANDOM), EntryClosed),
    ],
)
def test_a_change_that_the_entry_does_not_allow_is_refused(
    change: Callable[[], Any], error: type[HelsebroError]
) -> None:
    with pytest.raises(error):
        change()


@pytest.mark.parametrize(
    ("now", "has_consent", "because"),
    [
        ({"status": "revoked"}, True, "guarantee-over"),
        ({}, False, "consent-withdrawn"),
        ({"sessions_booked": 3}, True, "guarantee-used-up"),
        ({"first_booking_id": "bkg_a"}, True, None),
        ({"practitioner_id": "prc_another"}, True, "bound-elsewhere"),
        ({"clinic_id": "cli_another"}, True, "bound-elsewhere"),
        ({"clinic_id": "cli_a"}, True, None),
        ({"practitioner_id": WISH.practitioner and WISH.practitioner.practitioner_id}, True, None),
    ],
)
def test_an_entry_ends_with_what_it_waits_under(
    now: dict[str, Any], has_consent: bool, because: str | None
) -> None:
    assert entry().following(guarantee(**now), LATER, has_consent=has_consent).ended_because == because


def test_an_entry_for_any_practitioner_follows_the_binding_and_the_extension() -> None:
    anywhere = entry(replace(WISH, practitioner=None, postcode="2100"))
    bound = guarantee(clinic_id="cli_a", practitioner_id="prc_b", valid_until=date(2027, 8, 1))
    after = anywhere.following(bound, LATER, has_consent=True)
    assert (after.clinic_id, after.practitioner_id) == ("cli_a", "prc_b")
    assert (after.valid_until, after.status) == (date(2027, 8, 1), "waiting")
    assert after.following(bound, LATER, has_consent=True) is after


@pytest.mark.parametrize(
    ("days", "count"),
    [(("2026-12-03", "2026-12-03"), 0), (("2026-12-04", "2026-12-03"), 1), (("2026-12-04", None), 0)],
)
def test_the_last_day_lies_not_before_the_first(days: tuple[Any, Any], count: int) -> None:
    assert len(order_faults(*days)) == count


def test_an_entry_near_a_postcode_takes_slots_at_an_address_near_it() -> None:
    near = entry(replace(WISH, practitioner=None, postcode="2100"))
    assert [near.fits(slot(), at) for at in ("2100", "1165", "2900", "6700")] == [True, True, True, False]
    assert entry().fits(slot(), "2100")


def test_no_one_waits_for_a_practitioner_who_is_paused_on_every_day() -> None:
    paused = practitioner(paused_from=date(2026, 12, 1), paused_until=date(2026, 12, 17))
    assert entry(replace(WISH, practitioner=paused)).status == "waiting"
    away = practitioner(paused_from=date(2026, 12, 1), paused_until=date(2026, 12, 18))
    with pytest.raises(TreatmentNotOffered):
        entry(replace(WISH, practitioner=away))
