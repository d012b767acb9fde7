"""Note: a duty or a fact that the member should read with the answer; it decides nothing."""

from __future__ import annotations

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.index import steps_until
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row

INDEXED = "cover.sumIndexed"


def build(row: Row) -> Evaluate:
    """Adds a note when ``when`` holds. One about the index names the steps that moved the sum (R-1318)."""
    test, of_index = row.when.test, INDEXED in row.when.values

    def evaluate(situation: Situation) -> Finding | None:
        if test(situation.facts) is not True:
            return None
        if not of_index:
            return Finding("note")
        steps = steps_until(situation.cover, situation.on)
        return Finding("note", {"index": [{"from": day, "percent": percent} for day, percent in steps]})

    return evaluate


KIND = Kind(build, lambda _: frozenset({"note"}), {})
