"""Over all cases: what would change an answer is concrete, and a denial names a way on (F4-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import pytest

from helsebro.complaints.complaint_steps import of_denial
from helsebro.complaints.joint_step import CHOICES
from helsebro.complaints.next_steps import NextStep
from helsebro.coverage.answer import Answer
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.changes import ChangeSentences
from tests.builders.domain.asking import LEISURE, decided
from tests.domain.coverage.cases.rule_cases import CASES

TODAY = date(2026, 12, 1)
ANYWAY = ("public-help", "medical-advice", "complaint", "court")
"""The steps of every denial, which say nothing of the case."""
SPAIN = {"treatment__country": "ES"}
OF_A_SPOUSE = {"treatment__practitioner__relation": "spouse"}
CRISIS = {
    "treatment__type": "crisis-help",
    "event__kind": "serious-accident",
    "event__occurredOn": "2026-11-21",
}


class Answered(NamedTuple):
    """The answer of a case, with the sentence that names the case."""

    case: str
    answer: Answer

    def changes(self, language: str) -> list[dict[str, Any]]:
        trail = self.answer.trail
        treatment = str(trail.facts.get("treatment.type", "physiotherapy"))
        sentences = ChangeSentences(treatment, language, trail.home, trail.facts)
        return [*sentences.entries(self.answer.flips, self.answer.covered_from, TODAY)]

    def steps(self) -> list[NextStep]:
        return of_denial(self.answer, self.answer.trail.home, today=TODAY)


@cache
def answers() -> tuple[Answered, ...]:
    """The answers of all cases that are not covered, on the leisure policy and at work."""
    return tuple(
        Answered(f"{case.rule}: {case.sentence}", answer)
        for case in CASES
        for decision in (case.decision(), *([case.decision_at_work()] if case.applies_at_work else []))
        if (answer := decision.answer()).outcome != "covered"
    )


def joint(steps: list[NextStep]) -> NextStep | None:
    return next((step for step in steps if "facts" in step.facts), None)


def named(found: Iterator[Answered]) -> list[str]:
    return sorted({each.case for each in found})


def test_there_are_cases_of_every_outcome_that_is_not_covered() -> None:
    outcomes = {each.answer.outcome for each in answers()}
    assert (len(answers()) > 500, outcomes) == (True, {"not-covered", "refer", "needs-evidence"})


def test_what_would_change_an_answer_is_another_value_with_its_outcome() -> None:
    hollow = (
        each
        for each in answers()
        for change in each.changes("en")
        if None in (change["value"], change["outcome"])
        or change["value"] == each.answer.trail.facts.get(change["fact"])
        or (change["value"] == [] and not each.answer.trail.facts.get(change["fact"]))
    )
    assert named(hollow) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_comes_twice_in_what_would_change_or_in_the_next_steps(language: str) -> None:
    def repeats(each: Answered) -> bool:
        said = [str(change["sentence"]) for change in each.changes(language)]
        said += [step.text[language] for step in each.steps()]
        return len(said) != len(set(said))

    assert named(filter(repeats, answers())) == []


def test_every_denial_has_a_helpful_step_beside_the_complaint() -> None:
    helpless = (
        each
        for each in answers()
        if each.answer.outcome == "not-covered"
        and not any(step.kind not in ("complaint", "court", "medical-advice") for step in each.steps())
    )
    assert named(helpless) == []


def test_a_denial_that_something_would_turn_has_a_step_of_its_own() -> None:
    helpless = (
        each
        for each in answers()
        if each.answer.outcome == "not-covered"
        and each.changes("en")
        and all(step.kind in ANYWAY for step in each.steps())
    )
    assert named(helpless) == []


def test_a_denial_by_choices_alone_is_never_without_a_way_on() -> None:
    chosen = (
        each
        for each in answers()
        if {step.rule for step in each.answer.trail if step.denies} <= CHOICES.keys()
        and each.answer.outcome == "not-covered"
    )
    assert [each.case for each in chosen if all(step.kind in ANYWAY for step in each.steps())] == []


def test_a_spouse_in_spain_is_told_to_change_both() -> None:
    answer = decided(LEISURE, **SPAIN, **OF_A_SPOUSE).answer()
    assert (answer.outcome, answer.flips, answer.covered_from) == ("not-covered", (), None)
    step = joint(of_denial(answer, "DK", today=TODAY))
    assert step
    assert step.facts == {"facts": ["treatment.country", "treatment.practitioner.relation"]}
    assert step.text == {
        "da": "Alt dette skal til: Vælg en behandler i Danmark. "
        "Vælg en behandler, der ikke er i familie med dig.",
        "nb": "Alt dette må til: Velg en behandler i Danmark. "
        "Velg en behandler som ikke er i familie med deg.",
        "en": "All of this is needed: Choose a practitioner in Denmark. "
        "Choose a practitioner who is not related to you.",
    }


def test_a_norwegian_is_told_to_choose_a_practitioner_in_norway() -> None:
    answer = decided(LEISURE, **SPAIN, **OF_A_SPOUSE).answer()
    step = joint(of_denial(answer, "NO", today=TODAY))
    assert step
    assert "Velg en behandler i Norge." in step.text["nb"]


@pytest.mark.parametrize(
    "changes, chosen",
    [
        ({**SPAIN, **OF_A_SPOUSE}, {"treatment__country": "DK", "treatment__practitioner__relation": "none"}),
        (
            {**CRISIS, **SPAIN, **OF_A_SPOUSE, "treatment__inNetwork": False},
            {
                "treatment__country": "DK",
                "treatment__practitioner__relation": "none",
                "treatment__inNetwork": True,
            },
        ),
    ],
)
def test_with_all_that_a_joint_step_names_nothing_denies_any_more(
    changes: Mapping[str, Any], chosen: Mapping[str, Any]
) -> None:
    step = joint(of_denial(decided(LEISURE, **changes).answer(), "DK", today=TODAY))
    assert step
    assert sorted(step.facts["facts"]) == sorted(path.replace("__", ".") for path in chosen)
    assert decided(LEISURE, **{**changes, **chosen}).outcome == "covered"


def test_a_denial_that_no_choice_mends_has_no_joint_step() -> None:
    answer = decided(LEISURE, **SPAIN, treatment__type="hospice").answer()
    assert joint(of_denial(answer, "DK", today=TODAY)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wait_that_is_over_is_not_waited_for(language: str) -> None:
    waiting = next(each for each in answers() if each.answer.covered_from)
    day = waiting.answer.covered_from
    assert day
    before, after = (
        of_denial(waiting.answer, "DK", today=today)[0].text[language] for today in (date(2020, 1, 1), day)
    )
    assert before != after
    sentences = ChangeSentences("physiotherapy", language)
    assert sentences.of_waiting(day, date(2020, 1, 1)) != sentences.of_waiting(day, day)
