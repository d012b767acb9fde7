"""The decision on a billed treatment reads as people write it."""

from __future__ import annotations

import pytest

from helsebro.money import Money
from helsebro_aws.refunds.treatment_view import explained
from tests.domain.refunds.test_explanation import ABOVE, CAPPED, decided


def headline(paid: str, language: str, subsidy: str | None = None) -> str:
    said = explained(decided(paid, CAPPED, subsidy=subsidy), "SA1706", language)["headline"]
    return str(said).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "language, end", [("da", ": 600 kr."), ("nb", ": 600 danske kr."), ("en", ": DKK 600.")]
)
def test_a_treatment_paid_in_full_ends_with_one_full_stop(language: str, end: str) -> None:
    assert headline("600.00", language).endswith(end)


@pytest.mark.parametrize(
    "language, end",
    [
        (
            "da",
            "600 kr. minus dit tilskud på 120 kr. er 480 kr., og vi betaler højst 300 kr. pr. behandling.",
        ),
        ("en", "DKK 600 less your subsidy of DKK 120 is DKK 480, and we pay at most DKK 300 per session."),
    ],
)
def test_the_amount_is_worked_out_in_one_sentence(language: str, end: str) -> None:
    assert headline("300.00", language, subsidy="120.00").endswith(end)


def test_a_guardian_reads_of_the_patients_subsidy() -> None:
    treatment = decided("300.00", CAPPED, subsidy="120.00")
    said = str(explained(treatment, "SA1706", "da", "other")["headline"]).replace("\N{NO-BREAK SPACE}", " ")
    assert "600 kr. minus patientens tilskud på 120 kr." in said


@pytest.mark.parametrize(
    "language, reason",
    [
        ("da", "Vi har bevilget højst 250 kr. til behandlingen."),
        ("nb", "Vi har innvilget høyst 250 danske kr til behandlingen."),
        ("en", "We have granted at most DKK 250 for the treatment."),
    ],
)
def test_a_bill_above_the_granted_price_names_that_price(language: str, reason: str) -> None:
    treatment = decided("250.00", outside_grant=ABOVE, granted_price=Money.of(250))
    [row] = explained(treatment, "SA1706", language)["because"]
    assert str(row["detail"]).replace("\N{NO-BREAK SPACE}", " ") == reason
