"""Past decisions decided again under other terms or parameters: what changes, and by which rule."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from helsebro.coverage.answer import Answer
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.replay import DecisionResult, Replayed, replay
from helsebro.coverage.terms.product import Product, compile_terms, product
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, row
from tests.builders.domain.terms import full_terms


def terms_where(rule: str, **changes: Any) -> Product:
    """Returns the leisure terms with one rule changed, or removed when ``gone``."""
    shape = full_terms("SF1706")
    gone = changes.pop("gone", False)
    for at in shape["rules"]:
        if at["rule"] == rule:
            at.update(changes)
    shape["rules"] = [at for at in shape["rules"] if not (gone and at["rule"] == rule)]
    return compile_terms(json.dumps({**shape, "product": "SF1812"}), "SF1812.json")


def replayed(terms: Product | None = None, /, **changes: Any) -> Replayed | None:
    parameters = changes.pop("parameters", None)
    asked = question_json.read(body(**changes))
    stored = decide(asked, LEISURE, TODAY).answer()
    return replay(asked, LEISURE, TODAY, stored, terms, parameters, record_id="DECISION#1")


def test_a_replay_under_the_same_terms_changes_nothing() -> None:
    assert replayed() is None
    assert replayed(cause="work") is None


def test_a_lower_cap_lowers_what_is_paid_and_is_named() -> None:
    held = [row("physiotherapy", "2026-02-02", sessions=5, inNetwork=False)]
    found = replayed(terms_where("R-832", limit=6), treatment__inNetwork=False, history=held)

    assert found == Replayed(
        "DECISION#1",
        DecisionResult("covered", Money.of("1200.00"), sessions=3),
        DecisionResult("covered", Money.of("400.00"), sessions=1),
        ("R-832",),
    )


def test_a_removed_exclusion_that_denied_is_named() -> None:
    found = replayed(terms_where("R-622", gone=True), condition__circumstances=["crime"])

    assert found is not None
    assert (found.before.outcome, found.after.outcome, found.rules) == ("not-covered", "covered", ("R-622",))


def test_a_new_exclusion_that_denies_is_named() -> None:
    terms = terms_where("R-605", when={"treatment.type": ["gp", "physiotherapy"]})
    found = replayed(terms)

    assert found is not None
    assert (found.after, found.rules) == (DecisionResult("not-covered"), ("R-605",))


def test_parameters_override_the_policys_own() -> None:
    found = replayed(parameters={"firstGrantPhysical": 2})

    assert found is not None
    assert found.after.payable == Money.of("800.00")
    assert "R-824" in found.rules


def test_a_lower_cap_of_a_session_is_a_change_also_with_an_unknown_subsidy() -> None:
    asked = {
        "treatment__type": "reflexology",
        "treatment__inNetwork": False,
        "treatment__practitioner__approvals": ["RAB"],
        "evidence__subsidy": None,
    }
    found = replayed(terms_where("R-843", most="200.00"), **asked)

    assert found is not None
    assert (found.before.at_most, found.after.at_most) == (Money.of(300), Money.of(200))
    assert (found.after.payable, found.rules) == (None, ("R-843",))


def test_fewer_sessions_are_a_change_also_with_an_unknown_price() -> None:
    found = replayed(parameters={"firstGrantPhysical": 2}, treatment__cost=None)

    assert found is not None
    assert (found.before.sessions, found.after.sessions, found.after.payable) == (3, 2, None)


def test_terms_of_another_product_change_nothing() -> None:
    assert replayed(product("SA1706")) is None


def test_a_decision_is_replayed_as_of_its_own_day() -> None:
    asked = question_json.read(body(asOf="2026-11-21"))
    stored = decide(asked, LEISURE, TODAY).answer()

    assert replay(asked, LEISURE, date(2026, 11, 21), stored) is None


def test_an_answer_without_a_policy_stays_as_it_was() -> None:
    no_cover: Cover | None = None

    assert replay(question_json.read(body()), no_cover, TODAY, decided(None).answer()) is None


def test_a_stored_answer_needs_only_its_outcome() -> None:
    found = replay(question_json.read(body()), LEISURE, TODAY, Answer("not-covered"))

    assert found is not None
    assert found.before == DecisionResult("not-covered")


@pytest.mark.parametrize("text", ["en ny varsling", "ny ordlyd"])
def test_another_text_of_a_rule_is_not_a_change(text: str) -> None:
    assert replayed(terms_where("R-304", text={"da": text, "nb": text, "en": text})) is None
