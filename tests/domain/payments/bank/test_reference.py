from __future__ import annotations

import pytest

from helsebro.payments.bank.reference import FiCode, FreeText, Kid, Reference, reference_of
from helsebro.payments.payment_means import PaymentMeans

TEXT = "Helsebro 1007"


def asked(text: str) -> FreeText:
    return FreeText(text, is_asked=True)


@pytest.mark.parametrize(
    "means, country, reference",
    [
        (PaymentMeans("93", "71", "026840149965328", "81234567"), "DK", FiCode("71", "026840149965328")),
        (PaymentMeans("93", "75", "0268401499653280", "81234567"), "DK", FiCode("75", "0268401499653280")),
        (PaymentMeans("93", "73", "", "81234567"), "DK", FiCode("73", "", TEXT)),
        (PaymentMeans("30", number="1234567897", account="86011117947"), "NO", Kid("1234567897")),
        (PaymentMeans("31", number="1234567897", account="86011117947"), "NO", Kid("1234567897")),
        (PaymentMeans("30", account="86011117947"), "NO", FreeText(TEXT)),
        (PaymentMeans("31", number="1234567897", account="NO9386011117947"), "NO", Kid("1234567897")),
        (PaymentMeans("58", number="1234567897", account="NO9386011117947"), "NO", Kid("1234567897")),
        (PaymentMeans("58", number="1234567897", account="no93 8601 1117 947"), "NO", Kid("1234567897")),
        (PaymentMeans("58", account="NO9386011117947"), "NO", FreeText(TEXT)),
        (PaymentMeans("42", account="440116243", branch="0040"), "DK", FreeText(TEXT)),
        # No KID: its check digit is wrong, or the account or the payer is of another country.
        (PaymentMeans("58", number="1234567898", account="NO9386011117947"), "NO", asked("1234567898")),
        (
            PaymentMeans("58", number="1234567897", account="DE89370400440532013000"),
            "NO",
            asked("1234567897"),
        ),
        (PaymentMeans("58", number="1234567897", account="NO9386011117947"), "DK", asked("1234567897")),
        (PaymentMeans("42", number="77", account="440116243", branch="0040"), "DK", asked("77")),
        (PaymentMeans("42", number="1007  A", account="440116243", branch="0040"), "DK", asked("1007 A")),
        (
            PaymentMeans("31", number="1234567897", account="440116243", branch="0040"),
            "DK",
            asked("1234567897"),
        ),
    ],
)
def test_a_transfer_has_the_reference_that_the_creditor_asks_for(
    means: PaymentMeans, country: str, reference: Reference
) -> None:
    assert reference_of(means, country, TEXT) == reference


@pytest.mark.parametrize(
    "reference, is_right",
    [
        (FiCode("71", "026840149965328"), True),
        (FiCode("71", "026840149965329"), False),
        (FiCode("75", "026840149965328"), False),
        (FiCode("73"), True),
        (FiCode("73", "1"), False),
        (FiCode("04", "026840149965328"), False),
        (Kid("1234567897"), True),
        (Kid("1234567898"), False),
    ],
)
def test_a_number_has_the_check_digit_of_its_kind(reference: FiCode | Kid, is_right: bool) -> None:
    assert reference.is_right is is_right
