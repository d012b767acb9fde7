from __future__ import annotations

import pytest

from helsebro.payments.payee_account import PayeeAccount, faults

OF_IBAN = PayeeAccount("iban", iban="DK5000400440116243")


@pytest.mark.parametrize(
    "sent, found",
    [
        ({"kind": "account-dk", "registrationNumber": "0040", "accountNumber": "440116243"}, []),
        ({"kind": "account-dk", "registrationNumber": " 0040 ", "accountNumber": "0440 116 243"}, []),
        ({"kind": "fi", "creditorNumber": "81234567"}, []),
        ({"kind": "account-no", "accountNumber": "1503 20 80003"}, []),
        ({"kind": "iban", "iban": "no93 8601 1117 947"}, []),
        ({"kind": "stripe", "connectedAccount": " acct_1MTfjCQ9PRzxEwkZ "}, []),
        ({"kind": "stripe"}, ["connectedAccount missing"]),
        *(
            (
                {"kind": "stripe", "connectedAccount": wrong},
                ["connectedAccount connected-account-malformed"],
            )
            for wrong in (
                "acct_",
                "acct_1MTfj-Q9PRzxEwkZ",
                "ACCT_1MTfjCQ9PRzxEwkZ",
                "1MTfjCQ9PRzxEwkZ",
                "acct_ø",
            )
        ),
        (
            {"kind": "stripe", "connectedAccount": "acct_1MTfjCQ9PRzxEwkZ", "iban": "DK5000400440116243"},
            ["iban payee-field-of-another-kind"],
        ),
        ({"kind": "account-dk"}, ["registrationNumber missing", "accountNumber missing"]),
        (
            {"kind": "account-dk", "registrationNumber": "004", "accountNumber": "12345678901"},
            ["registrationNumber registration-number-malformed", "accountNumber danish-account-malformed"],
        ),
        ({"kind": "fi", "creditorNumber": "8123456"}, ["creditorNumber creditor-number-malformed"]),
        ({"kind": "fi", "creditorNumber": "८१२३४५६७"}, ["creditorNumber creditor-number-malformed"]),
        (
            {"kind": "account-no", "accountNumber": "1503208000"},
            ["accountNumber norwegian-account-malformed"],
        ),
        ({"kind": "account-no", "accountNumber": "15032080004"}, ["accountNumber account-check-digit"]),
        ({"kind": "iban", "iban": "DK5000400440116244"}, ["iban iban-malformed"]),
        (
            {"kind": "fi", "iban": "DK5000400440116243"},
            ["creditorNumber missing", "iban payee-field-of-another-kind"],
        ),
        (
            {"kind": "account-dk", "registrationNumber": "0000", "accountNumber": "0000000000"},
            ["registrationNumber registration-number-malformed", "accountNumber danish-account-malformed"],
        ),
        ({"kind": "fi", "creditorNumber": "00000000"}, ["creditorNumber creditor-number-malformed"]),
        ({"kind": "fi", "creditorNumber": "12345678"}, ["creditorNumber creditor-number-malformed"]),
        (
            {"kind": "account-no", "accountNumber": "00000000000"},
            ["accountNumber norwegian-account-malformed"],
        ),
        ({"kind": "iban", "iban": "DK1800000000000000"}, ["iban iban-malformed"]),
        ({"kind": "cash"}, []),
        ({}, []),
        ({"kind": "iban", "iban": 5}, []),
    ],
)
def test_every_fault_of_an_account_is_found(sent: dict[str, object], found: list[str]) -> None:
    assert [f"{fault.pointer[1:]} {fault.code}" for fault in faults(sent)] == found


@pytest.mark.parametrize(
    "forms",
    [
        (
            PayeeAccount("account-dk", "0040", "0440116243"),
            PayeeAccount("account-dk", "0040", "440116243"),
            OF_IBAN,
        ),
        (
            PayeeAccount("account-no", account_number="86011117947"),
            PayeeAccount("iban", iban="NO9386011117947"),
        ),
    ],
)
def test_all_forms_of_an_account_are_one(forms: tuple[PayeeAccount, ...]) -> None:
    assert len({form.canonical for form in forms}) == 1
    assert len({form.as_iban for form in forms}) == 1


def test_accounts_of_different_kinds_with_the_same_digits_are_two() -> None:
    same = "86011117947"
    kinds = (
        PayeeAccount("account-no", account_number=same),
        PayeeAccount("fi", creditor_number=same),
        PayeeAccount("account-dk", same[:4], same[4:]),
    )
    assert len({account.canonical for account in kinds}) == len(kinds)


def test_a_creditor_has_no_iban_and_a_foreign_iban_is_itself() -> None:
    german = "DE89370400440532013000"
    assert PayeeAccount("fi", creditor_number="81234567").as_iban is None
    assert PayeeAccount("iban", iban=german).as_iban == PayeeAccount("iban", iban=german).canonical == german


def test_neither_its_repr_nor_its_masked_form_shows_the_account() -> None:
    assert not any(digit in repr(OF_IBAN) for digit in "0123456789")
    assert OF_IBAN.masked == "••••6243"


@pytest.mark.parametrize(
    "account,forms",
    [
        (PayeeAccount("fi", creditor_number="81234567"), {"81234567"}),
        (
            PayeeAccount("account-dk", registration_number="0040", account_number="440116243"),
            {"440116243", "0440116243", "DK5000400440116243"},
        ),
        (PayeeAccount("account-no", account_number="86011117947"), {"86011117947", "NO9386011117947"}),
    ],
)
def test_an_account_stands_in_an_invoice_in_these_forms(account: PayeeAccount, forms: set[str]) -> None:
    assert account.forms == forms


def test_an_account_at_stripe_is_shown_by_its_last_signs_and_has_no_iban() -> None:
    account = PayeeAccount("stripe", connected_account="acct_1MTfjCQ9PRzxEwkZ")
    assert (account.masked, account.as_iban, account.is_at_stripe) == ("••••EwkZ", None, True)
    assert "acct_" not in repr(account)


def test_small_and_capital_letters_make_two_accounts_at_stripe() -> None:
    one = PayeeAccount("stripe", connected_account="acct_1MTfjCQ9PRzxEwkZ")
    other = PayeeAccount("stripe", connected_account="acct_1mtfjCQ9PRzxEwkZ")
    assert one.canonical != other.canonical
