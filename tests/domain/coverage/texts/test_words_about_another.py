"""The questions of a claim to those who answer for another person, such as a child."""

from __future__ import annotations

import re

import pytest

from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.texts.fact_texts import FactTexts, Of, fact_texts
from helsebro.coverage.texts.text_lines import keys_of

ADDRESS = {
    "da": re.compile(r"\b(du|dig|din|dit|dine|jeg|mig|min|mit)\b", re.IGNORECASE),
    "nb": re.compile(r"\b(du|deg|din|ditt|dine|jeg|meg|min|mitt)\b", re.IGNORECASE),
    "en": re.compile(r"\b(you|your|me|my)\b", re.IGNORECASE),
}
OF_THE_READER = {"evidence.policeReport", "evidence.employmentEndedOn", "evidence.reportedOn", "cause"}
"""Those whose questions are of the reader too, or of an employee."""


@pytest.mark.parametrize("language", ADDRESS)
def test_no_question_about_another_person_says_you(language: str) -> None:
    said = {
        text
        for path in ASKED_FACTS.keys() - OF_THE_READER
        for texts in (fact_texts(path, language, "DK", "other"), fact_texts(path, language, "NO", "other"))
        for text in (texts.question, *texts.units.values(), texts.paper, *own_labels(path, texts))
        if ADDRESS[language].search(text)
    }
    assert said == set()


def own_labels(path: str, texts: FactTexts) -> list[str]:
    """Returns the labels of the choices; those of a member's own judgement may say "I"."""
    return [texts.label(value) for value in ASKED_FACTS[path].choices if value != "unknown"]


@pytest.mark.parametrize("language", ADDRESS)
def test_a_paper_of_another_person_is_named_as_theirs(language: str) -> None:
    of_a_person = ("subsidy-statement", "other-insurance")
    papers = {
        fact_texts(path, language, of="other").paper
        for path, row in ASKED_FACTS.items()
        if row.paper in of_a_person
    }
    assert "" not in papers
    assert len(papers) == 3


def test_every_language_has_the_same_questions_about_another() -> None:
    assert set(keys_of("other", "da")) == set(keys_of("other", "nb")) == set(keys_of("other", "en"))


def test_a_reader_of_their_own_claim_is_addressed() -> None:
    assert "you" in fact_texts("treatment.country", "en").question
    assert "the patient" in fact_texts("treatment.country", "en", of="other").question


OF: tuple[Of, ...] = ("self", "other")
DEEDS = ("intent", "gross-negligence", "intoxication", "crime", "no-show", "no-show-valid-reason")
DOER = {"da": ("Jeg", "Patienten"), "nb": ("Jeg", "Pasienten"), "en": ("I", "The patient")}


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("language", DOER)
def test_an_answer_about_a_deed_says_who_did_it(language: str, deed: str) -> None:
    """A victim of an assault reads "the harm was done on purpose" as true (R-620)."""
    own, other = (fact_texts("condition.circumstances", language, of=of).label(deed) for of in OF)
    assert (own.split()[0], other.startswith(DOER[language][1])) == (DOER[language][0], True)
