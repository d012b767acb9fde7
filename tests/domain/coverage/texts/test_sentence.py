"""The marks of a template: days before, zero, lists, and choices within choices."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.coverage.texts.sentence import filled, names_in
from helsebro.plain_words import plain_words


def said(template: str, language: str = "en", **values: Any) -> str:
    return filled(template, values, plain_words(language), lambda _, code: code)


def kroner(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "DKK"}


@pytest.mark.parametrize(
    "value, words",
    [("2027-01-01", "31 December 2026"), ("2028-03-01", "29 February 2028"), (101, "100"), (1.5, "0.5")],
)
def test_one_less_is_the_day_before_or_the_number_below(value: object, words: str) -> None:
    assert said("{until-1}", until=value) == words


@pytest.mark.parametrize("value", [True, kroner("1.00"), None])
def test_nothing_else_has_one_less(value: object) -> None:
    with pytest.raises(TypeError):
        said("{until-1}", until=value)


@pytest.mark.parametrize(
    "used, words",
    [
        (kroner("0.00"), "nothing"),
        (kroner("0.10"), "something"),
        (kroner("10.00"), "something"),
        (0, "nothing"),
    ],
)
def test_an_amount_of_zero_is_compared_like_a_number(used: object, words: str) -> None:
    assert said("[?used=0 nothing|something]", used=used) == words


def test_a_list_holds_each_of_its_values() -> None:
    template = "[?why=intent on purpose][?why=crime  in a crime][?why=war  in a war]"
    assert said(template, why=["intent", "crime"]) == "on purpose in a crime"


@pytest.mark.parametrize(
    "values, words",
    [({"a": 1}, "one: 1"), ({"a": 2, "b": "x"}, "b is x"), ({"a": 2}, "b is unknown"), ({}, "b is unknown")],
)
def test_a_choice_may_stand_within_a_choice(values: dict[str, Any], words: str) -> None:
    assert said("[?a=1 one: {a}|[b is {b}|b is unknown]]", **values) == words


def test_a_template_needs_nothing_that_stands_within_any_brackets() -> None:
    needed, optional = names_in("{a} [?b=1 {c}|[d {d}|{e-1}]]")
    assert needed == frozenset("a")
    assert optional == frozenset("bcde")


def test_an_abbreviation_at_the_end_of_a_sentence_has_one_full_stop() -> None:
    assert said("Du får {most}.", "da", most=kroner("475.00")) == "Du får 475 kr."
