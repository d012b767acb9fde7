"""A product version: its rules, compiled from its file of terms on first use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from helsebro.coverage.product_head import TERMS, family_of, known_products
from helsebro.coverage.rules.kinds import administration
from helsebro.coverage.rules.mistake import Mistake
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.compiler import BadTerms, compile_rows
from helsebro.coverage.terms.whole_terms import NO_ROW, TermsJson, whole


class Chapter(NamedTuple):
    """The rules that may apply to a treatment type, in the order of the terms.

    ``readers`` maps each path to the indexes of the rules that read it.
    """

    rules: tuple[Rule, ...]
    readers: Mapping[str, tuple[int, ...]]
    modules: frozenset[str]


class Product:
    """The rules of one product version, sorted by treatment type on first use.

    ``family`` is that of its file; when the file names none, the family that its name belongs to.
    """

    def __init__(
        self, name: str, rules: tuple[Rule, ...], parameters: Mapping[str, object], family: str = ""
    ) -> None:
        self.name = name
        self.family = family or family_of(name)
        self.rules = rules
        self.parameters = parameters
        self._by_id = {rule.id: rule for rule in rules}
        self._chapters: dict[str, Chapter] = {}

    def chapter(self, treatment: str) -> Chapter:
        """Returns the rules that may apply to a treatment type."""
        found = self._chapters.get(treatment)
        if found is None:
            found = self._chapters[treatment] = self._collect(treatment)
        return found

    def parameter(self, rule: str, name: str) -> int:
        """Returns a number of a rule, such as the 21 ``days`` of R-1402. Raises ``KeyError`` without it."""
        value = self._by_id[rule].row.parameters[name]
        if isinstance(value, bool) or not isinstance(value, int):
            raise KeyError(f"{rule} has no number {name}")
        return value

    def words(self, rule: str, name: str) -> tuple[str, ...]:
        """Returns the names of a rule, such as the ``steps`` of R-1501. Raises ``KeyError`` without them."""
        value = self._by_id[rule].row.parameters[name]
        if not isinstance(value, list):
            raise KeyError(f"{rule} has no list {name}")
        return tuple(str(name) for name in value)

    def _collect(self, treatment: str) -> Chapter:
        rules = tuple(
            rule
            for rule in self.rules
            if rule.kind != administration.NAME and (rule.treatments is None or treatment in rule.treatments)
        )
        readers: dict[str, tuple[int, ...]] = {}
        for index, rule in enumerate(rules):
            for path in rule.reads:
                readers[path] = (*readers.get(path, ()), index)
        modules = frozenset(rule.module for rule in rules if rule.module)
        return Chapter(rules, readers, modules)


def compile_terms(text: str, file: str) -> Product:
    """Returns the product of a file of terms, complete or based on another product's.

    Raises ``BadTerms`` with file, row and field of every fault.
    """
    try:
        shape = json.loads(text)
    except ValueError:
        raise BadTerms(file, [(NO_ROW, NO_ROW, Mistake("terms-not-an-object"))]) from None
    if not isinstance(shape, Mapping):
        raise BadTerms(file, [(NO_ROW, NO_ROW, Mistake("terms-not-an-object"))])
    terms = whole(shape, stored_terms)
    rules, parameters = compile_rows(terms, file)
    name = str(shape["product"])
    return Product(name, rules, parameters, str((terms.head or {}).get("family", "")))


def stored_terms(name: str) -> TermsJson | None:
    """Returns the JSON of a product's file of terms; None when there is none."""
    return dict(json.loads(_text(name))) if name in known_products() else None


@cache
def product(name: str) -> Product:
    """Returns the product version of that name. Raises ``BadTerms`` when there is no such file of terms."""
    if name not in known_products():
        raise BadTerms(f"{name}.json", [(NO_ROW, "product", Mistake("terms-product-unknown", name))])
    return compile_terms(_text(name), f"{name}.json")


def _text(name: str) -> str:
    return (TERMS / f"{name}.json").read_text(encoding="utf-8")
