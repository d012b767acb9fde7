from __future__ import annotations

from datetime import timedelta

import pytest

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Choice
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.plan import plan
from tests.builders.domain.notifications import NOON, addressee, cause

BY_LETTER = {"claim-received": Choice(email=False, letter=True)}
MOVED, REMINDER = KINDS["session-moved"], KINDS["papers-missing"]


def planned(
    kind: NotificationKind = MOVED, to: Addressee | None = None, hours: float = 0
) -> tuple[Notification, ...]:
    """Returns the notifications of a moved session, planned some hours after noon."""
    moved = cause("booking.rescheduled", bookingId="bkg_1")
    said = {"starts": "2026-11-24T09:00"}
    return plan(kind, moved, to or addressee(), said, NOON + timedelta(hours=hours))


def test_each_channel_has_a_notification_of_its_own_about_the_booking() -> None:
    made = planned()
    assert [(each.channel, each.address) for each in made] == [
        ("email", "anna@example.org"),
        ("sms", "+4520123456"),
    ]
    assert {each.about for each in made} == {"bkg_1"}
    assert len({each.notification_id for each in made}) == 2


def test_the_same_event_is_planned_under_the_same_ids() -> None:
    ids = [each.notification_id for each in planned()]
    assert ids == [each.notification_id for each in planned(hours=24)]


def test_only_the_sms_of_the_night_waits_for_the_morning() -> None:
    email, sms = planned(hours=12)
    assert (email.not_before, sms.not_before) == (None, NOON + timedelta(hours=20))


@pytest.mark.parametrize(
    "reported_by, letters_only, waits",
    [("caseworker", True, 1), ("member", True, 0), ("caseworker", False, 0)],
)
def test_the_first_letter_of_a_phoned_case_waits_out_the_call(
    reported_by: str, letters_only: bool, waits: int
) -> None:
    reported = cause("claim.reported", reportedBy=reported_by)
    at_home = addressee(addresses={"letter": "Nørregade 1"}, letters_only=letters_only, choices=BY_LETTER)
    made = plan(KINDS["claim-received"], reported, at_home, {"missing": "consent", "safety": "DK"}, NOON)
    held = NOON + timedelta(hours=waits) if waits else None
    assert [(each.channel, each.not_before) for each in made] == [("letter", held)]


@pytest.mark.parametrize("kind", [MOVED, REMINDER])
def test_who_cannot_be_reached_has_a_failed_notification(kind: NotificationKind) -> None:
    assert [each.state for each in planned(kind, addressee(addresses={}))] == ["failed"]


def test_what_is_turned_off_is_not_planned() -> None:
    off = addressee(choices={"papers-missing": Choice(email=False)})
    assert planned(REMINDER, off) == ()
    assert planned(REMINDER, addressee(addresses={}, choices=off.choices)) == ()
