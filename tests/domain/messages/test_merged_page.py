"""A page of a thread with what was asked beside its messages: in order, bounded, and each of them once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helsebro.claims.facts.case_fact import MemberReply
from helsebro.ids import MessageId, ThreadId
from helsebro.messages.asked import AskedEntry, OpenQuestion, asked_entries
from helsebro.messages.merged_page import InThread, MergedPage, ThreadPlace
from helsebro.messages.message import ThreadMessage

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def at(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def message(number: int, hours: float, text: str = "Hej") -> ThreadMessage:
    return ThreadMessage(
        MessageId(f"msg_{number}"), ThreadId("clm_a"), number, "member", at(hours), text, "da"
    )


def question(hours: float, text: str = "Hvilket knæ?") -> AskedEntry:
    return AskedEntry("question", "claim", at(hours), "staff", text)


def answer(hours: float, text: str) -> AskedEntry:
    return AskedEntry("answer", "claim", at(hours), "member", text)


def pages(messages: list[ThreadMessage], entries: list[AskedEntry], limit: int) -> list[list[InThread]]:
    """Every page of a thread, read as the table reads it."""
    place: ThreadPlace | None = ThreadPlace(len(messages) + 1, len(entries))
    found = []
    while place:
        page = MergedPage(limit, place, entries)
        left = [each for each in reversed(messages) if each.number < page.place.number]
        taken = left[:limit]
        place = page.filled(taken, taken[-1].number if len(left) > limit else None)
        found.append(page.shown)
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 25])
def test_every_page_size_shows_the_same_order_and_nothing_twice(limit: int) -> None:
    messages = [message(1, 0), message(2, 2), message(3, 4, "Det venstre")]
    entries = [question(-1), question(1), question(3), answer(4, "Det venstre"), question(5)]
    shown = [each for page in pages(messages, entries, limit) for each in page]
    assert shown == [
        entries[4],
        messages[2],
        entries[2],
        messages[1],
        entries[1],
        messages[0],
        entries[0],
    ]
    assert all(len(page) <= limit for page in pages(messages, entries, limit))


def test_older_entries_wait_while_messages_are_left_to_read() -> None:
    page = MergedPage(25, ThreadPlace(9, 1), [question(-1)])
    following = page.filled([message(8, 2)], 5)
    assert (page.shown, following) == ([message(8, 2)], ThreadPlace(5, 1))


def test_a_message_in_which_an_answer_was_given_is_one() -> None:
    page = MergedPage(25, ThreadPlace(2, 2), [question(0), answer(1, "Det venstre")])
    page.filled([message(1, 1, "Det venstre")], None)
    assert page.answering == {1}
    assert page.shown == [message(1, 1, "Det venstre"), question(0)]


def test_a_question_is_shown_once_however_often_it_was_answered() -> None:
    replies = [
        MemberReply("Hvilket knæ?", text, at(hours), "member", asked_at=at(0))
        for hours, text in ((1, "Det ved jeg ikke"), (2, "Det venstre"))
    ]
    asked = OpenQuestion("Hvilket knæ?", at(0))
    found = asked_entries("claim", replies, asked)
    assert [(entry.kind, entry.text) for entry in found] == [
        ("question", "Hvilket knæ?"),
        ("answer", "Det ved jeg ikke"),
        ("answer", "Det venstre"),
    ]


def test_a_question_from_before_its_time_was_kept_stands_right_before_its_answer() -> None:
    found = asked_entries("refund", [MemberReply("Hvornår?", "I går", at(1), "member")], None)
    assert [(entry.kind, entry.at) for entry in found] == [("question", at(1)), ("answer", at(1))]
