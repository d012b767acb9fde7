"""Every amount of the contract has its currency beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import helsebro_aws

DOCUMENT: dict[str, Any] = json.loads(
    (Path(helsebro_aws.__file__).parent / "openapi.json").read_text("utf-8")
)
MONEY = {"amount", "currency"}
NAMES = ("annualSum", "cost", "payable", "perSession", "claimed", "premium", "subsidy")
"""Fields that are amounts wherever they stand, but for what is named below."""
NO_AMOUNTS = {("ChangedPremium", "premium"), ("Invoice", "payable"), ("Policy", "premium")}


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        yield name, schema.get("properties", {})


def test_an_amount_that_is_a_text_or_a_number_stands_beside_its_currency() -> None:
    alone = [
        name
        for name, fields in schemas()
        if "amount" in fields and "$ref" not in json.dumps(fields["amount"]) and not fields.keys() >= MONEY
    ]
    assert alone == []


def test_money_is_an_amount_with_a_currency_that_both_must_be_there() -> None:
    money = DOCUMENT["components"]["schemas"]["Money"]
    assert set(money["required"]) == set(money["properties"]) == MONEY


def test_what_is_named_as_money_is_money() -> None:
    wrong = [
        (name, field)
        for name, fields in schemas()
        for field in NAMES
        if field in fields and "Money" not in json.dumps(fields[field])
    ]
    assert [each for each in wrong if each not in NO_AMOUNTS] == []
