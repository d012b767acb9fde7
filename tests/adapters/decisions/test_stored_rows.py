"""Rows that were stored with the texts of their trails read, and are written with the same content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helsebro.coverage.trail import Trail
from helsebro.guarantees.extension import Extension
from helsebro.refunds.refund import Refund
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import attributes_of, claim_in
from helsebro_aws.coverage.stored_question import as_today
from helsebro_aws.decisions import dynamo_decisions
from helsebro_aws.dynamodb.record import from_item, to_item

ROWS: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("stored_rows.json").read_text())
BESIDE = {"pk", "sk", "listPk", "listSk", "taskToken", "sealedPayTo"}
"""Attributes that are no part of the value."""
KINDS: list[tuple[str, type[Any]]] = [
    ("open task of a claim", Task),
    ("open task of a refund", Task),
    ("decided task of an extension", Task),
    ("refund", Refund),
    ("approved extension", Extension),
    ("denied extension", Extension),
]


def value_of(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what is beside the value, and without what a proposal no longer stores."""
    value = {name: part for name, part in row.items() if name not in BESIDE}
    if "proposal" in value:
        proposal = {name: part for name, part in value["proposal"].items() if name != "language"}
        if "treatments" in proposal:
            del proposal["trail"]
        value["proposal"] = proposal
    return value


def with_plain_trails(item: Any) -> Any:
    """An item with every trail as the list of steps that it was stored as before."""
    if isinstance(item, list):
        return [with_plain_trails(part) for part in item]
    if not isinstance(item, dict):
        return item
    if "deflated" in item:
        return [
            {
                "rule": step.rule,
                "clause": step.clause,
                "effect": step.effect,
                "facts": step.facts,
                "detail": step.detail,
            }
            for step in Trail.from_json(item)
        ]
    return {name: with_plain_trails(part) for name, part in item.items()}


@pytest.mark.parametrize("name, kind", KINDS, ids=[name for name, _ in KINDS])
def test_a_stored_row_reads_and_is_written_as_it_was(name: str, kind: type[Any]) -> None:
    row = value_of(ROWS[name])
    since: dict[str, Any] = {"replies": []} if kind in (Refund, Extension) else {}
    since |= {"openFacts": []} if kind is Refund else {}
    assert with_plain_trails(to_item(from_item(kind, row))) == {**since, **row}


@pytest.mark.parametrize("name", ["claim in review", "denied claim", "clarified claim"])
def test_a_stored_claim_reads_and_is_written_as_it_was_but_for_empty_evidence(name: str) -> None:
    row = value_of(ROWS[name])
    claim = claim_in(row)
    written = attributes_of(claim)
    told = {part: value for part, value in row["question"].items() if value != {}}
    assert with_plain_trails(written) == {**row, "question": told}


def test_a_stored_decision_reads_and_is_written_as_it_was() -> None:
    row = ROWS["decision record"]
    record = dynamo_decisions.record_in(row)
    item = dynamo_decisions.item_of(record)
    stored = with_plain_trails(json.loads(item["decision"]))
    before = json.loads(row["decision"])
    before["question"] = as_today(before["question"])
    for step in before["answer"]["trail"]:
        step.setdefault("detail", None)
    before["answer"]["grant"].setdefault("beginBy", None)
    assert {**item, "decision": stored} == {**row, "decision": before}
    assert record.answer.product == "SF1706"
