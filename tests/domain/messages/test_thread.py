from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helsebro.ids import PersonId
from helsebro.messages.canned_answer import AnswerNeedsCase, CannedAnswer, variable_faults
from helsebro.messages.message import ThreadMessage, Writer, WrittenBy
from helsebro.messages.thread import Thread
from helsebro.messages.thread_events import of_message
from helsebro.messages.words import Words

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
NEW = Thread.of_enquiry("tryg", PersonId("per_a"), "DK", NOON)
HELLO = Words("Hej", "da")


def write(thread: Thread, by: Writer, hours: int = 0, words: Words = HELLO) -> tuple[Thread, ThreadMessage]:
    return thread.written(words, WrittenBy(by), NOON + timedelta(hours=hours))


def test_the_first_unanswered_message_waits_until_the_staff_write() -> None:
    once, first = write(NEW, "member")
    twice, _ = write(once, "member", 1)
    assert (twice.waits_for, twice.waits_since) == (first.message_id, NOON)
    answered, _ = write(twice, "staff", 2)
    assert (answered.waits_for, answered.waits_since) == (None, None)


def test_an_answer_to_a_question_and_a_note_leave_what_waits_as_it_was() -> None:
    answering, _ = NEW.written(HELLO, WrittenBy("member"), NOON, answers="claim")
    assert answering.waits_for is None
    waiting, first = write(NEW, "member")
    noted, note = write(waiting, "staff", 1, Words("Ring", "da", note=True))
    assert (noted.waits_for, note.note) == (first.message_id, True)
    assert of_message(waiting, noted, note) == []


def test_a_thread_is_in_the_members_language_and_not_in_that_of_the_staff() -> None:
    norwegian, _ = write(NEW, "member", words=Words("Hei", "nb"))
    assert write(norwegian, "staff", words=Words("Hello", "en"))[0].language == "nb"


def test_who_writes_has_read_what_came_before_and_no_mark_goes_back_or_ahead() -> None:
    thread, _ = write(NEW, "member")
    thread, _ = write(thread, "staff", 1)
    assert (thread.read_up_to("member"), thread.read_up_to("staff")) == (1, 2)
    for number in (0, 1, 9):
        assert thread.read("member", number, NOON) is thread
    assert thread.read("member", 2, NOON).read_up_to("member") == 2


def test_a_person_has_one_enquiry_with_each_payer_and_its_id_tells_no_one_who() -> None:
    again = Thread.of_enquiry("tryg", PersonId("per_a"), "DK", NOON)
    other = Thread.of_enquiry("gjensidige", PersonId("per_a"), "DK", NOON)
    assert again.thread_id == NEW.thread_id != other.thread_id
    assert "per_a" not in NEW.thread_id


@pytest.mark.parametrize("text", ["{{ cpr }}", "{{ payer", "payer }}", "{{}}", "{{ payer }} {{ x }}"])
def test_a_text_that_names_an_unknown_value_is_a_fault(text: str) -> None:
    assert [fault.pointer for fault in variable_faults({"da": text})] == ["/texts/da"]
    assert variable_faults({"da": "Hej fra {{payer}}, {{ phone }}"}) == []


def test_a_text_with_a_value_that_is_not_known_is_not_sent() -> None:
    canned = CannedAnswer("late", "tryg", "Late", {"da": "{{ payer }}: {{ reportedOn }}"})
    assert canned.filled("da", {"payer": "Tryg", "reportedOn": "1.2.2026"}) == "Tryg: 1.2.2026"
    with pytest.raises(AnswerNeedsCase):
        canned.filled("da", {"payer": "Tryg"})
