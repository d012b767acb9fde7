"""No clause and no sentence of a Norwegian payer prints a Danish amount, institution or scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.rule_texts import RuleTexts, rule_texts
from helsebro.policies.printed_amounts import rules_with_amounts
from tests.builders.words.danish_words import OF_DENMARK

PRODUCTS = ("SA1706", "SF1706")
AMOUNT = re.compile(r"\d\s*(?:kr\b|kroner|DKK)|\b(?:kr|DKK)\.?\s*\d", re.I)
INSTITUTIONS = re.compile(r"Serum Institut|\bSKAT\b|Ankenævn|provider number|Danish|'danmark'", re.I)
DOCTOR_ON_CALL = re.compile(r"lægevagt", re.I)
"""The Danish word for what Norway has too."""
OF_RESIDENCE = re.compile(r"\[\?cover\.country=NO ([^|\]]*)\|[^\]]*\]")
"""A choice by where the person lives: that of a person in Norway is the first."""


def texts_of(name: str, language: str, home: str) -> Iterator[tuple[str, RuleTexts]]:
    for rule in product(name).rules:
        yield rule.id, rule_texts(name, rule.id, language, home)


def foreign_in(text: str) -> list[str]:
    shown = DOCTOR_ON_CALL.sub("", OF_RESIDENCE.sub(r"\1", text))
    return [word for pattern in (OF_DENMARK, AMOUNT, INSTITUTIONS) for word in pattern.findall(shown)]


def found_in(name: str, language: str, home: str) -> dict[str, list[str]]:
    found = {}
    for rule, texts in texts_of(name, language, home):
        words = [word for text in (texts.clause, *texts.templates.values()) for word in foreign_in(text)]
        if words:
            found[rule] = words
    return found


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
@pytest.mark.parametrize("name", PRODUCTS)
def test_no_text_of_a_rule_is_of_denmark(name: str, language: str) -> None:
    assert found_in(name, language, "NO") == {}


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_rule_with_an_amount_has_a_clause_without_it(name: str) -> None:
    for rule in rules_with_amounts(name):
        for language in vocabulary.LANGUAGES:
            printed, own = (rule_texts(name, rule, language, home).clause for home in ("DK", "NO"))
            assert own not in ("", printed), (rule, language)


@pytest.mark.parametrize("rule", ["R-843", "R-629", "R-1501", "R-1502", "R-7152"])
def test_control_a_danish_payers_clauses_are_found(rule: str) -> None:
    assert rule in found_in("SF1706", "da", "DK")
