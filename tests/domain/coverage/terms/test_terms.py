"""The terms as data: the files that loading refuses, and the differences between the two products."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helsebro.coverage.rules.mistake import Mistake
from helsebro.coverage.terms.compiler import BadTerms
from helsebro.coverage.terms.product import compile_terms, product
from helsebro.coverage.terms.whole_terms import TermsFault
from tests.builders.domain.terms import full_terms

TEXT = {"da": "Nej.", "nb": "Nei.", "en": "No."}
ROW = {"rule": "R-1", "clause": "1", "kind": "exclusion", "when": {"cause": "work"}, "text": TEXT}


def terms(*rows: object, **head: object) -> str:
    return json.dumps({"product": "X1", "clauses": ["1"], "parameters": {}, "rules": rows, **head})


def faults(text: str) -> list[TermsFault]:
    with pytest.raises(BadTerms) as refused:
        compile_terms(text, "X1.json")
    assert "X1.json" in str(refused.value)
    return list(refused.value.faults)


def test_a_valid_row_is_loaded() -> None:
    assert [rule.id for rule in compile_terms(terms(ROW), "X1.json").rules] == ["R-1"]


@pytest.mark.parametrize(
    "change, field",
    [
        ({"rule": None}, "rule"),
        ({"clause": "99"}, "clause"),
        ({"kind": "mood"}, "kind"),
        ({"text": {"da": "Nej.", "nb": "Nei."}}, "text.en"),
        ({"text": {**TEXT, "nb": " "}}, "text.nb"),
        ({"months": 3}, "months"),
        ({"when": {"treatment.colour": "red"}}, "when"),
        ({"when": {"cause": "hobby"}}, "when"),
        ({"when": {"treatment.bmi": {"about": 30}}}, "when"),
        ({"when": {"condition.arisenOn": {"before": "treatment.type"}}}, "when"),
        ({"when": {"any": []}}, "when"),
        ({"when": {"treatment.bmi": {"above": 30, "below": 40}}}, "when"),
        ({"unless": "never"}, "unless"),
        ({"papers": {"evidence.letter": True}}, "papers"),
        ({"papers": ["evidence.referral"]}, "papers"),
        ({"kind": "gate"}, "module"),
        ({"kind": "gate", "module": "dreams"}, "module"),
        ({"kind": "wait", "from": "birth"}, "from"),
        ({"kind": "wait", "from": "start", "months": -1}, "months"),
        ({"kind": "cap", "unit": "sessions"}, "window"),
        ({"kind": "cap", "unit": "pounds", "window": "lifetime"}, "unit"),
        ({"kind": "cap", "unit": "money", "window": "lifetime", "treatments": ["yoga"]}, "treatments"),
        ({"kind": "period", "from": "condition.chronic", "months": 3}, "from"),
        ({"kind": "subsidy", "most": "much"}, "most"),
        ({"kind": "settlement", "pays": "nobody"}, "pays"),
        ({"kind": "settlement", "pays": ["direct"]}, "pays"),
        ({"kind": "wait", "from": "start", "months": 10**9}, "months"),
        ({"kind": "suspension"}, "days"),
        ({"kind": "split", "share": "half"}, "share"),
        ({"kind": "subsidy", "mostFact": "treatment.sessions"}, "mostFact"),
        ({"kind": "subsidy", "perKmOf": "treatment.cost"}, "perKmOf"),
        ({"kind": "period", "from": "first-treatment", "fromParameter": ""}, "fromParameter"),
        ({"kind": "period", "from": "first-treatment"}, "days/months"),
        ({"kind": "period", "from": "event.occurredOn", "days": 1, "fromParameter": "x"}, "fromParameter"),
        ({"kind": "subsidy"}, "less/lessSubsidy/most/mostFact/mostParameter"),
        ({"kind": "subsidy", "most": "1.00", "optional": True}, "optional"),
        ({"kind": "subsidy", "lessSubsidy": True, "perKmOf": "treatment.distanceKm"}, "perKmOf"),
        ({"kind": "wait", "from": "start"}, "from"),
        ({"kind": "wait", "months": 6}, "months"),
        ({"kind": "administration", "usedIn": "kitchen"}, "usedIn"),
        ({"kind": "administration", "when": {}}, "usedIn"),
        ({"kind": "administration", "usedIn": "notice", "months": "one"}, "months"),
        ({"kind": "administration", "usedIn": "notice", "steps": ["department", ""]}, "steps"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_fault_names_its_row_and_field(change: dict[str, Any], field: str) -> None:
    row = {**ROW, **change}

    assert [(at, name) for at, name, _ in faults(terms(row))] == [(f"1 ({row['rule']})", field)]


def test_a_repeated_rule_is_reported_with_its_second_row() -> None:
    assert faults(terms(ROW, ROW)) == [("2 (R-1)", "rule", Mistake("terms-rule-repeated"))]


def test_all_faults_of_a_file_are_returned_at_once() -> None:
    found = faults(terms({**ROW, "kind": "mood", "clause": "99"}, "row", {**ROW, "text": {}}))

    assert [(row, field) for row, field, _ in found] == [
        ("1 (R-1)", "clause"),
        ("1 (R-1)", "kind"),
        ("2", "-"),
        ("3 (R-1)", "rule"),
        ("3 (R-1)", "text.da"),
        ("3 (R-1)", "text.nb"),
        ("3 (R-1)", "text.en"),
    ]


def test_a_row_needs_no_texts() -> None:
    row = {name: value for name, value in ROW.items() if name != "text"}

    assert [rule.id for rule in compile_terms(terms(row), "X1.json").rules] == ["R-1"]


@pytest.mark.parametrize("value", [None, -1, 10**9, "", [], {}])
def test_a_parameter_of_the_product_is_a_flag_a_number_or_a_word(value: object) -> None:
    found = faults(terms(ROW, parameters={"crisisSessions": value}))

    assert [(at, name) for at, name, _ in found] == [("-", "parameters.crisisSessions")]


def test_a_limit_that_a_policy_may_set_is_a_number_in_the_product_too() -> None:
    row = {**ROW, "kind": "cap", "unit": "sessions", "window": "condition", "parameter": "firstGrant"}
    found = faults(terms(row, parameters={"firstGrant": "three"}))

    assert [(at, name) for at, name, _ in found] == [("1 (R-1)", "parameter")]


@pytest.mark.parametrize("text", ["{", "[]", '{"product": "X1"}'])
def test_a_file_without_terms_is_refused(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("name", ["SB1706", "../SA1706", ""])
def test_an_unknown_product_is_refused(name: str) -> None:
    with pytest.raises(BadTerms):
        product(name)


def rows(name: str) -> dict[str, dict[str, Any]]:
    return {row["rule"]: row for row in full_terms(name)["rules"]}


ONLY_LEISURE = {"R-1305", "R-1306", "R-1307"}
"""Rules outside section 11 for which the work policy has no clause."""
FROM_SECTION_11 = ("R-12", "R-13", "R-14", "R-15")
"""Clauses after extended help are one section later in the leisure policy."""


def test_the_two_products_differ_only_where_their_contracts_do() -> None:
    work, leisure = rows("SA1706"), rows("SF1706")
    only_leisure = {rule for rule in leisure if rule.startswith("R-11")} | ONLY_LEISURE

    assert leisure.keys() - work.keys() == only_leisure
    assert work.keys() <= leisure.keys()
    differ = {rule for rule in work if work[rule] != leisure[rule]}
    renumbered = {
        rule
        for rule in differ
        if {**work[rule], "clause": "", "yieldsTo": ""} == {**leisure[rule], "clause": "", "yieldsTo": ""}
    }
    assert differ - renumbered == {"R-002", "R-301", "R-602", "R-701", "R-762", "R-1201"}
    later = {rule for rule in work if rule.startswith(FROM_SECTION_11)}
    assert renumbered == {"R-763", "R-764"} | later - {"R-1201"}


@pytest.mark.parametrize("rule", sorted(rows("SA1706")))
def test_a_clause_after_extended_help_is_one_section_later_in_the_leisure_policy(rule: str) -> None:
    work, leisure = rows("SA1706")[rule]["clause"], rows("SF1706")[rule]["clause"]
    section, _, rest = work.partition(".")

    if rule.startswith(FROM_SECTION_11):
        assert leisure == ".".join([str(int(section) + 1), *filter(None, [rest])])
    elif rule not in ("R-002", "R-763", "R-764"):
        assert leisure == work


@pytest.mark.parametrize(
    "rule, work, leisure",
    [("R-763", "7.1.6.1", "7.6.1"), ("R-764", "7.1.6.2", "7.6.2"), ("R-1205", "11.3", "12.3")],
)
def test_each_product_prints_its_own_number(rule: str, work: str, leisure: str) -> None:
    assert (rows("SA1706")[rule]["clause"], rows("SF1706")[rule]["clause"]) == (work, leisure)


@pytest.mark.parametrize(
    "rule, name, value",
    [
        ("R-1404", "months", 1),
        ("R-1409", "percentAtMost", 5),
        ("R-1203", "workingDays", 10),
        ("R-1402", "days", 21),
        ("R-1315", "months", 6),
    ],
)
def test_the_rest_of_the_domain_reads_the_numbers_of_the_terms(rule: str, name: str, value: int) -> None:
    assert {product(version).parameter(rule, name) for version in ("SA1706", "SF1706")} == {value}


def test_the_rest_of_the_domain_reads_the_lists_of_the_terms() -> None:
    assert product("SA1706").words("R-1501", "steps") == ("department", "quality", "board")


@pytest.mark.parametrize("rule, name", [("R-1404", "days"), ("R-1501", "steps"), ("R-9999", "days")])
def test_a_number_that_a_rule_does_not_have_is_refused(rule: str, name: str) -> None:
    with pytest.raises(KeyError):
        product("SA1706").parameter(rule, name)


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
def test_no_question_of_cover_evaluates_a_rule_of_administration(name: str) -> None:
    asked = {rule.kind for rule in product(name).chapter("physiotherapy").rules}

    assert "administration" in {rule.kind for rule in product(name).rules}
    assert "administration" not in asked
