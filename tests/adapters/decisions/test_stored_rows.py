"""Rows that were stored while answers and subjects were plain maps read, and are written the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.guarantees.extension import Extension
from helsebro.refunds.refund import Refund
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import question_item
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
    return {name: part for name, part in row.items() if name not in BESIDE}


@pytest.mark.parametrize("name, kind", KINDS, ids=[name for name, _ in KINDS])
def test_a_stored_row_reads_and_is_written_as_it_was(name: str, kind: type[Any]) -> None:
    row = value_of(ROWS[name])
    assert to_item(from_item(kind, row)) == row


@pytest.mark.parametrize("name", ["claim in review", "denied claim", "clarified claim"])
def test_a_stored_claim_reads_and_is_written_as_it_was_but_for_empty_evidence(name: str) -> None:
    row = value_of(ROWS[name])
    claim = from_item(Claim, row)
    written = {**to_item(claim), "question": question_item(claim.question)}
    told = {part: value for part, value in row["question"].items() if value != {}}
    assert written == {**row, "question": told}


def test_a_stored_decision_reads_and_is_written_as_it_was() -> None:
    row = ROWS["decision record"]
    record = dynamo_decisions.record_in(row)
    assert dynamo_decisions.item_of(record) == row
    assert record.answer.product == "SF1706"
