"""Translates a stored trail, with the texts of the terms it was decided under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helsebro.coverage.answer import Answer, Step
from helsebro.coverage.terms.product import product


def translated(answer: Answer, language: str) -> Answer:
    """Returns the answer with the texts of its trail in ``da``, ``nb`` or ``en``.

    Without a product it keeps its stored texts.
    """
    if answer.product is None:
        return answer
    return replace(answer, trail=translated_trail(answer.trail, answer.product, language))


def translated_trail(trail: Iterable[Step], under: str, language: str) -> tuple[Step, ...]:
    """Returns the steps with the texts of a product's terms; a rule without such a text keeps its own."""
    terms = product(under)
    return tuple(replace(step, detail=terms.text(step.rule, language) or step.detail) for step in trail)
