from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, mult

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro_aws.notifications.letter_pdf import letter_pdf
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.notifications.rendering import render
from local.notifications.demo import POSTAL, SENDER, TODAY, example


def letter(
    language: Language = "da", kind: str = "decision-made", more: str = "", **changes: Any
) -> PdfReader:
    rendered = render(example(KINDS[kind], language, "letter"), SENDER)
    rendered = replace(rendered, text=rendered.text + more)
    where = replace(POSTAL, **changes)
    return PdfReader(BytesIO(letter_pdf(rendered, where, SENDER, TODAY, language, where.country != "DK")))


def text_of(document: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def test_a_letter_has_its_address_date_sender_and_text() -> None:
    text = text_of(letter())
    for phrase in (
        "Åse Ærø",
        "Nørregade 12, 2. tv.",
        "8000 Aarhus C",
        "27. november 2026",
        SENDER.phone,
        SENDER.email,
        "Vi har truffet en afgørelse i din sag",
        "5.2.1, 7-10",
        "Side 1 af 1",
    ):
        assert phrase in text


def test_a_letter_says_where_letters_go_or_asks_for_none() -> None:
    known = text_of(letter())
    assert f"{SENDER.name}, {SENDER.address}" in known
    assert known.count(SENDER.address) >= 2
    unknown = replace(SENDER, address="")
    rendered = render(example(KINDS["decision-made"], "da", "letter"), unknown)
    paper = PdfReader(BytesIO(letter_pdf(rendered, POSTAL, unknown, TODAY, "da")))
    assert SENDER.address not in text_of(paper)


@pytest.mark.parametrize("language, word", [("da", "brev"), ("nb", "brev"), ("en", "letter")])
def test_who_cannot_log_in_is_asked_to_write_only_where_letters_arrive(language: Language, word: str) -> None:
    told = replace(example(KINDS["session-booked"], language, "letter"), letters_only=True)
    asked = {
        address: render(told, replace(SENDER, address=address)).text.split(SENDER.phone)[-1]
        for address in ("", SENDER.address)
    }
    assert SENDER.address in asked[SENDER.address]
    assert f"{word} " in asked[SENDER.address].partition(SENDER.address)[0]
    assert f"{word} " not in asked[""].partition(SENDER.email)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_tagged_and_in_its_language(language: Language) -> None:
    root: Any = letter(language).trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


def test_the_address_is_where_the_window_shows_it() -> None:
    found: list[tuple[float, float]] = []

    def note(text: str, page: list[float], line: list[float], _font: Any, _size: float) -> None:
        if "Åse" in text or "Aarhus" in text:
            place = mult(line, page)
            found.append((place[4] / 72 * 25.4, 297 - place[5] / 72 * 25.4))

    letter().pages[0].extract_text(visitor_text=note)
    assert len(found) == 2
    assert all(20 <= across <= 110 and 45 <= down <= 80 for across, down in found)


def test_a_long_letter_counts_its_pages() -> None:
    document = letter(more="\n\n".join(["Et langt afsnit. " * 30] * 20))
    assert len(document.pages) > 1
    assert f"Side 2 af {len(document.pages)}" in text_of(document)


def test_a_letter_abroad_names_the_country() -> None:
    assert "NORGE" in text_of(letter(country="NO"))
    assert "DANMARK" not in text_of(letter())


def carrying(*paragraphs: str) -> PdfReader:
    made = render(example(KINDS["decision-made"], "da", "letter"), SENDER)
    made = replace(made, enclosed=(LetterPart("Afgørelsen #1", paragraphs),))
    return PdfReader(BytesIO(letter_pdf(made, POSTAL, SENDER, TODAY, "da")))


def test_what_a_letter_carries_begins_behind_the_page_that_a_window_shows() -> None:
    document = carrying("#panic() *fed* $x$ @ref <b> `kode`\n= ikke en titel", "W" * 300)
    first, second = (" ".join(page.extract_text().split()) for page in document.pages)
    assert "Afgørelsen #1" not in first
    assert "#panic() *fed* $x$ @ref <b> `kode` = ikke en titel" in second
    assert second.count("W") == 300
    assert widest(document) < 210 - 20


def widest(document: PdfReader) -> float:
    """Returns where the line of many wide letters ends, in millimetres, by the width of the letter W."""
    [row] = {line for line in document.pages[1].extract_text().split() if set(line) == {"W"}} - {"W" * 20}
    return 22 + len(row) * 11.5 * 0.98 / 72 * 25.4


def test_a_long_message_goes_on_over_the_pages_and_ends_with_where_the_rest_is() -> None:
    document = carrying("Et langt afsnit. " * 1500)
    text = text_of(document)
    assert len(document.pages) > 3
    assert f"Side 2 af {len(document.pages)}" in text
    assert text.count("Et langt afsnit.") > 1000
    assert f"Ring til os på {SENDER.phone}, så får du resten." in text


@pytest.mark.parametrize("name, shown", [("#panic() *x* $1$", "#panic() *x* $1$"), ("李 Li", "� Li")])
def test_a_name_is_text_and_never_breaks_the_letter(name: str, shown: str) -> None:
    assert shown in text_of(letter(name=name))
