"""Requirement: a paper or a fact that a clause needs before it grants anything."""

from __future__ import annotations

from dataclasses import replace

from helsebro.coverage.question.facts import FLAG, PATHS, Situation
from helsebro.coverage.question.vocabulary import REFERRALS
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.coverage.trail import Effect

REFERRAL = "evidence.referral"


def build(row: Row) -> Evaluate:
    """Grants when ``needs`` and ``papers`` hold. A missing paper can still arrive; a failed need denies.

    ``unknownRefers`` names a flag: when it is set, an unknown need is referred to a person (Q28).
    """
    when, needs = row.when.test, row.needs.test
    refers, kind = row.text("unknownRefers"), _weakest(row)
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
        found = unknown((*(() if met is True else met), *lacking))
        return (
            replace(found, facts={**found.facts, "referral": kind}) if kind and REFERRAL in lacking else found
        )

    return evaluate


def _weakest(row: Row) -> str | None:
    """Returns the weakest referral that is enough for a row, when the one of any doctor is not."""
    enough = row.papers[REFERRAL].values.get(REFERRAL, ()) if REFERRAL in row.papers else ()
    kind = next((kind for kind in REFERRALS if kind in enough), None)
    return None if kind == "own-doctor" else kind


def _effects(row: Row) -> frozenset[Effect]:
    return frozenset({"grant", "refer"} if row.text("unknownRefers") else {"grant"})


def _flag(path: object) -> bool:
    return PATHS.get(str(path)) == FLAG


KIND = Kind(build, _effects, {"unknownRefers": _flag})
