"""Exclusion: what the terms never cover unless a more specific clause covers it (Q4-Q7)."""

from __future__ import annotations

from typing import Literal

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Denies when ``when`` holds and ``unless`` does not; names the clause that wins when both hold.

    ``excusedPays`` then says who is paid.
    """
    when, unless, wins = row.when.test, row.unless.test, row.text("yieldsTo")
    pays: Literal["refund"] | None = "refund" if row.text("excusedPays") == "refund" else None

    def evaluate(situation: Situation) -> Finding | None:
        applies = when(situation.facts)
        if applies is False:
            return None
        excepted = unless(situation.facts)
        if excepted is True:
            if applies is not True or not wins:
                return None
            return Finding("note", {"yieldsTo": wins}, settlement=pays)
        if applies is True and excepted is False:
            return Finding("deny", denies=True)
        paths = () if applies is True else applies
        return unknown(paths if isinstance(excepted, bool) else paths + excepted)

    return evaluate


KIND = Kind(build, {"yieldsTo": fields.text, "excusedPays": ("refund",).__contains__}, frozenset({"when"}))
