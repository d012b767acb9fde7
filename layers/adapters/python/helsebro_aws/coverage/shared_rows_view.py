"""Shared rows: the rows that the treatments of a refund have in common are shown once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

DAY = "treatment.startsOn"
PRICE = "treatment.cost"


def share_rows(treatments: Sequence[dict[str, Any]], own_facts: Collection[str]) -> list[dict[str, Any]]:
    """Returns each rule of the treatments once, as the last one that it bore on has it.

    A treatment keeps only the rows of its ``trail`` that say something else than these; the rules of the
    others become its ``sharedRules``. ``own_facts`` are the facts that each treatment shows beside its rows:
    a row that differs in nothing else says the same.
    """

    def said(row: dict[str, Any]) -> dict[str, Any]:
        facts = {name: value for name, value in row["facts"].items() if name not in own_facts}
        return {**row, "facts": facts}

    rows = {row["rule"]: row for treatment in treatments for row in treatment["trail"]}
    shared = {rule: said(row) for rule, row in rows.items()}
    for treatment in treatments:
        trail = treatment["trail"]
        treatment["trail"] = [row for row in trail if said(row) != shared[row["rule"]]]
        treatment["sharedRules"] = [row["rule"] for row in trail if said(row) == shared[row["rule"]]]
    return [*rows.values()]
