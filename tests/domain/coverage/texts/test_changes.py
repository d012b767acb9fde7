"""What would turn an answer, as sentences."""

from __future__ import annotations

from datetime import date

import pytest

from helsebro.coverage.answer import Flip
from helsebro.coverage.question import vocabulary
from helsebro.coverage.texts.changes import ChangeSentences
from helsebro.coverage.texts.fact_texts import fact_texts
from tests.domain.coverage.cases.rule_cases import CASES

IN_ENGLISH = ChangeSentences("osteopathy", "en")


def test_waiting_comes_first_and_then_other_facts() -> None:
    flip = Flip("evidence.policeReport", True, "covered")
    found = [*IN_ENGLISH.entries((flip,), date(2027, 11, 28))]

    assert [(change["fact"], change["value"], change["outcome"]) for change in found] == [
        ("treatment.startsOn", "2027-11-28", "covered"),
        ("evidence.policeReport", True, "covered"),
    ]


def test_circumstances_that_nobody_told_of_are_not_taken_away() -> None:
    flip = Flip("condition.circumstances", [], "covered")
    told = ChangeSentences("osteopathy", "en", facts={"condition.circumstances": ["crime"]})
    assert [len([*sentences.entries((flip,), None)]) for sentences in (told, IN_ENGLISH)] == [1, 0]


def test_a_wait_that_is_over_by_today_is_told_as_a_day_of_the_treatment() -> None:
    day = date(2027, 11, 28)
    [ahead], [over] = ([*IN_ENGLISH.entries((), day, today)] for today in (date(2027, 11, 27), day))
    assert str(ahead["sentence"]).startswith("If the treatment waits until 28 November 2027")
    assert str(over["sentence"]).startswith("If the treatment were on 28 November 2027 or later")


@pytest.mark.parametrize(
    "language, sentence",
    [
        (
            "da",
            "Hvis behandlingen venter til den 28. november 2027, er den dækket, hvis alt andet er uændret.",
        ),
        ("nb", "Hvis behandlingen venter til 28. november 2027, er den dekket hvis alt annet er uendret."),
        (
            "en",
            "If the treatment waits until 28 November 2027, it is covered if everything else is unchanged.",
        ),
    ],
)
def test_waiting_names_the_day_as_people_write_it(language: str, sentence: str) -> None:
    assert ChangeSentences("osteopathy", language).of_waiting(date(2027, 11, 28)) == sentence


@pytest.mark.parametrize(
    "flip, sentence",
    [
        (
            Flip("evidence.policeReport", True, "covered"),
            "If we received a police report, your insurance would",
        ),
        (
            Flip("evidence.directlyAfterCoveredStay", True, "refer"),
            "If the treatment came directly after a hospital stay or operation that we covered, a caseworker",
        ),
        (
            Flip("treatment.inNetwork", False, "refer"),
            "If the practitioner were not in our network, a caseworker would",
        ),
        (
            Flip("condition.circumstances", [], "needs-evidence"),
            "If there were no special circumstances of your illness, injury or treatment, osteopathy might",
        ),
        (Flip("treatment.nights", 1, "covered"), "If the treatment required 1 night, your insurance"),
        (Flip("treatment.nights", 4, "covered"), "If the treatment required 4 nights, your insurance"),
        (
            Flip(
                "condition.circumstances", ["danish-offers-exhausted", "second-opinion-panel-heard"], "refer"
            ),
            "treatment in Denmark, and the health service's second",
        ),
        (Flip("treatment.bmi", 31, "covered"), "If your BMI were 31, your insurance would cover osteopathy."),
        (
            Flip("treatment.country", "NO", "covered"),
            "If the treatment were in Norway, your insurance would cover",
        ),
        (Flip("treatment.distanceKm", 101, "covered"), "If it were more than 100 km one way, your insurance"),
        (
            Flip("cause", "leisure", "covered"),
            "If the illness or injury were related to your leisure time, your",
        ),
        (
            Flip("treatment.practitioner.approvals", ["SA"], "covered"),
            "If the acupuncturist were SA-approved",
        ),
        (Flip("condition.circumstances", ["treatment-damage"], "covered"), "If you could tell us “"),
        (Flip("event.kind", "fire", "covered"), "If the crisis had been caused by a fire"),
        (Flip("evidence.writtenConsent", False, "covered"), "were no, your insurance would cover"),
    ],
)
def test_a_flip_says_which_answer_gives_which_outcome(flip: Flip, sentence: str) -> None:
    assert sentence in IN_ENGLISH.of_flip(flip)


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_everything_that_would_turn_a_case_has_a_sentence(language: str) -> None:
    for case in CASES:
        answer = case.decision().answer()
        told = ChangeSentences(str(answer.trail.facts["treatment.type"]), language)
        for change in told.entries(answer.flips, answer.covered_from):
            sentence = str(change["sentence"])
            assert "." not in fact_texts(str(change["fact"]), language).name, change["fact"]
            assert not {"{", "[", "|", "#"} & set(sentence), sentence


def test_another_cause_is_no_change_that_anyone_can_make() -> None:
    flips = (Flip("cause", "work", "covered"), Flip("treatment.inNetwork", False, "refer"))
    assert [entry["fact"] for entry in IN_ENGLISH.entries(flips, None)] == ["treatment.inNetwork"]


def test_what_happened_is_no_change_once_it_was_told() -> None:
    flips = (Flip("event.kind", "serious-accident", "covered"),)
    told = ChangeSentences("crisis-help", "en", facts={"event.kind": "burglary"})
    untold = ChangeSentences("crisis-help", "en")
    assert [len([*sentences.entries(flips, None)]) for sentences in (told, untold)] == [0, 1]
