"""Measures the CPU of the coverage engine: one decision, ten thousand replays, and its import.

``python -m bench.coverage`` prints the table; ``python -m bench.coverage import`` only imports the engine.
It uses no network, and the disk only for the terms, so milliseconds on one machine can be compared.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import Any, NamedTuple

from bench.one import cpu

TODAY = date(2026, 11, 21)
ROWS, DECISIONS, REPLAYS, IMPORTS = 50, 25, 10_000, 7
KINDS = (
    "physiotherapy",
    "reflexology",
    "psychologist",
    "psychiatrist",
    "surgery",
    "dental",
    "home-help",
    "misuse",
)


class Figure(NamedTuple):
    """One line of the table; ``budget`` is the most that ``value`` may be, both in ``unit``."""

    name: str
    value: float
    unit: str
    budget: float


def main() -> int:
    """Measures and prints; returns 1 when a figure is over its budget."""
    imports = [_imported() for _ in range(IMPORTS)]
    figures = [
        Figure("import of the engine", median(imports), "ms", 60),
        Figure(f"the slowest decision, {ROWS} rows of history, warm", _slowest_decision(), "ms", 1),
        Figure(f"{REPLAYS:,} decisions replayed", _replays(), "s", 15),
    ]
    return report("coverage engine: CPU of one process", figures)


def report(title: str, figures: Sequence[Figure]) -> int:
    """Prints the table; returns 1 when a figure is over its budget."""
    print(f"\n{title}\n")
    for figure in figures:
        value, budget = f"{figure.value:>10.2f} {figure.unit:<4}", f"{figure.budget:g} {figure.unit}"
        print(f"  {figure.name:<48}{value}budget {budget}")
    over = [figure.name for figure in figures if figure.value > figure.budget]
    print(f"\nover the budget: {', '.join(over) or 'nothing'}")
    return 1 if over else 0


def import_once() -> int:
    """Prints the milliseconds that the import takes; the engine reads terms only at their first use."""
    started = cpu()
    from helsebro.coverage.terms.product import product

    taken = cpu() - started
    assert product.cache_info().currsize == 0, "importing must not read the terms"
    print(taken)
    return 0


def _imported() -> float:
    done = subprocess.run(
        [sys.executable, "-m", "bench.coverage", "import"], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _slowest_decision() -> float:
    """Returns the milliseconds of the slowest treatment; some questions are changed, one has few facts."""
    from helsebro.coverage.engine import decide
    from helsebro.coverage.question import cover_json, question_json, vocabulary

    cover, outcomes, worst = cover_json.read(_policy()), set(), 0.0
    for treatment in vocabulary.TREATMENTS:
        bodies = [_question(random.Random(1), ROWS, **changes) for changes in _changes()]
        for body in bodies:
            body["treatment"]["type"] = treatment
        bare = {"cause": "unknown", "treatment": {"type": treatment}, "history": bodies[0]["history"]}
        for asked in map(question_json.read, [*bodies, bare]):
            outcomes.add(decide(asked, cover, TODAY).outcome)
            started = cpu()
            for _ in range(DECISIONS):
                decide(asked, cover, TODAY)
            worst = max(worst, (cpu() - started) / DECISIONS)
    assert len(outcomes) == 4, outcomes
    return worst


def _replays() -> float:
    """Returns the seconds for replaying stored decisions, read from JSON, under terms with another cap."""
    from helsebro.coverage import answer_json
    from helsebro.coverage.question import cover_json, question_json
    from helsebro.coverage.replay import replay
    from helsebro.coverage.terms.product import compile_terms

    stored = list(_stored())
    terms = {"product": "SF2701", "basedOn": "SF1706", "rules": [{"rule": "R-832", "limit": 2}]}
    other, changed = compile_terms(json.dumps(terms), "SF2701.json"), 0
    started = cpu()
    for line in stored:
        kept = json.loads(line)
        asked, cover = question_json.read(kept["question"]), cover_json.read(kept["cover"])
        changed += replay(asked, cover, TODAY, answer_json.read(kept["answer"]), other) is not None
    taken = (cpu() - started) / 1000
    assert 0 < changed < REPLAYS, changed
    return taken


def _stored() -> list[str]:
    from helsebro.coverage import answer_json
    from helsebro.coverage.engine import decide
    from helsebro.coverage.question import cover_json, question_json

    chance, policy, lines = random.Random(2), _policy(), []
    cover, changes = cover_json.read(policy), _changes()
    for place in range(REPLAYS):
        asked = question_json.read(_question(chance, chance.randint(0, 12), **changes[place % len(changes)]))
        answer = answer_json.write(decide(asked, cover, TODAY).answer())
        lines.append(json.dumps({"question": question_json.write(asked), "cover": policy, "answer": answer}))
    return lines


def _changes() -> list[dict[str, Any]]:
    """Returns the changes to a covered question: none, and one for each kind of answer that takes longer."""
    return [
        {},
        {"treatment": {"inNetwork": False}},
        {"cause": "work", "condition": {"circumstances": ["crime", "war"]}},
        {"condition": {"arisenOn": "2025-01-10", "symptomsFrom": "2025-01-10", "diagnosedOn": "2025-01-12"}},
        {"evidence": {"approvedBeforehand": False}},
        {"evidence": {"referral": "none"}},
        {"condition": {"category": None, "circumstances": None}, "treatment": {"country": None}},
    ]


def _question(chance: random.Random, rows: int, **changes: Any) -> dict[str, Any]:
    body: dict[str, Any] = {
        "cause": "leisure",
        "condition": {
            "category": "injury",
            "arisenOn": "2026-10-01",
            "symptomsFrom": "2026-10-01",
            "diagnosedOn": "2026-10-05",
            "chronic": False,
            "arisenAbroad": False,
            "circumstances": [],
        },
        "treatment": {
            "type": "physiotherapy",
            "startsOn": "2026-12-01",
            "country": "DK",
            "inNetwork": True,
            "sessions": 3,
            "cost": {"amount": "400.00", "currency": "DKK"},
            "practitioner": {"providerNumber": True, "approvals": [], "relation": "none"},
        },
        "evidence": {
            "referral": "physiotherapy",
            "approvedBeforehand": True,
            "subsidy": {"amount": "0.00", "currency": "DKK"},
        },
        "history": [_row(chance) for _ in range(rows)],
    }
    for part, facts in changes.items():
        body[part] = {**body[part], **facts} if isinstance(facts, dict) else facts
    return body


def _row(chance: random.Random) -> dict[str, Any]:
    return {
        "treatmentType": chance.choice(KINDS),
        "conditionKey": "other",
        "on": (date(2025, 6, 1) + timedelta(days=chance.randrange(500))).isoformat(),
        "sessions": 1,
        "cost": {"amount": "400.00", "currency": "DKK"},
        "inNetwork": chance.random() < 0.7,
        "product": "SF1706",
    }


def _policy() -> dict[str, Any]:
    return {
        "policyNumber": "bench-1",
        "product": "SF1706",
        "effectiveFrom": "2025-03-14",
        "policyYearStart": "01-01",
        "modules": ["health", "physical", "psychology", "misuse", "extended"],
        "annualSum": {"amount": "500000.00", "currency": "DKK"},
        "sumIndex": [{"from": "2026-01-01", "percent": "2.5"}],
        "enrolledOn": "2025-03-14",
        "country": "DK",
        "publicHealthInsurance": True,
        "relation": "employee",
        "scheme": "company",
        "bornOn": "1990-05-04",
    }


if __name__ == "__main__":
    sys.exit(import_once() if sys.argv[1:] == ["import"] else main())
