"""The payment for transport, which is never more than the bill (R-305, R-1107–R-1109)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders.domain.answers import shown
from tests.builders.domain.asking import LEISURE, decided, kroner

AT_A_RATE = replace(LEISURE, parameters={"transportRatePerKm": "2.23"})


@pytest.mark.parametrize(
    "price, km, recommended, paid",
    [
        ("900.00", 150, None, "669.00"),
        ("500.00", 150, None, "500.00"),
        ("900.00", 150, 110, "490.60"),
        ("900.00", 110, 150, "490.60"),
        ("900.00", 100.5, None, "448.23"),
    ],
)
def test_transport_is_paid_by_the_rate_there_and_back_to_the_recommended_place(
    price: str, km: float, recommended: float | None, paid: str
) -> None:
    decision = decided(
        AT_A_RATE,
        treatment__type="transport",
        treatment__cost=kroner(price),
        treatment__sessions=None,
        treatment__distanceKm=km,
        treatment__recommendedKm=recommended,
    )

    assert shown(decision)["grant"]["payable"] == kroner(paid)


def test_the_amount_is_open_when_the_policy_has_no_rate() -> None:
    answer = decided(treatment__type="transport", treatment__distanceKm=150)

    assert answer.outcome == "covered"
    assert shown(answer)["grant"]["payable"] is None


@pytest.mark.parametrize("bill, paid", [("350.00", "350.00"), ("400.00", "400.00"), ("450.00", "400.00")])
def test_the_payment_is_never_more_than_the_bill_or_the_request(bill: str, paid: str) -> None:
    answer = decided(evidence__actualCost=kroner(bill), treatment__sessions=1)

    assert shown(answer)["grant"]["payable"] == kroner(paid)


def test_a_bill_in_another_currency_leaves_the_amount_open() -> None:
    answer = decided(evidence__actualCost={"amount": "350.00", "currency": "NOK"})

    assert shown(answer)["grant"]["payable"] is None
