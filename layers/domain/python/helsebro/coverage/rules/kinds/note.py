"""Note: a duty or a fact that the member should read with the answer; it decides nothing."""

from __future__ import annotations

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Adds a note when ``when`` holds."""
    test = row.when.test

    def evaluate(situation: Situation) -> Finding | None:
        return Finding("note") if test(situation.facts) is True else None

    return evaluate


KIND = Kind(build, {})
