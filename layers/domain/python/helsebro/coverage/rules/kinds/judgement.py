"""Judgement: what the terms let a person decide ("may", "after our assessment"); never a denial (Q21)."""

from __future__ import annotations

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Refers when ``when`` holds."""
    test = row.when.test

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        return Finding("refer") if applies is True else unknown(applies)

    return evaluate


KIND = Kind(build, lambda _: frozenset({"refer"}), {}, frozenset({"when"}))
