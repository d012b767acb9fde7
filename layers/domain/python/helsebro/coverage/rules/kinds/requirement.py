"""Requirement: a paper or a fact that a clause needs before it grants anything."""

from __future__ import annotations

from helsebro.coverage.question.facts import FLAG, PATHS, Situation
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Grants when ``needs`` and ``papers`` hold. A missing paper can still arrive; a failed need denies.

    ``unknownRefers`` names a flag: when it is set, an unknown need is referred to a person (Q28).
    """
    when, needs = row.when.test, row.needs.test
    refers = row.text("unknownRefers")
    papers = [(path, condition.test) for path, condition in row.papers.items()]

    def evaluate(situation: Situation) -> Finding | None:
        facts = situation.facts
        applies = when(facts)
        if applies is False:
            return None
        met = needs(facts)
        lacking = tuple(path for path, is_there in papers if is_there(facts) is not True)
        if met is True and not lacking:
            return Finding("grant") if applies is True else None
        if applies is not True:
            return unknown((*applies, *(() if isinstance(met, bool) else met), *lacking))
        if met is False:
            return Finding("deny", denies=True)
        if met is not True and refers and facts[refers] is True:
            return Finding("refer", {"unknown": list(met)})
        return unknown((*(() if met is True else met), *lacking))

    return evaluate


def _flag(path: object) -> bool:
    return PATHS.get(str(path)) == FLAG


KIND = Kind(build, {"unknownRefers": _flag})
