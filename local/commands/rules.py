"""``make rules``: lists every rule of the terms with its clauses, kind, cases, tests, texts and status.

The exit code is 1 when a rule is missing: a product that prints its clause does not have it, it is decided
from data and has no case on each of its sides, or a text of it is missing in one of the languages.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.domain.coverage.cases.rule_cases import CASES

from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.rule_texts import rule_texts
from local.home import ROOT

ALL_RULES = ROOT / "tests" / "domain" / "coverage" / "terms" / "rules_of_the_terms.json"
PRODUCTS = {"work": "SA1706", "leisure": "SF1706"}
ADMINISTRATION = "administration"
BY_DATA = frozenset("DEP")
"""Decided from data (D), evidence (E) or a policy's parameter (P), not by judgement (J) or a notice (N)."""
CITED = re.compile(r"R-(\d+[a-g]?)(?:[–-](?:R-)?(\d{3,4}))?")
COLUMNS = (8, 5, 9, 9, 15, 34, 7, 9, 0)


@dataclass(frozen=True)
class RuleReport:
    """A rule of the terms. ``rows`` are its rows by product, ``sides`` counts its cases by their effect.

    ``tests`` are the test files that cite it, ``used`` the modules that do. ``texts`` are the number of texts
    that it needs, ``untold`` those that it lacks: its clause, and a sentence for each effect, by language.
    """

    rule: str
    decided: str
    clauses: Mapping[str, str | None]
    rows: Mapping[str, Rule]
    sides: Mapping[str, int]
    tests: tuple[str, ...]
    used: tuple[str, ...]
    texts: int = 0
    untold: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of its rows."""
        return next((row.kind for row in self.rows.values()), "-")

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the rule is missing; empty when it is not."""
        return (*self._unprinted(), *self._one_sided(), *(f"no text: {text}" for text in self.untold))

    @property
    def status(self) -> str:
        """Whether it is missing, decided by the engine, used by a module, or only stated."""
        if self.faults:
            return "MISSING: " + "; ".join(self.faults)
        if self.kind != ADMINISTRATION:
            return "decided"
        return "used in " + ", ".join(self.used) if self.used else "stated"

    @property
    def told(self) -> str:
        """How many of its texts exist."""
        return f"{self.texts - len(self.untold)}/{self.texts}" if self.texts else "-"

    def _unprinted(self) -> Iterator[str]:
        for name, clause in self.clauses.items():
            row = self.rows.get(name)
            if (row.clause if row else None) != clause:
                yield f"{PRODUCTS[name]} prints it in {clause}, the terms in {row and row.clause}"

    def _one_sided(self) -> Iterator[str]:
        needs_cases = self.rows and self.kind != ADMINISTRATION
        if needs_cases and not BY_DATA.isdisjoint(self.decided) and len(self.sides) < 2:
            yield "no case on each of its sides"
        if needs_cases and not self.sides:
            yield "no case"


def rule_reports() -> list[RuleReport]:
    """Returns the report of every rule, in the order of the terms."""
    known = json.loads(ALL_RULES.read_text(encoding="utf-8"))
    order = [rule["rule"] for rule in known]
    rows = {name: {rule.id: rule for rule in product(terms).rules} for name, terms in PRODUCTS.items()}
    tests = cited(order, _sources(ROOT.glob("tests/**/test_*.py")))
    everywhere = [*ROOT.glob("layers/**/*.py"), *ROOT.glob("functions/**/*.py")]
    code = cited(order, _sources(path for path in everywhere if "coverage" not in path.parts))
    texts = {rule["rule"]: dict(texts_of(rule["rule"], rows)) for rule in known}
    return [
        RuleReport(
            rule=rule["rule"],
            decided=rule["decided"],
            clauses={name: rule[name] for name in PRODUCTS},
            rows={name: found[rule["rule"]] for name, found in rows.items() if rule["rule"] in found},
            sides=Counter(case.effect or "silent" for case in CASES if case.rule == rule["rule"]),
            tests=tests.get(rule["rule"], ()),
            used=code.get(rule["rule"], ()),
            texts=len(texts[rule["rule"]]),
            untold=tuple(text for text, exists in texts[rule["rule"]].items() if not exists),
        )
        for rule in known
    ]


def texts_of(rule: str, rows: Mapping[str, Mapping[str, Rule]]) -> Iterator[tuple[str, bool]]:
    """Yields each text that a rule needs, such as ``SA1706 da deny``, and whether it exists."""
    for name, found in rows.items():
        if rule in found:
            for language in LANGUAGES:
                texts = rule_texts(PRODUCTS[name], rule, language)
                yield f"{PRODUCTS[name]} {language} clause", bool(texts.clause)
                for effect in sorted(found[rule].effects):
                    yield f"{PRODUCTS[name]} {language} {effect}", bool(texts.templates.get(effect))


def cited(order: Sequence[str], texts: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Returns rule → names of the texts that cite it, alone or in a span such as R-1404–R-1412."""
    found: dict[str, dict[str, None]] = {}
    places = {rule: place for place, rule in enumerate(order)}
    for name, text in texts:
        for first, last in CITED.findall(text):
            start = places.get(f"R-{first}", len(order))
            end = places.get(f"R-{last}", start) if last else start
            for rule in order[start : end + 1]:
                found.setdefault(rule, {})[name] = None
    return {rule: tuple(names) for rule, names in found.items()}


def _sources(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yields the name and the text of each source."""
    for path in sorted(paths):
        yield _name(path), path.read_text(encoding="utf-8")


def _name(path: Path) -> str:
    """Returns the context and the file, such as ``notices/rules``; the file of a handler is its function."""
    place = path.parent if path.stem == "handler" else path
    return f"{place.parent.name}/{place.stem}"


def table(found: Sequence[RuleReport]) -> Iterator[str]:
    """Yields the lines of the table: the header, one for each rule, and the totals."""
    yield _cells("rule", "by", "SA1706", "SF1706", "kind", "cases by effect", "tests", "texts", "status")
    for line in found:
        sides = ", ".join(f"{effect} {count}" for effect, count in sorted(line.sides.items()))
        yield _cells(
            line.rule,
            line.decided,
            line.clauses["work"] or "-",
            line.clauses["leisure"] or "-",
            line.kind,
            sides or "-",
            str(len(line.tests)),
            line.told,
            line.status,
        )
    states = Counter(line.status.split()[0].rstrip(":").lower() for line in found)
    totals = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    yield f"{len(found)} rules: {totals}; {len(CASES)} cases"


def _cells(*cells: str) -> str:
    return " ".join(cell.ljust(width) for cell, width in zip(cells, COLUMNS, strict=True)).rstrip()


def print_reports(found: Sequence[RuleReport]) -> int:
    """Prints the table; returns 1 when a rule is missing."""
    for line in table(found):
        print(line)
    return 1 if any(line.faults for line in found) else 0


if __name__ == "__main__":
    sys.exit(print_reports(rule_reports()))
