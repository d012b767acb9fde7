"""What a letter carries is bounded, and says where the rest is."""

from __future__ import annotations

from helsebro_aws.notifications.letters.letter_part import LetterPart, bounded

REST = "Ring til os."


def part(*paragraphs: str, title: str = "Titel") -> LetterPart:
    return LetterPart(title, paragraphs)


def test_what_fits_is_left_as_it_is() -> None:
    parts = (part("12345"), part("67890"))
    assert bounded(parts, REST, 10) == parts


def test_what_does_not_fit_ends_with_a_whole_word_and_where_the_rest_is() -> None:
    parts = (part("12345"), part("et to tre fire", "aldrig"), part("heller ikke"))
    assert bounded(parts, REST, 13) == (part("12345"), part("et to …", REST))


def test_a_paragraph_that_begins_at_the_end_is_left_out() -> None:
    assert bounded((part("12345", "67890"),), REST, 5) == (part("12345", REST),)


def test_a_part_shows_nothing_of_its_words_in_a_log() -> None:
    assert repr(part("Diagnose", title="Diagnose")) == "LetterPart(1 paragraphs)"
