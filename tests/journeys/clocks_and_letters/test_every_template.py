"""Every template is seen once: each kind of notification leaves in each language of its recipients."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from helsebro.notifications.contact_record import LANGUAGES
from helsebro.notifications.kinds import KINDS
from local.journey.people import StackAddresses
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey
from local.mailbox.emulator_items import EmulatorItems
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox, Message
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.clocks_and_letters.whole_post import EVERY, Seen, WholePost

NOON = 11
"""In UTC: outside of the quiet hours, so that an SMS leaves at once."""
LOOKS, PAUSE = 200, 0.3


@pytest.fixture
def post(running_stack: Stack, moved: Moved) -> WholePost:
    moved.clock.advance((moved.clock.now() + timedelta(days=1)).replace(hour=NOON))
    case = PlayedCase(StackAddresses.of(running_stack.addresses), Journey(lambda _: None))
    items = EmulatorItems(running_stack.addresses["awsEndpoint"])
    made = WholePost(case, Mailbox.of(running_stack), items)
    made.play()
    return made


# Every run plays each kind in tests/promises/notifications/test_nothing_of_health.py.
@pytest.mark.release
def test_every_kind_of_notification_is_sent_in_every_language_of_its_recipients(post: WholePost) -> None:
    for language in LANGUAGES:
        post.write_in(language)
        wanted = post.cause(language)
        assert _never_sent(wanted, post) == set()
    # The notice of a changed contact has the former language.
    post.write_in(LANGUAGES[0])
    assert _never_sent(EVERY, post) == set()
    messages = list(post.messages())
    assert [message for message in messages if not _is_whole(message, post)] == []
    played = {kind for kind, _ in EVERY}
    by_sms = {message["kind"] for message in messages if message["channel"] == "sms"}
    # The demo clinics also hear of the clients of other journeys.
    assert by_sms & played == {kind for kind in played if KINDS[kind].choice.sms}


def _never_sent(wanted: frozenset[Seen], post: WholePost) -> set[Seen]:
    """Returns what was not sent, after a while."""
    missing = set(wanted)
    for _ in range(LOOKS):
        missing = set(wanted) - {(message["kind"], message["language"]) for message in post.messages()}
        if not missing:
            break
        time.sleep(PAUSE)
    return missing


def _is_whole(message: Message, post: WholePost) -> bool:
    """Whether a message has all its parts."""
    match message["channel"]:
        case "email":
            return all(message[part] for part in ("subject", "text", "html"))
        case "sms":
            return bool(message["text"])
        case _:
            return post.mailbox.letter(message).startswith(b"%PDF")
