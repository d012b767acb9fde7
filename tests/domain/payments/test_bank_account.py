from __future__ import annotations

import pytest

from helsebro.payments.bank_account import BankAccount, faults

REGISTRATION, ACCOUNT, IBAN = "/payTo/registrationNumber", "/payTo/accountNumber", "/payTo/iban"


@pytest.mark.parametrize(
    "sent, pointers",
    [
        ({"registrationNumber": "1234", "accountNumber": "1"}, []),
        ({"registrationNumber": "1234", "accountNumber": "1234567890"}, []),
        ({"accountNumber": "86011117947"}, []),
        ({"accountNumber": "86011117948"}, [ACCOUNT]),
        ({"accountNumber": "8601111794"}, [REGISTRATION]),
        ({"iban": "DK5000400440116243"}, []),
        ({"iban": "NO93 8601 1117 947"}, []),
        ({}, [REGISTRATION, ACCOUNT]),
        ({"registrationNumber": "123", "accountNumber": "12345678901"}, [REGISTRATION, ACCOUNT]),
        ({"registrationNumber": "१२३४", "accountNumber": 12}, [REGISTRATION, ACCOUNT]),
        ({"registrationNumber": "1234"}, [ACCOUNT]),
        ({"iban": "DK5000400440116244"}, [IBAN]),
        ({"iban": "5000400440116243"}, [IBAN]),
        ({"iban": "DE813704004405320130000"}, [IBAN]),
        ({"iban": "de89 3704 0044 0532 0130 00"}, []),
        ({"iban": ["DK5000400440116243"]}, [IBAN]),
        ({"iban": "TR330006100519786457841326"}, [IBAN]),
        ({"iban": "x", "accountNumber": "1"}, [IBAN, "/payTo"]),
    ],
)
def test_every_fault_of_an_account_is_returned(sent: dict[str, object], pointers: list[str]) -> None:
    assert [fault.pointer for fault in faults(sent)] == pointers


@pytest.mark.parametrize(
    "account",
    [
        BankAccount("1234", "0987654321"),
        BankAccount(account_number="86011117947"),
        BankAccount(iban="DK5000400440116243"),
    ],
)
def test_an_account_survives_its_text_and_its_repr_shows_no_number(account: BankAccount) -> None:
    assert BankAccount.of_text(account.text) == account
    assert not any(digit in repr(account) for digit in "0123456789")


@pytest.mark.parametrize(
    "account, country, pointers",
    [
        (BankAccount("1234", "1"), "DK", []),
        (BankAccount("1234", "1"), "NO", ["/payTo"]),
        (BankAccount(account_number="86011117947"), "NO", []),
        (BankAccount(account_number="86011117947"), "DK", ["/payTo"]),
        (BankAccount(iban="DK5000400440116243"), "NO", []),
        (BankAccount(iban="NO9386011117947"), "DK", []),
    ],
)
def test_a_payer_pays_to_the_accounts_of_its_country_and_to_every_iban(
    account: BankAccount, country: str, pointers: list[str]
) -> None:
    assert [fault.pointer for fault in account.faults_in(country)] == pointers
