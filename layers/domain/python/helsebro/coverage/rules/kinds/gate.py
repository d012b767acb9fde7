"""Module gate: the content of a module is covered only when the policy has that module."""

from __future__ import annotations

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Denies when the row applies and the policy does not have its module; grants when it has."""
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


KIND = Kind(
    build,
    lambda _: frozenset({"grant", "deny"}),
    {"module": vocabulary.MODULES.__contains__},
    frozenset({"when", "module"}),
)
