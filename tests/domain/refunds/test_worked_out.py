"""A bill that is not paid in full says how its amount was worked out."""

from __future__ import annotations

import pytest

from helsebro.refunds.worked_out import worked_out
from tests.domain.refunds.test_explanation import CAPPED, decided


@pytest.mark.parametrize(
    "paid, subsidy, is_capped, name, rest",
    [
        ("300.00", "120.00", True, "less-subsidy-to-the-cap", "480.00"),
        ("480.00", "120.00", False, "less-subsidy", "480.00"),
        ("280.00", "320.00", True, "less-subsidy", "280.00"),
        ("300.00", None, True, "to-the-cap", "600.00"),
    ],
)
def test_the_amount_follows_from_the_price_the_subsidy_and_the_cap(
    paid: str, subsidy: str | None, is_capped: bool, name: str, rest: str
) -> None:
    found = worked_out(decided(paid, *([CAPPED] if is_capped else []), subsidy=subsidy))
    assert found is not None
    assert (found.name, found.rest.as_json()["amount"]) == (name, rest)


@pytest.mark.parametrize("paid", ["600.00", "250.00", "0.00"])
def test_another_amount_is_not_worked_out(paid: str) -> None:
    assert worked_out(decided(paid, CAPPED, subsidy="120.00")) is None
