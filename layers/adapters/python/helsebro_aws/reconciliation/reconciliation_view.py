"""A reconciliation as finance sees it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.reconciliation.difference import MoneyDifference
from helsebro.reconciliation.reconciliation import Reconciliation
from helsebro_aws.dynamodb.record import to_item

HIDDEN = ("payer", "place", "version", "sums")


def shown(reconciliation: Reconciliation, language: str) -> dict[str, Any]:
    """Returns it with each difference in the words of the language."""
    kept = {name: value for name, value in to_item(reconciliation).items() if name not in HIDDEN}
    return {**kept, "listed": [_difference(each, language) for each in reconciliation.listed]}


def _difference(difference: MoneyDifference, language: str) -> dict[str, Any]:
    said = {**to_item(difference), "text": _texts()[difference.kind][language]}
    return {name: value for name, value in said.items() if value != ""}


@cache
def _texts() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(
        Path(__file__).with_name("difference_texts.json").read_text("utf-8")
    )
    return found
