"""What differs between the countries of the payers, from one file each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from helsebro.country_profile import CountryProfile, Texts, known_countries, of_language, profile
from helsebro.payer import Country
from helsebro.work_calendar import Holidays

DANISH = re.compile(
    r"[»«]danmark|\"danmark\"|Ankenævn|sundhed\.dk|dansk|(?<!politiet \()(?<!police \()\b112\b"
    r"|\b1813\b|\bkr\.|ydernummer",
    re.I,
)
NORWEGIAN = re.compile(r"Finansklagenemnda|helsenorge|Helfo|norsk|\b113\b|\b116117\b|frikort", re.I)


def texts_of(known: CountryProfile) -> Iterator[Texts]:
    yield from (known.safety, known.court, known.complaint_board.how)
    yield from (known.crisis.text, known.urgent_help)
    yield from known.public_help.values()
    yield from (line.when for line in (*known.emergency, *known.crisis.numbers))


def test_every_country_of_a_payer_has_a_profile() -> None:
    assert set(known_countries()) == {*get_args(Country)} == {*get_args(Holidays)}


@pytest.mark.parametrize("country", known_countries())
def test_every_text_stands_in_three_languages(country: str) -> None:
    assert profile(country).country == country
    for text in texts_of(profile(country)):
        assert text.keys() == {"da", "nb", "en"}
        assert all(part.strip() == part and part for part in text.values())


@pytest.mark.parametrize("country, foreign", [("NO", DANISH), ("DK", NORWEGIAN)])
def test_no_text_of_a_country_names_what_only_the_other_has(country: str, foreign: re.Pattern[str]) -> None:
    found = [text[language] for text in texts_of(profile(country)) for language in text]
    assert [text for text in found if foreign.search(text)] == []


def test_control_the_words_of_the_own_country_would_be_found() -> None:
    assert any(DANISH.search(text["nb"]) for text in texts_of(profile("DK")))
    assert any(NORWEGIAN.search(text["nb"]) for text in texts_of(profile("NO")))


@pytest.mark.parametrize("country, kinds", [("DK", {"account-dk", "iban"}), ("NO", {"account-no", "iban"})])
def test_a_country_accepts_its_own_accounts_and_every_iban(country: str, kinds: set[str]) -> None:
    assert {*profile(country).accounts} == kinds


@pytest.mark.parametrize("language, country", [("da", "DK"), ("nb", "NO"), ("en", "DK")])
def test_a_reader_without_a_payer_gets_the_country_of_the_language(language: str, country: str) -> None:
    assert of_language(language).country == country


@pytest.mark.parametrize("country", known_countries())
def test_the_words_of_a_crisis_begin_with_the_number_where_life_is_in_danger(country: str) -> None:
    here = profile(country)
    emergency, listening = here.emergency[0].number, here.crisis.numbers[0].number
    for text in here.crisis.text.values():
        said = text.replace(" ", "")
        assert said.index(emergency) < said.index(listening)
