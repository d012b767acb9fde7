from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.ids import PersonId
from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Channel, Choice
from helsebro.notifications.contact_record import ContactRecord, PostalAddress
from helsebro.notifications.kinds import KINDS

REMINDER, DECISION, MOVED = KINDS["papers-missing"], KINDS["decision-made"], KINDS["session-moved"]
HOME = PostalAddress("Anna Holm", "Nørregade 1", "1165", "København")
ANNA = ContactRecord(PersonId("per_anna"), email="a@example.org", phone="+4520123456", address=HOME)


def to(**changes: object) -> Addressee:
    """Returns Anna as her contact record makes her."""
    return Addressee.of(replace(ANNA, **changes))  # type: ignore[arg-type]


def chosen(**channels: bool) -> dict[str, Choice]:
    """Returns a choice of these channels for every kind of these tests."""
    choice = Choice(**{"email": False, **channels})
    return {kind.kind: choice for kind in (REMINDER, DECISION, MOVED)}


@pytest.mark.parametrize(
    "addressee, channels",
    [
        (to(), ("email", "sms")),
        (to(phone=None), ("email",)),
        (to(email_state="bounced"), ("sms",)),
        (to(choices=chosen(digital_post=True, letter=True)), ("digital-post", "letter")),
        # No chosen channel reaches her: what was not asked for does, a letter first.
        (to(email_state="bounced", phone_state="complained"), ("letter",)),
        (to(choices=chosen(letter=True), address=None), ("email",)),
        (to(choices=chosen(letter=True), address=None, email=None), ("sms",)),
        (to(email=None, phone=None, address=None), ("digital-post",)),
    ],
)
def test_a_message_takes_the_chosen_channels_that_reach_the_person(
    addressee: Addressee, channels: tuple[Channel, ...]
) -> None:
    assert addressee.reached_by(MOVED) == channels


def test_who_has_no_login_gets_letters_only() -> None:
    assert to(has_login=False).reached_by(MOVED) == ("letter",)
    assert to(has_login=False, address=None).reached_by(MOVED) == ()


def test_a_kind_that_may_be_off_is_off_without_any_channel_and_others_are_not() -> None:
    off = to(choices=chosen())
    assert (off.wants(REMINDER), off.reached_by(REMINDER)) == ((), ())
    assert off.reached_by(DECISION) == ("email",)
    assert to(choices=chosen(), has_login=False).wants(REMINDER) == ()
