"""``make rules``: every rule of the terms, its clauses, how it is decided, its cases and tests, its status.

Ends with 1 where a rule is missing: not in a product that prints its clause, or decided by data and without a
case on each of its sides.
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

from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import product
from local.home import ROOT

ALL_RULES = ROOT / "tests" / "domain" / "coverage" / "terms" / "rules_of_the_terms.json"
PRODUCTS = {"work": "SA1706", "leisure": "SF1706"}
ADMINISTRATION = "administration"
BY_DATA = frozenset("DEP")
"""Decided from data alone, by a policy's parameter, or by evidence; ``J`` is judgement, ``N`` notice."""
CITED = re.compile(r"R-(\d+[a-f]?)(?:[–-](?:R-)?(\d{3,4}))?")
COLUMNS = (8, 5, 9, 9, 15, 34, 7, 0)


@dataclass(frozen=True)
class Line:
    """A rule of the contract. ``rows`` are its rows by product, ``sides`` counts its cases by their effect.

    ``tests`` are the test files that name it beside its cases, ``used`` the modules that do.
    """

    rule: str
    decided: str
    clauses: Mapping[str, str | None]
    rows: Mapping[str, Rule]
    sides: Mapping[str, int]
    tests: tuple[str, ...]
    used: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The kind of its rows."""
        return next((row.kind for row in self.rows.values()), "-")

    @property
    def faults(self) -> tuple[str, ...]:
        """What makes it missing; empty when it is not."""
        return (*self._unprinted(), *self._one_sided())

    @property
    def status(self) -> str:
        """Missing, decided by the engine, used by a module, or only stated."""
        if self.faults:
            return "MISSING: " + "; ".join(self.faults)
        if self.kind != ADMINISTRATION:
            return "decided"
        return "used in " + ", ".join(self.used) if self.used else "stated"

    def _unprinted(self) -> Iterator[str]:
        for name, clause in self.clauses.items():
            row = self.rows.get(name)
            if (row.clause if row else None) != clause:
                yield f"{PRODUCTS[name]} prints it in {clause}, the terms in {row and row.clause}"

    def _one_sided(self) -> Iterator[str]:
        asked = self.rows and self.kind != ADMINISTRATION
        if asked and not BY_DATA.isdisjoint(self.decided) and len(self.sides) < 2:
            yield "no case on each of its sides"
        if asked and not self.sides:
            yield "no case"


def lines() -> list[Line]:
    """Every rule of the contract, in its order."""
    known = json.loads(ALL_RULES.read_text(encoding="utf-8"))
    order = [rule["rule"] for rule in known]
    rows = {name: {rule.id: rule for rule in product(terms).rules} for name, terms in PRODUCTS.items()}
    tests = cited(order, _sources(ROOT.glob("tests/**/test_*.py")))
    everywhere = [*ROOT.glob("layers/**/*.py"), *ROOT.glob("functions/**/*.py")]
    code = cited(order, _sources(path for path in everywhere if "coverage" not in path.parts))
    return [
        Line(
            rule=one["rule"],
            decided=one["decided"],
            clauses={name: one[name] for name in PRODUCTS},
            rows={name: found[one["rule"]] for name, found in rows.items() if one["rule"] in found},
            sides=Counter(case.effect or "silent" for case in CASES if case.rule == one["rule"]),
            tests=tests.get(one["rule"], ()),
            used=code.get(one["rule"], ()),
        )
        for one in known
    ]


def cited(order: Sequence[str], texts: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """By rule, the names of the texts that cite it, alone or in a span such as R-1404–R-1412."""
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
    """Each source by its name."""
    for path in sorted(paths):
        yield _name(path), path.read_text(encoding="utf-8")


def _name(path: Path) -> str:
    """The context and the file: ``notices/rules``; a handler by its function: ``notices/notices``."""
    place = path.parent if path.stem == "handler" else path
    return f"{place.parent.name}/{place.stem}"


def table(found: Sequence[Line]) -> Iterator[str]:
    """The report, a line a rule, and its sum."""
    yield _cells("rule", "by", "SA1706", "SF1706", "kind", "cases by effect", "tests", "status")
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
            line.status,
        )
    states = Counter(line.status.split()[0].rstrip(":").lower() for line in found)
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    yield f"{len(found)} rules: {told}; {len(CASES)} cases"


def _cells(*cells: str) -> str:
    return " ".join(cell.ljust(width) for cell, width in zip(cells, COLUMNS, strict=True)).rstrip()


def show(found: Sequence[Line]) -> int:
    """Prints the report; 1 where a rule is missing."""
    for line in table(found):
        print(line)
    return 1 if any(line.faults for line in found) else 0


if __name__ == "__main__":
    sys.exit(show(lines()))
