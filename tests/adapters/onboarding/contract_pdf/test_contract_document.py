"""The contract as a PDF: what it names and promises, in three languages and two countries."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from helsebro.onboarding.contract import TEXT_VERSION
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.onboarding.contract_pdf.contract_document import (
    ContractPaper,
    render_contract,
    text_version,
)
from tests.builders.network import clinic

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def pdf(
    language: str = "en", country: str = "DK", signatory: str = "Karen Holm", **changes: Any
) -> PdfReader:
    made = clinic(country=country, **changes)
    return PdfReader(BytesIO(render_contract(ContractPaper(made, signatory, language, AT))))


def text(*args: Any, **changes: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf(*args, **changes).pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_has_the_version_that_the_contract_names(language: str) -> None:
    assert text_version(language) == TEXT_VERSION
    assert TEXT_VERSION in text(language)


@pytest.mark.parametrize(
    "language, words",
    [
        ("da", ("Samarbejdsaftale", "CVR-nummer 31415926", "psykologloven", "tavshedspligt", "MitID")),
        ("nb", ("Samarbeidsavtale", "CVR-nummer 31415926", "psykologloven", "taushetsplikt", "MitID")),
        (
            "en",
            ("Cooperation agreement", "CVR number 31415926", "Psychologists Act", "confidential", "MitID"),
        ),
    ],
)
def test_the_contract_names_the_clinic_and_the_duties_of_the_law(
    language: str, words: tuple[str, ...]
) -> None:
    shown = text(language)
    for word in (*words, "Klinik Nord", "Karen Holm"):
        assert word in shown


@pytest.mark.parametrize(
    "source, phrase",
    [
        ("F0-24", "repeatedly invoices outside the payment guarantees"),
        ("F0-27", "charges no fee or commission"),
        ("F0-28", "Late cancellations and missed sessions cannot be invoiced"),
        ("F1-07", "within 7 weekdays"),
        ("F1-09", "keeps records as the law requires"),
        ("F1-10", "within 24 hours or on the next weekday"),
        ("F1-16", "phones the client within 2 hours"),
        ("F0-06", "receives no clients before this agreement is signed"),
    ],
)
def test_the_contract_says_what_its_source_asks_for(source: str, phrase: str) -> None:
    assert phrase in text(), source


@pytest.mark.parametrize(
    "country, prices",
    [("DK", ("DKK 850", "DKK 700", "DKK 900")), ("NO", ("NOK 1,450", "NOK 1,150", "NOK 1,500"))],
)
def test_the_tariff_of_the_day_depends_on_the_country_and_the_authorisation(
    country: str, prices: tuple[str, ...]
) -> None:
    shown = text(country=country)
    assert "Tariff on 1 December 2026" in shown
    for price in prices:
        assert price in shown


def test_a_norwegian_clinic_signs_with_bankid_under_norwegian_law() -> None:
    shown = text("nb", country="NO")
    assert "BankID" in shown
    assert "helsepersonelloven" in shown
    assert "dansk" not in shown


def test_the_last_moment_to_sign_is_local() -> None:
    assert "31 December 2026 at 10:30" in text()


def test_no_name_changes_the_document() -> None:
    shown = text(signatory="#pagebreak() *Bo* $x$", name='"]#panic() <b>')
    assert "#pagebreak() *Bo* $x$" in shown
    assert "#panic()" in shown


def test_the_document_is_tagged_and_has_its_language() -> None:
    root: Any = pdf("nb").trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nb"
