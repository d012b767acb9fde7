"""Rule texts: what a clause says, and the templates of the sentences about a case, by rule and effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from helsebro.coverage.product_head import head, known_products
from helsebro.coverage.texts.sentence import filled
from helsebro.coverage.texts.text_lines import text_line
from helsebro.coverage.trail import WRITTEN_FOR
from helsebro.plain_words import plain_words

CLAUSE = "clause"
"""The key of the clause; the other keys of a line are effects."""


class RuleTexts(NamedTuple):
    """The clause in one language, and a template (``sentence.py``) for each effect of its row.

    ``clause`` has the amount that the terms print; in ``clause_template`` that of a policy may replace it.
    """

    clause: str
    templates: Mapping[str, str]
    clause_template: str = ""

    def clause_of(self, values: Mapping[str, object], language: str) -> str:
        """Returns the clause with the policy's own amount, ``most`` or ``limit``, if it is known."""
        return _written(self.clause_template, values, language) if self.clause_template else self.clause


@cache
def rule_texts(product: str, rule: str, language: str, home: str = WRITTEN_FOR) -> RuleTexts:
    """Returns the texts of a rule in ``da``, ``nb`` or ``en``; both are empty for an unknown rule.

    A product version has its own texts for what it changes, and those of the version it is based on else.
    ``home`` is the payer's country, whose own words come before both.
    """
    found: dict[str, str] = {}
    for folder in (*reversed([*_versions(product)]), *([home] if home != WRITTEN_FOR else [])):
        found.update(text_line(folder, language, rule) or {})
    clause = found.pop(CLAUSE, "")
    if "[" not in clause:
        return RuleTexts(clause, found)
    return RuleTexts(_written(clause, {}, language), found, clause)


def _written(clause: str, values: Mapping[str, object], language: str) -> str:
    return filled(clause, values, plain_words(language), lambda _, word: word)


def _versions(product: str) -> Iterator[str]:
    """Yields the product version, and each version that its terms are based on."""
    version: str | None = product if product in known_products() else None
    while version:
        yield version
        version = head(version).based_on
