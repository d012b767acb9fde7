"""A cover as JSON: a stored decision keeps the policy as it was."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from helsebro.coverage.question import cover_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.cover_rates import CoverRate
from helsebro.coverage.question.former import Former
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE

FULL = replace(
    LEISURE,
    policy_id="pol_1",
    policyholder="10150817",
    seniority_from=date(2023, 5, 1),
    left_on=date(2027, 1, 31),
    other_product="SA1706",
    other_sum=Money.of("400000.00"),
    parameters={"preExistingWaitMonths": 6, "subsidyDeducted": False, "sharedSum": "own"},
    sum_index=((date(2025, 1, 1), Decimal("2.5")), (date(2026, 1, 1), Decimal("3.10"))),
    former=Former("health-insurance", date(2020, 1, 1), date(2024, 1, 1)),
    suspended=((date(2026, 3, 1), date(2026, 3, 9)), (date(2026, 9, 1), None)),
    rates=(
        CoverRate("physiotherapy", "first", Money.of(475), date(2026, 1, 1), "country"),
        CoverRate("transport", "kilometre", Money.of("2.50"), date(2026, 7, 1), "payer", 3),
    ),
    public_health_insurance=False,
    country="NO",
    relation="child",
    scheme="voluntary",
)


@pytest.mark.parametrize("cover", [LEISURE, FULL], ids=["plain", "full"])
def test_a_stored_cover_is_read_unchanged(cover: Cover) -> None:
    assert cover_json.read(json.loads(json.dumps(cover_json.write(cover)))) == cover


def test_the_full_cover_leaves_no_field_at_its_default() -> None:
    plain = Cover(
        "P-1", "SF1706", LEISURE.effective_from, "01-01", frozenset(), Money.zero(), date(2024, 1, 1)
    )
    same = {field.name for field in fields(Cover) if getattr(plain, field.name) == getattr(FULL, field.name)}

    assert same == {"policy_number", "product", "effective_from", "policy_year_start", "enrolled_on"}


def test_unknown_fields_are_left_out() -> None:
    assert not {"leftOn", "former", "suspended", "otherSum", "policyId"} & cover_json.write(LEISURE).keys()


def test_a_stored_cover_without_a_product_is_refused() -> None:
    with pytest.raises(KeyError):
        cover_json.read({"policyNumber": "P-1"})
