"""Letters go forward, and an address is complete or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.outcome.letter import (
    LETTER_STATES,
    Letter,
    LetterMoved,
    LetterNotPosted,
    carried_by,
    is_complete,
    letter_id_of,
)
from tests.builders.domain.sent_messages import AT, HOME, notification, sent

LETTER = Letter.of(sent(channel="letter"), AT, None)
LATER = AT + timedelta(days=1)


def test_the_id_of_a_letter_follows_from_its_notification() -> None:
    again = notification(channel="letter", address="elsewhere")
    assert letter_id_of(again) == LETTER.letter_id
    assert letter_id_of(notification(channel="letter", event_id="evt_b")) != LETTER.letter_id


@pytest.mark.parametrize("first", LETTER_STATES)
@pytest.mark.parametrize("then", LETTER_STATES)
def test_a_letter_takes_only_later_states_and_comes_back_only_after_it_left(first: str, then: str) -> None:
    letter = replace(LETTER, state=first)  # type: ignore[arg-type]
    if (first, then) == ("queued", "returned"):
        with pytest.raises(LetterNotPosted):
            letter.moved("returned", LATER)
    elif LETTER_STATES.index(then) > LETTER_STATES.index(first):
        moved = letter.moved(then, LATER)  # type: ignore[arg-type]
        assert (moved.state, moved.changed_at, moved.version) == (then, LATER, letter.version + 1)
    else:
        with pytest.raises(LetterMoved):
            letter.moved(then, LATER)  # type: ignore[arg-type]


def test_a_returned_letter_makes_its_notification_bounce_also_while_it_is_sent() -> None:
    returned = LETTER.moved("posted", LATER).moved("returned", LATER)
    for carried in (sent(channel="letter"), notification(channel="letter").sending(AT)):
        after = carried_by(carried, returned)
        assert (after.state, after.letter) == ("bounced", "returned")


def test_a_posted_letter_leaves_a_notification_alone_that_is_being_sent_or_has_bounced() -> None:
    posted = LETTER.moved("posted", LATER)
    for carried in (notification(channel="letter").sending(AT), sent(channel="letter", state="bounced")):
        assert carried_by(carried, posted) == carried


@pytest.mark.parametrize(
    ("address", "complete"),
    [
        (HOME, True),
        (None, False),
        (replace(HOME, street=""), False),
        (replace(HOME, city="  "), False),
        (PostalAddress("A", "B", "C", "D", "NO"), True),
    ],
)
def test_an_address_is_complete_when_every_line_is_filled_in(
    address: PostalAddress | None, complete: bool
) -> None:
    assert is_complete(address) is complete
