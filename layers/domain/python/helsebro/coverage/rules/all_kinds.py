"""The rule kinds by the name that a row of the terms uses. A new kind is a module and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.coverage.rules.kinds import (
    administration,
    cap,
    exclusion,
    gate,
    judgement,
    note,
    period,
    portion,
    requirement,
    settlement,
    split,
    subsidy,
    suspension,
    wait,
)
from helsebro.coverage.rules.rule import Kind

KINDS: Mapping[str, Kind] = {
    "gate": gate.KIND,
    "exclusion": exclusion.KIND,
    "requirement": requirement.KIND,
    "wait": wait.KIND,
    "suspension": suspension.KIND,
    "cap": cap.KIND,
    "period": period.KIND,
    "portion": portion.KIND,
    "subsidy": subsidy.KIND,
    "split": split.KIND,
    "settlement": settlement.KIND,
    "judgement": judgement.KIND,
    "note": note.KIND,
    administration.NAME: administration.KIND,
}
