from __future__ import annotations

from typing import Any

import pytest

from helsebro.complaints.next_step_texts import NAMES, PUBLIC_HELP
from helsebro.complaints.next_steps import NextStep, of_answer, of_denial, to_json
from helsebro.coverage.answer import Answer
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.facts import ASKED_AS, PATHS, WORKED_OUT
from tests.builders.domain.answers import answer as answered
from tests.builders.domain.covers import cover
from tests.domain.decisions.test_ruling import TODAY

CONTACT = {"email": "sag@example.org", "phone": "70112020", "hours": "9-16"}


def answer(**changes: Any) -> Answer:
    return answered("not-covered", **changes)


def kinds(steps: list[NextStep]) -> list[str]:
    return [step.kind for step in steps]


def deny(rule: str) -> dict[str, Any]:
    return {"rule": rule, "effect": "deny"}


def test_a_denial_leads_to_public_help_medical_advice_and_a_complaint() -> None:
    found = of_denial(answer(), "DK", CONTACT)
    assert kinds(found) == ["public-help", "medical-advice", "complaint", "court"]
    assert found[1].facts == {"contact": CONTACT}
    assert found[2].facts == {"step": "department", "rule": "R-1501", "contact": CONTACT}


def test_an_answer_without_a_decision_leads_to_no_complaint() -> None:
    assert kinds(of_answer(answer(), "DK")) == ["public-help", "medical-advice"]


@pytest.mark.parametrize(
    "taken, step",
    [((), "department"), (("department",), "quality"), (("department", "quality"), "board")],
)
def test_the_complaint_step_is_the_one_after_those_made(taken: tuple[str, ...], step: str) -> None:
    found = {one.kind: one for one in of_denial(answer(), "DK", CONTACT, taken)}
    assert found["complaint"].facts["step"] == step
    assert ("contact" in found["complaint"].facts) is (step != "board")


def test_after_the_board_only_the_courts_are_left() -> None:
    assert kinds(of_denial(answer(), "DK", None, ("department", "quality", "board")))[2:] == ["court"]


@pytest.mark.parametrize(
    "rules, topic",
    [
        ([deny("R-614")], "cancer"),
        ([deny("R-801"), deny("R-731")], "cancer"),
        ([deny("R-603")], "acute"),
        ([deny("R-801")], "general"),
        ([{"rule": "R-614", "effect": "note"}], "general"),
        ([{"rule": "R-614"}], "cancer"),
        ([], "general"),
    ],
)
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_the_rule_that_denies_decides_where_the_public_system_helps(
    rules: list[dict[str, Any]], topic: str, country: str
) -> None:
    step = of_answer(answer(trail=rules), country)[0]
    assert (step.facts["topic"], step.facts["country"]) == (topic, country)
    assert step.facts.get("rule") == (
        next((one["rule"] for one in rules if one["rule"] != "R-801"), None) if topic != "general" else None
    )
    assert step.text == PUBLIC_HELP[topic][country]


def test_a_country_without_its_own_texts_gets_those_of_denmark() -> None:
    assert of_answer(answer(), "SE")[0].text == PUBLIC_HELP["general"]["DK"]


def test_waiting_is_named_with_its_day() -> None:
    step = of_answer(answer(coveredFrom="2027-01-01"), "DK")[0]
    assert (step.kind, step.facts) == ("waiting", {"coveredFrom": "2027-01-01"})
    assert all("2027-01-01" in text for text in step.text.values())


@pytest.mark.parametrize("effect, asked", [("deny", False), ("wait", False), ("require", True)])
def test_a_paper_that_would_not_change_the_answer_is_not_asked_for(effect: str, asked: bool) -> None:
    trail = [{"rule": "R-606", "clause": "6.4", "effect": effect, "facts": {}}]
    found = of_answer(answer(missing=["evidence.referral"], trail=trail), "DK")
    assert ("evidence" in {step.kind for step in found}) is asked


def test_missing_facts_and_facts_that_would_change_the_answer_are_asked_for_once() -> None:
    flips = [
        {"fact": "evidence.referral", "value": "physiotherapy", "outcome": "covered"},
        {"fact": "treatment.inNetwork", "value": True, "outcome": "refer"},
        {"fact": "condition.chronic", "value": False, "outcome": "covered"},
    ]
    found = of_answer(answer(missing=["evidence.referral", "condition.category"], flips=flips), "DK")[:4]
    assert [(one.kind, one.facts["fact"]) for one in found] == [
        ("evidence", "evidence.referral"),
        ("evidence", "condition.category"),
        ("choice", "treatment.inNetwork"),
        ("correction", "condition.chronic"),
    ]
    assert found[0].facts == {"fact": "evidence.referral", "value": "physiotherapy", "outcome": "covered"}
    assert "value" not in found[1].facts


@pytest.mark.parametrize(
    "value, words", [("physiotherapy", "to physiotherapy"), ("specialist", "specialist"), (None, "referral")]
)
def test_a_referral_is_named_as_the_kind_that_is_needed(value: str | None, words: str) -> None:
    flips = [{"fact": "evidence.referral", "value": value, "outcome": "covered"}] if value else []
    step = of_answer(answer(missing=["evidence.referral"], flips=flips), "DK")[0]
    assert words in step.text["en"]


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_fact_that_can_be_asked_for_has_a_name_in_every_language(language: str) -> None:
    asked = {ASKED_AS.get(path, path) for path in PATHS if path not in WORKED_OUT or path in ASKED_AS}
    asked = {path for path in asked if not path.startswith(("cover.", "decision."))} - {"treatment.type"}
    assert asked - {path for path, name in NAMES.items() if name[language]} == set()


@pytest.mark.parametrize("language, word", [("da", "patientvejleder"), ("nb", "pasient"), ("en", "adviser")])
def test_the_steps_are_in_the_requested_language(language: str, word: str) -> None:
    found = to_json(of_denial(answer(), "DK"), language)
    assert word in found[0]["text"]
    assert all(one["text"] and "{" not in one["text"] for one in found)


def test_a_real_denial_names_the_remaining_wait() -> None:
    asked = question_json.read(
        {
            "cause": "leisure",
            "condition": {
                "category": "injury",
                "arisenOn": "2019-01-05",
                "chronic": False,
                "arisenAbroad": False,
                "circumstances": [],
            },
            "treatment": {
                "type": "physiotherapy",
                "country": "DK",
                "inNetwork": True,
                "sessions": 3,
                "startsOn": str(TODAY),
                "practitioner": {"relation": "none"},
            },
            "evidence": {"referral": "physiotherapy", "approvedBeforehand": True},
        }
    )
    began = TODAY.replace(year=TODAY.year - 1)
    decision = decide(asked, cover(effective_from=began, enrolled_on=began), TODAY)
    assert (decision.outcome, decision.covered_from) == ("not-covered", began.replace(year=began.year + 2))
    assert kinds(of_answer(decision.answer(), "DK"))[0] == "waiting"
