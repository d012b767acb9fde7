"""Exclusion: what the terms never cover unless a more specific clause covers it (Q4-Q7)."""

from __future__ import annotations

from typing import Literal

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.coverage.trail import Effect


def build(row: Row) -> Evaluate:
    """Denies when ``when`` holds and ``unless`` does not; names the clause that wins when both hold.

    ``excusedPays`` then says who is paid. When ``refers`` holds too, a person decides instead.
    """
    when, wins = row.when.test, row.text("yieldsTo")
    excused = _excused(row)

    def evaluate(situation: Situation) -> Finding | None:
        applies = when(situation.facts)
        if applies is False:
            return None
        excepted, referred = row.unless.test(situation.facts), row.refers.test(situation.facts)
        if excepted is True:
            return excused if applies is True and wins else None
        open_paths = tuple(
            path for truth in (applies, excepted) if not isinstance(truth, bool) for path in truth
        )
        if referred is True:
            return unknown(open_paths) if open_paths else Finding("refer")
        open_paths += () if isinstance(referred, bool) else referred
        return unknown(open_paths) if open_paths else Finding("deny", denies=True)

    return evaluate


def _effects(row: Row) -> frozenset[Effect]:
    possible: dict[Effect, bool] = {
        "deny": True,
        "note": bool(row.text("yieldsTo")),
        "refer": bool(row.refers.reads),
    }
    return frozenset(effect for effect, is_possible in possible.items() if is_possible)


def _excused(row: Row) -> Finding:
    pays: Literal["refund"] | None = "refund" if row.text("excusedPays") == "refund" else None
    return Finding("note", {"yieldsTo": row.text("yieldsTo")}, settlement=pays)


KIND = Kind(
    build,
    _effects,
    {"yieldsTo": fields.text, "excusedPays": ("refund",).__contains__},
    frozenset({"when"}),
)
