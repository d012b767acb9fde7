"""A member's words that suggest that help cannot wait, in three languages, and words that do not."""

from __future__ import annotations

import pytest

from helsebro.claims.urgent.acute_words import needs_in


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har selvmordstanker og ved ikke hvad jeg skal",
        "JEG VIL IKKE LEVE MERE!",
        "Jeg ønsker at dø",
        "Jeg onsker ikke andet. Jeg oensker at doe.",
        "Min søn skader sig selv",
        "Jeg har skåret\nmig  selv.",
        "Jeg orker ikke å leve",
        "Har tenkt på å ta livet mitt",
        "I want to kill myself",
        "I don’t want to live",
        "self-harm again last night",
    ],
)
def test_words_of_a_crisis_are_known_however_they_are_typed(text: str) -> None:
    assert needs_in(text) == {"crisis"}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har brystsmerter",
        "Min mand kan ikke få vejret",
        "Hun er bevidstløs",
        "Får ikke puste",
        "Jeg trenger akutt hjelp",
        "I can't breathe",
        "She has chest pains",
    ],
)
def test_words_of_a_danger_to_life_are_known(text: str) -> None:
    assert needs_in(text) == {"acute"}


def test_words_of_both_say_both_and_no_words_say_nothing() -> None:
    assert needs_in("Overdosis, og hun er bevidstløs") == {"crisis", "acute"}
    assert needs_in("Selvmord", None, "blodprop") == {"crisis", "acute"}
    assert needs_in() == needs_in(None, "") == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Hvornår hører jeg fra jer?",
        "Jeg kan ikke mere bøje knæet, end da jeg skrev sidst",
        "Jeg har akut ondt i ryggen",
        "Jeg skadede mig i fodbold",
        "Kan jeg selv vælge psykolog?",
        "Jeg venter på svar om min depression",
        "Jeg vil døbe min søn i maj og bliver hjemme",
        "Kan jeg få fysioterapi? Det haster ikke.",
        "I hurt myself playing football",
        "The stroke of my backhand hurts",
    ],
)
def test_words_of_an_everyday_case_say_nothing(text: str) -> None:
    assert needs_in(text) == frozenset()
