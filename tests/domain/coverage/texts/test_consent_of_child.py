"""A sentence about the consent as a guardian and as the child reads it (F4-20)."""

from __future__ import annotations

import pytest

from helsebro.coverage.texts.consent_of_child import to_child, to_guardian
from helsebro.coverage.texts.general import general_sentence

LANGUAGES = ("da", "nb", "en")
SENTENCES = ("need.consent", "consent.refused", "consent.withdrawn", "consent.expired", "step.consent.again")
CHILD = {"da": "barn", "nb": "barnet", "en": "child"}
PARENT = {"da": "mor eller far", "nb": "moren eller faren", "en": "mother or father"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SENTENCES)
def test_a_guardian_reads_that_the_consent_is_for_the_child(name: str, language: str) -> None:
    assert CHILD[language] in to_guardian(general_sentence(name, {}, language), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SENTENCES[:4])
def test_a_child_reads_that_a_parent_gives_it(name: str, language: str) -> None:
    assert PARENT[language] in to_child(general_sentence(name, {}, language), language).lower()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["refused", "expired"])
def test_a_consent_to_a_clinic_is_the_parents_too(state: str, language: str) -> None:
    said = general_sentence("step.consent.clinic", {"clinic": "Klinik A", "state": state}, language)
    assert CHILD[language] in to_guardian(said, language)
    assert PARENT[language] in to_child(said, language).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_without_a_consent_stays_as_it_is(language: str) -> None:
    said = general_sentence("headline.closed", {"treatment.type": "x"}, language)
    assert to_child(said, language) == to_guardian(said, language) == said
