"""What an amount is for, and who is asked how many sessions it is multiplied by."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from helsebro.coverage.asked.facts_needed import SESSIONS, facts_needed
from helsebro.coverage.asked.price_unit import IN_SESSIONS, price_unit
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.fact_texts import fact_texts, texts_in_case
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.coverage.texts.shown_answer import shown_answer
from helsebro.coverage.texts.text_lines import keys_of
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, question

AMOUNTS = ("treatment.cost", "evidence.subsidy", "evidence.otherInsurerPays")
PRODUCTS = ("SA1706", "SF1706")
PORTIONS = ("firstGrantPhysical", "firstGrantPsychology")
LANGUAGES = ("da", "nb", "en")


def test_a_price_is_for_a_session_where_the_terms_grant_a_number_of_them() -> None:
    def grants_sessions(version: str, treatment: str) -> bool:
        rows = [rule.row for rule in product(version).chapter(treatment).rules]
        return any(row.text("unit") == "sessions" or row.text("parameter") in PORTIONS for row in rows)

    found = {named for named in TREATMENTS for version in PRODUCTS if grants_sessions(version, named)}
    assert found == IN_SESSIONS


@pytest.mark.parametrize(
    "treatment, sessions, unit",
    [
        ("physiotherapy", None, "session"),
        ("physiotherapy", 3, "session"),
        ("aid", None, "whole"),
        ("aid", 2, "session"),
    ],
)
def test_a_stated_number_of_sessions_makes_any_price_that_of_one(
    treatment: str, sessions: int | None, unit: str
) -> None:
    assert price_unit(treatment, sessions) == unit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("home", ["DK", "NO"])
@pytest.mark.parametrize("path", AMOUNTS)
def test_an_amount_has_a_question_for_one_session_and_one_for_all(
    path: str, home: str, language: str
) -> None:
    texts = fact_texts(path, language, home)
    questions = {texts.question_for(unit) for unit in ("session", "whole", None)}
    assert len(questions) == 3
    assert all(asked.endswith("?") for asked in questions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_with_its_own_question_for_an_amount_has_all_three(language: str) -> None:
    for path in set(keys_of("NO", language)).intersection(AMOUNTS):
        own, usual = fact_texts(path, language, "NO"), fact_texts(path, language)
        for unit in ("session", "whole", None):
            assert own.question_for(unit) != usual.question_for(unit)


@pytest.mark.parametrize("treatment, unit", [("chiropractic", "session"), ("surgery", "whole")])
def test_a_simulation_asks_for_the_price_that_it_counts(treatment: str, unit: str) -> None:
    decision = decided(treatment__type=treatment, treatment__cost=None, treatment__sessions=None)
    question_of_unit = texts_in_case("treatment.cost", {"treatment.type": treatment}, "da").units[unit]
    asked = {"fact": "treatment.cost", "question": question_of_unit}
    assert shown_answer(decision.answer(), "da")["amountHangsOn"] == [asked]


@pytest.mark.parametrize(
    "treatment, in_network, who",
    [
        ("chiropractic", False, "member"),
        ("chiropractic", True, "staff"),
        ("psychologist", False, "member"),
        ("surgery", False, None),
        ("transport", False, None),
    ],
)
def test_the_number_of_sessions_is_asked_of_the_member_who_pays_by_the_session(
    treatment: str, in_network: bool, who: str | None
) -> None:
    asked = question(
        body(
            treatment__type=treatment,
            treatment__inNetwork=in_network,
            treatment__sessions=None,
            treatment__cost=None,
            treatment__distanceKm=150,
        )
    )
    needed = {fact.path: fact for fact in facts_needed(asked, LEISURE, TODAY)}
    assert (needed[SESSIONS].asked_of if SESSIONS in needed else None) == who
    assert not any(needed[path].holds_review for path in {SESSIONS} & needed.keys())


def test_no_one_is_asked_for_sessions_that_a_used_up_sum_does_not_pay() -> None:
    asked = question(body(treatment__sessions=None, treatment__inNetwork=False))
    poor = replace(LEISURE, annual_sum=LEISURE.annual_sum * 0)
    assert SESSIONS not in {fact.path for fact in facts_needed(asked, poor, TODAY)}


def test_staff_and_guardians_are_asked_for_a_price_of_the_patient() -> None:
    decision = decided(treatment__type="chiropractic", treatment__cost=None, treatment__sessions=None)
    readers: tuple[PersonOfAddress, ...] = ("other", "holder", "staff")
    for language in LANGUAGES:
        for reader in readers:
            [asked] = cast(
                "list[dict[str, str]]", shown_answer(decision.answer(), language, reader)["amountHangsOn"]
            )
            of_other = texts_in_case(asked["fact"], decision.answer().trail.facts, language, of="other")
            assert asked["question"] == of_other.question_for("session")
