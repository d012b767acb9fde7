from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from helsebro.errors import BadInput
from helsebro.money import Money
from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.bank.reference import FiCode, FreeText, Kid
from helsebro.payments.bank.transfer import CreditTransfer, account_of_member
from helsebro.payments.bank.transfer_file import TransferFile
from helsebro.payments.bank_account import BankAccount
from helsebro.payments.payee_account import PayeeAccount
from tests.builders.bank.transfers import (
    DANISH,
    DANISH_DEBTOR,
    FI_CREDITOR,
    GERMAN_IBAN,
    KID,
    NORWEGIAN,
    NORWEGIAN_DEBTOR,
    NORWEGIAN_IBAN,
    SLIP_71,
    transfer,
    transfer_file,
)


def faults(file: TransferFile) -> list[str]:
    return [f"{fault.pointer} {fault.code}" for fault in file.faults()]


def home_of(paid: CreditTransfer) -> Debtor:
    return DANISH_DEBTOR if paid.amount.currency == "DKK" else NORWEGIAN_DEBTOR


def test_a_sound_file_adds_up_in_ore() -> None:
    file = transfer_file(transfer(1, 10), transfer(2, 85_005), transfer(3, 1))
    assert (file.total_ore, file.total) == (85_016, Money.of("850.16"))
    file.must_be_sound()


@pytest.mark.parametrize(
    "sound",
    [
        transfer(account=FI_CREDITOR, reference=SLIP_71),
        transfer(account=FI_CREDITOR, reference=FiCode("73", text="Helsebro 1007")),
        transfer(account=NORWEGIAN, currency="NOK", reference=KID),
        transfer(account=NORWEGIAN_IBAN, currency="NOK", reference=KID),
        transfer(account=NORWEGIAN, currency="DKK"),
        transfer(account=GERMAN_IBAN),
    ],
)
def test_every_way_of_paying_has_its_reference(sound: CreditTransfer) -> None:
    assert faults(transfer_file(sound, debtor=home_of(sound))) == []


@pytest.mark.parametrize(
    "broken, found",
    [
        (transfer(ore=0), ["/amount transfer-amount-not-positive"]),
        (transfer(ore=-1), ["/amount transfer-amount-not-positive"]),
        (
            replace(transfer(), amount=Money(Decimal("0.015"))),
            ["/amount transfer-amount-not-whole"],
        ),
        (transfer(name="  "), ["/creditorName missing"]),
        (replace(transfer(), end_to_end_id="pay_1"), ["/endToEndId bank-id-malformed"]),
        (replace(transfer(), end_to_end_id="p" * 36), ["/endToEndId bank-id-malformed"]),
        (transfer(account=PayeeAccount("account-dk", "0040")), ["/account account-not-payable"]),
        (transfer(account=PayeeAccount("account-dk", "0040", "1" * 11)), ["/account account-not-payable"]),
        (transfer(account=replace(DANISH, iban="DK50")), ["/account account-not-payable"]),
        (
            transfer(account=PayeeAccount("account-no", account_number="86011117948")),
            ["/account account-not-payable"],
        ),
        (
            transfer(account=PayeeAccount("iban", iban="DK5000400440116244")),
            ["/account account-not-payable"],
        ),
        (transfer(account=FI_CREDITOR), ["/reference reference-not-of-the-account"]),
        (transfer(reference=SLIP_71), ["/reference reference-not-of-the-account"]),
        (transfer(reference=KID), ["/reference reference-not-of-the-account"]),
        (
            transfer(account=NORWEGIAN, reference=KID),
            ["/reference reference-not-of-the-account"],
        ),
        (
            transfer(account=FI_CREDITOR, reference=FiCode("71", "026840149965329")),
            ["/reference reference-malformed"],
        ),
        (
            transfer(account=NORWEGIAN, currency="NOK", reference=Kid("1234567898")),
            ["/reference reference-malformed"],
        ),
    ],
)
def test_every_fault_of_a_transfer_is_named_with_its_place(broken: CreditTransfer, found: list[str]) -> None:
    assert faults(transfer_file(broken, debtor=home_of(broken))) == [
        f"/transfers/0{fault}" for fault in found
    ]


@pytest.mark.parametrize(
    "paid",
    [
        transfer(account=FI_CREDITOR, reference=SLIP_71),
        transfer(account=FI_CREDITOR, reference=FiCode("73", text="Helsebro 1007")),
    ],
)
def test_a_danish_payment_slip_is_paid_from_a_danish_account_only(paid: CreditTransfer) -> None:
    assert faults(transfer_file(paid, debtor=NORWEGIAN_DEBTOR)) == [
        "/transfers/0/reference reference-not-of-the-account"
    ]


def test_a_kid_is_paid_from_a_norwegian_account_only() -> None:
    paid = transfer(account=NORWEGIAN, currency="NOK", reference=KID)
    assert faults(transfer_file(paid)) == ["/transfers/0/reference reference-not-of-the-account"]


def test_a_file_has_one_currency() -> None:
    file = transfer_file(transfer(1), transfer(2, currency="NOK", account=NORWEGIAN))
    assert faults(file) == ["/transfers/1/amount transfer-of-another-currency"]


def test_a_transfer_is_in_a_file_once_whatever_its_letters() -> None:
    file = transfer_file(transfer(1), transfer(2), replace(transfer(), end_to_end_id="PAY-1"))
    assert faults(file) == [
        "/transfers/0/endToEndId transfer-twice",
        "/transfers/2/endToEndId transfer-twice",
    ]


@pytest.mark.parametrize(
    "debtor, found",
    [
        (DANISH_DEBTOR, []),
        (NORWEGIAN_DEBTOR, []),
        (replace(DANISH_DEBTOR, name=" "), ["/debtor/name missing"]),
        (replace(DANISH_DEBTOR, account=FI_CREDITOR), ["/debtor/account account-not-payable"]),
        (
            replace(DANISH_DEBTOR, account=PayeeAccount("account-dk", "004", "1")),
            ["/debtor/account account-not-payable"],
        ),
        (replace(DANISH_DEBTOR, bic="DABADK"), ["/debtor/bic bic-malformed"]),
        (replace(DANISH_DEBTOR, agreement="C" * 36), ["/debtor/agreement too-long"]),
    ],
)
def test_every_fault_of_the_payer_is_named(debtor: Debtor, found: list[str]) -> None:
    assert faults(transfer_file(transfer(), debtor=debtor)) == found


def test_all_faults_of_a_file_are_told_at_once() -> None:
    file = replace(transfer_file(), message_id="m" * 36, created_at=datetime(2026, 3, 2))
    with pytest.raises(BadInput) as raised:
        file.must_be_sound()
    assert [f"{fault.pointer} {fault.code}" for fault in raised.value.faults] == [
        "/messageId bank-id-malformed",
        "/createdAt not-an-instant",
        "/transfers transfers-missing",
    ]


@pytest.mark.parametrize(
    "to, account",
    [
        (BankAccount("0040", "440116243"), DANISH),
        (BankAccount(account_number="86011117947"), NORWEGIAN),
        (BankAccount(iban="NO9386011117947"), NORWEGIAN_IBAN),
    ],
)
def test_a_member_is_paid_like_a_clinic(to: BankAccount, account: PayeeAccount) -> None:
    assert account_of_member(to) == account


def test_no_name_and_no_number_is_printed() -> None:
    printed = repr(transfer_file(transfer(reference=FreeText("Helsebro 1007"))))
    assert "Klinikken" not in printed
    assert "440116243" not in printed
