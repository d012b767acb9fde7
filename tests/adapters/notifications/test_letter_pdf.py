from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, mult

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro_aws.notifications.letter_pdf import letter_pdf
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


@pytest.mark.parametrize("name, shown", [("#panic() *x* $1$", "#panic() *x* $1$"), ("李 Li", "� Li")])
def test_a_name_is_text_and_never_breaks_the_letter(name: str, shown: str) -> None:
    assert shown in text_of(letter(name=name))
