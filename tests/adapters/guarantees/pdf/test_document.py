from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.guarantees.guarantee import Fee
from helsebro.money import Money
from helsebro.payer import Contact
from helsebro_aws.guarantees.pdf.document import HERE, Paper, render
from tests.builders.domain.guarantees import guarantee

GUARANTEE = guarantee(
    number="G26-7K3Q9-M2X4T",
    case_reference="HB-ABCD-EFGH-2345-MNOP",
    sessions_granted=3,
    valid_from=date(2026, 11, 21),
    valid_until=date(2027, 5, 20),
    fee=Money.of(400),
    contact=Contact("sundhed@example.org", "70 11 20 20", "8–16"),
    payer_endpoint=("0088", "5790000000005"),
    issued_at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC),
)
PAPER = Paper(GUARANTEE, "Tryg", "Åse Ærø Nguyễn", None, "https://api.example/", "da")
LINK = "https://api.example/v1/verify/HB-ABCD-EFGH-2345-MNOP"


def read(paper: Paper) -> PdfReader:
    return PdfReader(BytesIO(render(paper)))


def text_of(paper: Paper) -> str:
    return "\n".join(page.extract_text() for page in read(paper).pages)


def text_with(**changes: Any) -> str:
    return text_of(replace(PAPER, guarantee=replace(GUARANTEE, **changes)))


def test_the_document_states_what_is_guaranteed() -> None:
    text = text_of(PAPER)
    for phrase in (
        GUARANTEE.number,
        GUARANTEE.case_reference,
        "Åse Ærø Nguyễn",
        "Fysioterapi",
        "Antal behandlinger 3",
        "fra 21. november 2026 til og med 20. maj 2027",
        "400,00 kr. pr. konsultation",
        "GLN/EAN 5790000000005",
        "70 11 20 20",
        "sundhed@example.org",
        "8–16",
    ):
        assert phrase in text
    assert "Udstedt 22. november 2026" in text, "the day is that of Copenhagen"


@pytest.mark.parametrize("language, word", [("da", "Forlænget"), ("nb", "Forlenget"), ("en", "Extended")])
def test_the_paper_of_an_extended_guarantee_shows_the_day_and_stays_one_page(
    language: str, word: str
) -> None:
    extended = replace(GUARANTEE, extended_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    document = read(replace(PAPER, guarantee=extended, language=language))
    content = document.pages[0].extract_text()
    assert (len(document.pages), f"{word} 1" in content, "2027" in content) == (1, True, True)
    assert word not in text_of(replace(PAPER, language=language))


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_document_is_one_tagged_page_in_its_language(language: str) -> None:
    document = read(replace(PAPER, language=language))
    root: Any = document.trailer["/Root"]
    assert (len(document.pages), root["/Lang"]) == (1, language)
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert document.metadata
    assert GUARANTEE.number in str(document.metadata.title)


def test_the_qr_code_and_the_text_below_it_contain_the_link_of_the_public_check() -> None:
    page = read(PAPER).pages[0]
    annotations = [note.get_object() for note in page["/Annots"]]  # type: ignore[attr-defined]
    assert {note["/A"]["/URI"] for note in annotations} == {LINK}
    assert len(annotations) >= 2
    assert "api.example/v1/verify/" in page.extract_text()


@pytest.mark.parametrize(
    "changes, text",
    [
        ({"fee": None}, "efter gældende overenskomst"),
        (
            {"fee": Money.of(330), "fees": (Fee("first", Money.of(560)), Fee("follow-up", Money.of(330)))},
            "560,00 kr. første konsultation, 330,00 kr. efterfølgende konsultation",
        ),
        ({"fees": (Fee("debriefing", Money.of(900)),)}, "900,00 kr. telefonisk debriefing"),
        ({"fee": Money.of("0.50", "NOK")}, "0,50 norske kr."),
    ],
)
def test_the_document_shows_the_fee_of_each_service(changes: dict[str, Any], text: str) -> None:
    assert text in " ".join(text_with(**changes).split())


def test_the_document_names_the_chosen_clinic() -> None:
    assert "Klinik Nord" in text_of(replace(PAPER, clinic_name="Klinik Nord"))
    assert "i vores netværk" in text_of(PAPER)


@pytest.mark.parametrize(
    "name, shown",
    [
        ("#panic() *x* $1$ \\", "#panic() *x* $1$ \\"),
        ("李小龙 Li", "��� Li"),
        ("A\u202eB\nC\x00D", "AB CD"),
        ("Ae\u0301va", "Aéva"),
    ],
)
def test_a_name_is_text_and_never_breaks_the_document(name: str, shown: str) -> None:
    assert shown in text_of(replace(PAPER, person_name=name))


def test_every_language_has_the_same_texts_and_names_every_treatment() -> None:
    words = [json.loads(path.read_text("utf-8")) for path in sorted((HERE / "texts").glob("*.json"))]
    assert len(words) == 3
    for texts in words:
        assert set(texts) == set(words[0])
        assert set(texts["treatments"]) == set(TREATMENTS)
        assert {len(texts["member_points"]), len(texts["clinic_points"]), len(texts["months"])} == {4, 3, 12}
