"""No count of 1 to 4 is shown, and none can be computed from the others and their sum."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from helsebro.quality.decision_report import CountedDecisions, DecisionReport, report
from helsebro.quality.iso_week import IsoWeek
from helsebro.quality.small_cells import FEW, beside_a_hidden_sum, beside_their_sum

WEEK = IsoWeek(2026, 48)


@pytest.mark.parametrize(
    "cells, shown",
    [
        ({"a": 9, "b": 0}, {"a": 9, "b": 0}),
        # The only small one could be computed from the sum, so the smallest other one is hidden too.
        ({"a": 3, "b": 9, "c": 7}, {"a": None, "b": 9, "c": None}),
        ({"a": 3, "b": 4, "c": 7}, {"a": None, "b": None, "c": 7}),
        # Two that are 4 together would be a small cell of their own.
        ({"a": 2, "b": 2, "c": 7, "d": 8}, {"a": None, "b": None, "c": None, "d": 8}),
        ({"a": 1, "b": 0, "c": 6}, {"a": None, "b": 0, "c": None}),
    ],
)
def test_what_is_small_is_hidden_with_what_it_could_be_computed_from(
    cells: dict[str, int], shown: dict[str, int | None]
) -> None:
    assert beside_their_sum(cells) == shown


def test_of_a_hidden_sum_only_the_zeros_are_shown() -> None:
    assert beside_a_hidden_sum({"a": 9, "b": 0, "c": 1}) == {"a": None, "b": 0, "c": None}


def test_no_difference_of_a_report_is_a_small_cell() -> None:
    """Every cell and every rest of a sum is hidden, 0, or at least 5: also across clauses and products."""
    for one, two, other in product((0, 1, 3, 5, 12), repeat=3):
        _must_hide_what_is_small(one, two, other)


def _must_hide_what_is_small(one: int, two: int, other: int) -> None:
    found = _report(_row("SA1706", "6.1", one), _row("SA1706", "8.2", two), _row("SF1706", "6.1", other))
    denied = {name: row["denied"] for name, row in found.clauses.items()}
    products = {name: row["denied"] for name, row in found.products.items()}
    total = found.total["denied"]
    _must_tell_nothing(total, products)
    for name, count in products.items():
        _must_tell_nothing(count, {key: cell for key, cell in denied.items() if key[0] == name})


def test_all_of_a_small_total_is_hidden_in_every_table() -> None:
    found = _report(_row("SA1706", "6.1", 2, group="north"), _row("SF1706", "6.1", 2, group="south"))
    tables = (found.products, found.clauses, found.groups)
    assert found.total["denied"] is None
    assert {cell["denied"] for table in tables for cell in table.values()} == {None}
    assert found.total["approved"] == 0


def test_what_was_overturned_is_counted_by_why_and_together() -> None:
    counts = {"overturnedByEvidence": 6, "overturnedByReview": 7}
    found = _report(CountedDecisions("SA1706", "6.1", "", counts))
    assert (found.total["overturned"], found.groups[""]["overturned"]) == (13, 13)
    assert found.overturned == {"evidence": 6, "review": 7, "complaint": 0}


def _row(product: str, clause: str, denied: int, group: str = "") -> CountedDecisions:
    return CountedDecisions(product, clause, group, {"denied": denied})


def _report(*rows: CountedDecisions) -> DecisionReport:
    return report("tryg", WEEK, WEEK, rows)


def _must_tell_nothing(total: int | None, cells: Mapping[Any, int | None]) -> None:
    shown = [count for count in cells.values() if count is not None]
    hidden = len(cells) - len(shown)
    assert all(count == 0 or count >= FEW for count in shown)
    if total is None:
        assert hidden or not cells
        return
    rest = total - sum(shown)
    assert hidden != 1
    assert rest >= FEW if hidden else rest == 0
