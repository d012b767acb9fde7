"""An SMS that waited leaves only as its recipient wants it by then."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Choice
from helsebro.notifications.outcome.held_sms import SOON, has_waited, is_off, is_wanted
from tests.builders.domain.sent_messages import AT, PERSON_ID, notification

NUMBER: dict[Any, str] = {"sms": "+4520999999"}
BOTH: dict[Any, str] = {"email": "anna@example.org", **NUMBER}


def to(addresses: dict[Any, str], **choice: bool) -> Addressee:
    choices = {"session-reminder": Choice(**choice)} if choice else {}
    return Addressee(PERSON_ID, "da", "DK", addresses, choices)


def sms(**given: Any) -> Any:
    return notification(channel="sms", kind="session-reminder", **given)


@pytest.mark.parametrize(
    ("held", "later", "waited"),
    [
        (sms(), SOON, False),
        (sms(), SOON + timedelta(seconds=1), True),
        (sms(not_before=AT), timedelta(), True),
        (notification(channel="sms", kind="contact-changed", not_before=AT), timedelta(), False),
        (notification(), timedelta(days=1), False),
    ],
)
def test_an_sms_that_is_late_has_waited(held: Any, later: timedelta, waited: bool) -> None:
    assert has_waited(held, AT + later) is waited


@pytest.mark.parametrize(
    ("held", "recipient", "off", "wanted"),
    [
        (sms(), to(BOTH), False, True),
        (sms(), to(BOTH, email=True, sms=False), False, False),
        (sms(), to(BOTH, email=False), True, False),
        (sms(), to({}), False, False),
        # The e-mail that the person wants does not reach her: the SMS was planned in its place.
        (sms(), to(NUMBER, email=True, sms=False), False, True),
        (sms(instead_of="ntf_a"), to(BOTH, email=False), False, True),
    ],
)
def test_a_choice_made_meanwhile_counts(held: Any, recipient: Addressee, off: bool, wanted: bool) -> None:
    assert (is_off(held, recipient), is_wanted(held, recipient)) == (off, wanted)


@pytest.mark.parametrize(("held", "repeats"), [(sms(), False), (sms().sending(AT), True)])
def test_an_attempt_that_may_have_left_is_a_repeat_in_the_morning(held: Any, repeats: bool) -> None:
    assert held.held_until(AT).repeats is repeats
