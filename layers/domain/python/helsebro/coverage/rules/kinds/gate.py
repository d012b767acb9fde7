"""Module gate: what a module holds is covered only where the policy shows that module."""

from __future__ import annotations

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Denies where the row applies and its module is not in the policy; else tells that it is."""
    module, test = row.text("module"), row.when.test

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False or (applies is not True and module in situation.cover.modules):
            return None
        if applies is not True:
            return unknown(applies)
        if module in situation.cover.modules:
            return Finding("grant", {"module": module, "selected": True})
        return Finding("deny", {"module": module, "selected": False}, denies=True)

    return evaluate


KIND = Kind(build, {"module": vocabulary.MODULES.__contains__}, frozenset({"when", "module"}))
