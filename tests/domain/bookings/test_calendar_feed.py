from __future__ import annotations

import pytest

from helsebro.bookings.calendar_feed import CalendarFeed, sha256_of, token_in, token_of
from helsebro.ids import PersonId
from tests.domain.bookings.test_booking import NOW

TOKEN = token_of(bytes(range(32)))


def test_a_feed_keeps_the_digest_of_its_token_and_not_the_token() -> None:
    feed = CalendarFeed.of(PersonId("per_a"), TOKEN, "da", NOW)
    assert feed.token_sha256 == sha256_of(TOKEN)
    assert TOKEN not in repr(feed)


def test_a_name_of_a_feed_is_its_token_with_the_ending() -> None:
    assert (len(TOKEN), token_in(f"{TOKEN}.ics")) == (43, TOKEN)


@pytest.mark.parametrize(
    "name",
    [TOKEN, f"{TOKEN[:-1]}.ics", f"{TOKEN}a.ics", f"{TOKEN}.ics.ics", ".ics", "", f"{TOKEN[:-1]}/.ics"],
)
def test_what_can_be_no_token_is_none(name: str) -> None:
    assert token_in(name) is None
