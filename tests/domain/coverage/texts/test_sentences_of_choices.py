"""A sentence that chooses its words by a value has words for every value that its row can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import FLAG, PATHS
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.rule_texts import rule_texts

RUN = re.compile(r"(?:\[\?[\w.]+=\S+ [^\[\]|]*\]){2,}")
"""Several choices in a row without words for any other value."""
CHOICE = re.compile(r"\[\?([\w.]+)=(\S+) ")
OPTIONAL = ("R-7146",)
"""Rules whose choices are sentences of their own, of which none has to stand."""


def possible(rule: Rule, effect: str, path: str) -> Iterator[str]:
    """Yields the values of a fact with which a rule can have an effect."""
    for value in PATHS[path]:
        facts = {**dict.fromkeys(PATHS), path: value}
        row = rule.row
        excused = effect != "note" or row.unless.test(facts) is not False
        proved = effect != "grant" or all(paper.test(facts) is True for paper in row.papers.values())
        if row.when.test(facts) is not False and excused and proved:
            yield value


def lacking(language: str) -> Iterator[str]:
    for name in ("SA1706", "SF1706"):
        for rule in product(name).rules:
            if rule.id in OPTIONAL:
                continue
            for effect, template in rule_texts(name, rule.id, language).templates.items():
                for run in RUN.findall(template):
                    chosen = CHOICE.findall(run)
                    for path in {path for path, _ in chosen if PATHS.get(path, FLAG) != FLAG}:
                        with_words = {
                            value for other, values in chosen if other == path for value in values.split(",")
                        }
                        for value in set(possible(rule, effect, path)) - with_words:
                            yield f"{name} {rule.id} {effect}: {path}={value}"


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_every_value_of_a_row_has_words_where_its_sentence_chooses(language: str) -> None:
    assert sorted(lacking(language)) == []
