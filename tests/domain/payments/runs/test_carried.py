from __future__ import annotations

import pytest

from helsebro.money import Money
from helsebro.payments.bank.reference import FreeText, Kid
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.runs.carried import Creditor, transfer_to
from tests.builders.bank.transfers import DANISH, DANISH_IBAN, GERMAN_IBAN, NORWEGIAN_IBAN

AMOUNT = Money.of("850.00")


def creditor(account: PayeeAccount) -> Creditor:
    return Creditor("Klinik Nord", account, "2026-17")


@pytest.mark.parametrize(
    "account, means, text",
    [
        (DANISH, PaymentMeans("42", "", "FAKTURA 17", "440116243", "0040"), "FAKTURA 17"),
        (DANISH_IBAN, PaymentMeans("58", "", "FAKTURA 17", "DK5000400440116243"), "FAKTURA 17"),
        (DANISH, PaymentMeans("42", "", "", "440116243", "0040"), "Helsebro 2026-17"),
        (DANISH, None, "Helsebro 2026-17"),
    ],
)
def test_what_the_clinic_asks_for_is_what_its_bank_receives(
    account: PayeeAccount, means: PaymentMeans | None, text: str
) -> None:
    reference = transfer_to(creditor(account), means, AMOUNT, "DK").reference
    assert isinstance(reference, FreeText)
    assert reference.text == text


def test_a_kid_beside_an_iban_is_paid_as_a_kid() -> None:
    means = PaymentMeans("58", "", "1234567897", "NO9386011117947")
    paid = transfer_to(creditor(NORWEGIAN_IBAN), means, Money.of("850.00", "NOK"), "NO")
    assert paid.reference == Kid("1234567897")
    assert list(paid.faults("NOK", "NO")) == []


@pytest.mark.parametrize(
    "account, text, is_carried",
    [
        (DANISH, "Åben faktura", True),
        (GERMAN_IBAN, "Åben faktura", False),
        (GERMAN_IBAN, "Faktura 17", True),
        (DANISH, "Faktura_17", False),
    ],
)
def test_the_clinics_text_is_carried_sign_for_sign_or_not_at_all(
    account: PayeeAccount, text: str, is_carried: bool
) -> None:
    means = PaymentMeans("58", "", text, account.as_iban or "")
    faults = [
        fault.pointer for fault in transfer_to(creditor(account), means, AMOUNT, "DK").faults("DKK", "DK")
    ]
    assert faults == ([] if is_carried else ["/reference"])
