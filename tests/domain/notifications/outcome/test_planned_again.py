"""What came back takes the next channel; what staff send again has an event of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Choice
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.planned_again import (
    ABOUT_A_SESSION,
    NotSentAgain,
    on_another_channel,
    resent,
)
from tests.builders.domain.sent_messages import AT, EVENT_ID, PERSON_ID, notification, sent

EVERYWHERE = {
    "email": "anna@example.org",
    "sms": "+4570112233",
    "letter": "Vestergade 1, 2100 København Ø, DK",
    "digital-post": PERSON_ID,
}
LATER = AT + timedelta(hours=1)
NIGHT = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)


def addressee(*channels: str, **given: Any) -> Addressee:
    addresses: dict[Any, str] = {channel: EVERYWHERE[channel] for channel in channels}
    return Addressee(PERSON_ID, "da", "DK", addresses, **given)


@pytest.mark.parametrize(
    ("reachable", "tried", "expected"),
    [
        (("email", "sms", "letter", "digital-post"), {"email"}, "letter"),
        (("email", "sms"), {"email"}, "sms"),
        (("email", "sms", "letter", "digital-post"), {"email", "letter"}, "sms"),
        (("email", "digital-post"), {"email"}, "digital-post"),
        (("email",), {"email"}, None),
        ((), {"email"}, None),
    ],
)
def test_a_message_that_came_back_takes_the_next_channel(
    reachable: tuple[str, ...], tried: set[Any], expected: str | None
) -> None:
    again = on_another_channel(sent(state="bounced"), addressee(*reachable), tried, LATER)
    assert (again.channel if again else None) == expected


def test_a_message_about_a_child_stays_one_when_it_is_planned_again() -> None:
    to = addressee("sms", "letter", of_child=True)
    again = on_another_channel(sent(of_child=True), to, {"email"}, LATER)
    assert again
    assert again.of_child
    assert resent(sent(of_child=True), to, "sms", "evt_again", LATER).of_child
    # The child has turned 15 since, and reads it as its own.
    assert not resent(sent(of_child=True), addressee("sms"), "sms", "evt_again", LATER).of_child


def test_a_channel_that_the_person_wants_comes_before_the_others() -> None:
    wants = {"guarantee-issued": Choice(email=True, sms=True)}
    to = addressee(*EVERYWHERE, choices=wants)
    again = on_another_channel(sent(), to, {"email"}, LATER)
    assert again
    assert again.channel == "sms"


def test_a_person_who_cannot_log_in_gets_letters_only() -> None:
    to = addressee(*EVERYWHERE, letters_only=True)
    assert on_another_channel(sent(channel="letter"), to, {"letter"}, LATER) is None


def test_the_same_message_is_planned_anew_and_names_the_one_that_came_back() -> None:
    before = sent(state="bounced", variables={"day": "2026-12-01"})
    again = on_another_channel(before, addressee(*EVERYWHERE), {"email"}, LATER)
    assert again
    assert (again.event_id, again.kind, again.variables) == (EVENT_ID, before.kind, before.variables)
    assert (again.instead_of, again.state, again.attempts) == (before.notification_id, "planned", ())
    assert (again.address, again.digest, again.sent_at) == (EVERYWHERE["letter"], "", None)
    assert again.notification_id == notification(channel="letter").notification_id


def test_an_sms_instead_of_an_email_waits_for_the_morning() -> None:
    again = on_another_channel(sent(), addressee("sms"), {"email"}, NIGHT)
    assert again
    assert again.not_before == datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def test_what_is_sent_again_has_an_event_of_its_own() -> None:
    again = resent(sent(), addressee(*EVERYWHERE), None, "evt_b", LATER)
    assert (again.channel, again.event_id, again.instead_of) == ("email", "evt_b", sent().notification_id)
    assert again.notification_id != sent().notification_id


@pytest.mark.parametrize(
    ("before", "repeats"),
    [(sent(), True), (sent(state="bounced"), False), (notification().ended("failed"), False)],
)
def test_what_may_have_arrived_is_sent_again_with_words_that_say_so(
    before: Notification, repeats: bool
) -> None:
    assert resent(before, addressee(*EVERYWHERE), None, "evt_b", LATER).repeats is repeats


@pytest.mark.parametrize("kind", sorted(ABOUT_A_SESSION))
def test_the_time_of_a_session_is_not_sent_again(kind: str) -> None:
    with pytest.raises(NotSentAgain, match="notification-not-sent-again"):
        resent(sent(kind=kind), addressee(*EVERYWHERE), None, "evt_b", LATER)


def test_what_was_withdrawn_is_not_sent_again() -> None:
    with pytest.raises(NotSentAgain, match="notification-not-sent-again"):
        resent(sent(state="withdrawn"), addressee(*EVERYWHERE), None, "evt_b", LATER)


@pytest.mark.parametrize("kind", ["guarantee-expiring", "consent-expiring", "crisis-start-ending"])
def test_a_last_day_that_is_over_is_not_sent_again(kind: str) -> None:
    before = sent(kind=kind, variables={"day": "2026-11-21"})
    to = addressee(*EVERYWHERE)
    assert resent(before, to, None, "evt_b", datetime(2026, 11, 21, 22, 59, tzinfo=UTC))
    with pytest.raises(NotSentAgain, match="notification-not-sent-again"):
        resent(before, to, None, "evt_b", datetime(2026, 11, 21, 23, tzinfo=UTC))


def test_what_is_still_to_be_sent_is_not_sent_again() -> None:
    with pytest.raises(NotSentAgain, match="notification-still-open"):
        resent(notification(), addressee(*EVERYWHERE), None, "evt_b", LATER)


def test_a_channel_without_an_address_is_refused() -> None:
    with pytest.raises(NotSentAgain, match="no-address-on-channel"):
        resent(sent(), addressee("email"), "letter", "evt_b", LATER)
