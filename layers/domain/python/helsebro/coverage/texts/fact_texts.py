"""Fact texts: the name of a fact, its question to a member, and the words for its values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from helsebro.coverage.texts.sentence import filled
from helsebro.coverage.texts.text_lines import text_line
from helsebro.coverage.trail import WRITTEN_FOR
from helsebro.plain_words import plain_words

if TYPE_CHECKING:
    from helsebro.coverage.asked.price_unit import PriceUnit

Of = Literal["self", "other"]
"""Whether the reader of a question is the person of the claim, or answers for another, such as a child."""
SAME_WORDS = {"module": "cover.modules"}
"""What a rule computes, by the fact whose words it has."""
CATEGORY = "condition.category"


class FactTexts(NamedTuple):
    """``name`` stands within a sentence, ``question`` asks a member for it; ``values`` are words by value.

    The name of what is sent is a noun, any other an indirect question ("when the treatment begins").

    ``values`` stand within a sentence, ``labels`` alone as answers to the question; a value without a label
    has its word, with a capital letter. ``unknown`` is the answer of who does not know. ``conditions`` stand
    after an "if": by value, ``none`` for an empty set, ``*`` for any other value, with ``{value}`` or
    ``{label}`` for it; ``chosen``, by value or ``*``, tell the member to choose it. ``units`` are the
    questions for an amount, by what it is for; ``question`` asks while that is open. ``paper`` is what
    proves it, where that is more than the name of its file type.
    """

    name: str
    question: str
    values: Mapping[str, str]
    labels: Mapping[str, str]
    unknown: str
    conditions: Mapping[str, str]
    units: Mapping[str, str]
    chosen: Mapping[str, str]
    paper: str = ""

    def question_for(self, unit: PriceUnit | None) -> str:
        """Returns the question; that for an amount says what the amount is for."""
        return self.units.get(unit, self.question) if unit else self.question

    def label(self, value: str) -> str:
        """Returns a value as a form shows it: an answer to the question, with a capital letter."""
        word = self.values.get(value, value)
        return self.labels.get(value) or word[:1].upper() + word[1:]


@cache
def fact_texts(path: str, language: str, home: str = WRITTEN_FOR, of: Of = "self") -> FactTexts:
    """Returns the texts of a fact in ``da``, ``nb`` or ``en``; its path is its name when it has no texts.

    ``home`` is the payer's country, whose own words come first. Who answers for another person reads of "the
    patient" instead of "you".
    """
    return texts_in_case(path, {}, language, home, of)


def texts_in_case(
    path: str, facts: Mapping[str, object], language: str, home: str = WRITTEN_FOR, of: Of = "self"
) -> FactTexts:
    """Returns the texts of a fact as they read in a case with these facts, which are JSON values by path."""
    texts = _templates(path, language, home, of)
    known = {name: value for name, value in facts.items() if value is not None and value != []}
    values = {**known, "value": "{value}", "label": "{label}"}

    def written(template: str) -> str:
        if "[" not in template and not facts:
            return template
        said = filled(template, values, plain_words(language), partial(_word, language=language, home=home))
        return in_words_of_the_case(said, facts, language)

    def each(part: Mapping[str, str]) -> Mapping[str, str]:
        return {value: written(template) for value, template in part.items()}

    return texts._replace(
        name=written(texts.name),
        question=written(texts.question),
        conditions=each(texts.conditions),
        units=each(texts.units),
    )


def _word(name: str, code: str, language: str, home: str) -> str:
    return _templates(name, language, home).values.get(code, code)


@cache
def _templates(path: str, language: str, home: str, of: Of = "self") -> FactTexts:
    """Returns the texts as they are written: templates of ``sentence.py``, but for ``values``."""
    written: Mapping[str, object] = text_line("facts", language, path) or {}
    own: Mapping[str, object] = (text_line(home, language, path) if home != WRITTEN_FOR else None) or {}
    other: Mapping[str, object] = (text_line("other", language, path) if of == "other" else None) or {}
    found = {**written, **own, **other}
    name = str(found.get("name", path))
    values, labels, units, conditions, chosen = (
        {**_words(written, part), **_words(own, part), **_words(other, part)}
        for part in ("values", "labels", "units", "if", "choose")
    )
    unknown = str(found.get("unknown") or form_text("unknown", language))
    question = str(found.get("question", name))
    paper = str(found.get("paper", ""))
    return FactTexts(name, question, values, labels, unknown, conditions, units, chosen, paper)


def in_words_of_the_case(sentence: str, facts: Mapping[str, object], language: str) -> str:
    """Returns a sentence with the words of the case: "the injury" for "the illness or injury".

    It is unchanged when the category is unknown, or has no word of its own.
    """
    category = facts.get(CATEGORY)
    words: Mapping[str, str] = (text_line("case", language, str(category)) if category else None) or {}
    for general, own in words.items():
        sentence = sentence.replace(general, own)
        sentence = sentence.replace(general[:1].upper() + general[1:], own[:1].upper() + own[1:])
    return sentence


def form_text(name: str, language: str) -> str:
    """Returns a text of every form: ``unknown``, ``none``, ``otherCountry``, or the word of a unit."""
    return str(text_line("form", language, name))


def word_of(name: str, code: str, language: str, home: str = WRITTEN_FOR) -> str:
    """Returns the word for a value of an enumeration; the value itself when it has no word."""
    return fact_texts(SAME_WORDS.get(name, name), language, home).values.get(code, code)


def paper_label(file_type: str, language: str) -> str:
    """Returns the name of a paper as a form shows it, with a capital letter."""
    word = str(text_line("general", language, f"paper.{file_type}"))
    return word[:1].upper() + word[1:]


def _words(texts: Mapping[str, object], part: str) -> Mapping[str, str]:
    values = texts.get(part)
    return values if isinstance(values, Mapping) else {}
