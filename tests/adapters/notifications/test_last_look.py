"""What has changed about a recipient is seen just before a message leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Choice
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.last_look import LastLook
from tests.builders.domain.notifications import notification

NOON = datetime(2026, 11, 27, 11, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 27, 23, tzinfo=UTC)
ADDRESSES = {"email": "new@example.org", "sms": "+4520999999"}


class Known:
    """Recipients of whom one is known, with these addresses."""

    def __init__(self, **changes: Any) -> None:
        given: dict[str, Any] = {"addresses": ADDRESSES, **changes}
        self.addressee = Addressee("per_1", "da", "DK", **given)

    def today(self, _: str) -> Addressee:
        return self.addressee


def looked(known: Notification, at: datetime = NOON, **changes: Any) -> Notification:
    recipients: Any = Known(**changes)
    return LastLook(recipients).at(known, at)


@pytest.mark.parametrize("channel", ["email", "sms"])
def test_a_message_leaves_to_todays_address(channel: str) -> None:
    known = notification(channel=channel, address="old")
    assert looked(known) == replace(known, address=ADDRESSES[channel])


def test_a_number_that_is_gone_sends_the_message_another_way() -> None:
    after = looked(notification(channel="sms"), addresses={"email": "new@example.org"})
    assert (after.state, after.attempts[-1].fault) == ("bounced", "no-address")


@pytest.mark.parametrize(
    "choice, state",
    [
        (Choice(email=False), "withdrawn"),
        (Choice(email=True), "bounced"),
        (Choice(email=True, sms=True), "planned"),
    ],
)
def test_what_was_turned_off_meanwhile_is_not_sent_on_that_channel(choice: Choice, state: str) -> None:
    known = notification(kind="session-reminder", channel="sms")
    assert looked(known, choices={"session-reminder": choice}).state == state


def test_what_may_not_be_turned_off_is_sent_where_it_was_planned() -> None:
    known = notification(kind="decision-made", channel="sms")
    assert looked(known, choices={"decision-made": Choice(email=True)}).state == "planned"


@pytest.mark.parametrize("channel, waits", [("sms", True), ("email", False)])
def test_no_sms_leaves_in_the_quiet_hours_however_late_its_worker_is(channel: str, waits: bool) -> None:
    known = notification(channel=channel, not_before=MIDNIGHT - timedelta(days=1))
    after = looked(known, MIDNIGHT)
    assert (after.not_before == datetime(2026, 11, 28, 7, tzinfo=UTC)) is waits
    assert (after.not_before is None) is not waits


@pytest.mark.parametrize("changes", [{"state": "sending"}, {"replaced_by": 2}])
def test_a_repeat_and_a_notice_to_a_former_address_stay_as_they_are(changes: dict[str, Any]) -> None:
    known = notification(channel="email", address="old", **changes)
    assert looked(known) == known
