"""Settlement: whether the payer pays the clinic directly or refunds the member."""

from __future__ import annotations

from typing import Literal

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Sets who is paid when ``when`` holds; while that is unknown, the settlement is unknown too."""
    test = row.when.test
    pays: Literal["direct", "refund"] = "direct" if row.text("pays") == "direct" else "refund"

    def evaluate(situation: Situation) -> Finding | None:
        if test(situation.facts) is not True:
            return None
        return Finding("grant" if pays == "direct" else "note", {"settlement": pays}, settlement=pays)

    return evaluate


KIND = Kind(
    build,
    lambda row: frozenset({"grant"} if row.text("pays") == "direct" else {"note"}),
    {"pays": ("direct", "refund").__contains__},
    frozenset({"when", "pays"}),
)
