"""Split: two insurers that both cover a treatment share it in proportion to what each would pay alone."""

from __future__ import annotations

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.money import Money

THEIRS = "evidence.otherInsurerPays"


def build(row: Row) -> Evaluate:
    """Shares the price when ``when`` holds; the amount is open until the other insurer's is known."""
    test = row.when.test

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        theirs, currency = situation.facts[THEIRS], situation.cover.annual_sum.currency
        if applies is not True or not isinstance(theirs, Money) or theirs.currency != currency:
            paths = () if applies is True else applies
            return Finding("note", {"unknown": [*paths, THEIRS]}, amount_open=True)
        return Finding("cap", {"theirs": theirs.as_json()}, others_pay=theirs.amount)

    return evaluate


KIND = Kind(build, lambda _: frozenset({"cap", "note"}), {}, frozenset({"when"}), frozenset({THEIRS}))
