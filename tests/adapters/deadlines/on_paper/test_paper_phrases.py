"""A letter to who cannot log in sends nobody to the platform to take a step."""

from __future__ import annotations

from pathlib import Path

import pytest

from helsebro.complaints import next_step_texts
from helsebro.coverage.texts import fact_texts
from helsebro_aws.deadlines.on_paper.paper_phrases import as_on_paper, paper_phrases

LANGUAGES = ("da", "nb", "en")


def online(language: str) -> str:
    """Returns every text of a step that others read behind a login."""
    general = Path(fact_texts.__file__).parent / "general" / f"{language}.json"
    written = Path(next_step_texts.__file__).read_text("utf-8")
    return general.read_text("utf-8") + " ".join(written.replace('"', " ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_one_of_a_step_and_none_has_changed_since(language: str) -> None:
    known = "".join(online(language).split())
    assert [each for each in paper_phrases()[language] if "".join(each.split()) not in known] == []


@pytest.mark.parametrize(
    "language, place",
    [("da", "her på platformen"), ("nb", "her på plattformen"), ("en", "here on the platform")],
)
def test_no_step_on_paper_is_taken_on_the_platform(language: str, place: str) -> None:
    text = online(language)
    assert place in text
    assert place not in as_on_paper(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_on_paper_say_to_call_or_show_the_guarantee(language: str) -> None:
    call = {"da": "ring til os", "nb": "ring oss", "en": "call us"}[language]
    on_paper = paper_phrases()[language].values()
    assert [phrase for phrase in on_paper if call not in phrase.lower() and "ringe oss" not in phrase] == []
