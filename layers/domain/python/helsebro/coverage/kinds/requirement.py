"""Requirement: a paper, or a fact, without which a clause gives nothing."""

from __future__ import annotations

from helsebro.coverage.facts import Situation
from helsebro.coverage.finding import Evaluate, Finding, unknown
from helsebro.coverage.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Grants when ``needs`` and ``papers`` hold. A paper can still come; another fact that fails denies."""
    when, needs = row.when.test, row.needs.test
    papers = [(path, condition.test) for path, condition in row.papers.items()]

    def evaluate(situation: Situation) -> Finding | None:
        facts = situation.facts
        applies = when(facts)
        if applies is False:
            return None
        met = needs(facts)
        lacking = tuple(path for path, there in papers if there(facts) is not True)
        if met is True and not lacking:
            return Finding("grant") if applies is True else None
        if applies is not True:
            return unknown((*applies, *(() if isinstance(met, bool) else met), *lacking))
        if met is False:
            return Finding("deny", denies=True)
        return unknown((*(() if met is True else met), *lacking))

    return evaluate


KIND = Kind(build, {})
