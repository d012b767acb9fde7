from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import KINDS_BY_CODE, account_of, carries, moved_to, written_to

SLIP = PaymentMeans("93", "71", "026840149965328", "81234567")
DANISH = PaymentMeans("42", "", "faktura 1001", "0440116243", "0040")
KID = PaymentMeans("30", "", "12345674", "15032080003")
RIGHT = {
    "DK": [
        SLIP,
        PaymentMeans("93", "75", "0026840149965328", "81234567"),
        PaymentMeans("93", "73", "", "81234567"),
        DANISH,
        replace(DANISH, code="31"),
        replace(DANISH, account="1"),
        PaymentMeans("58", "", "", "DK50 0040 0440 1162 43"),
        PaymentMeans("58", "", "", "DE89370400440532013000", "COBADEFFXXX"),
        PaymentMeans("58", "", "", "NO9386011117947"),
    ],
    "NO": [
        KID,
        replace(KID, number=""),
        replace(KID, code="31"),
        replace(KID, account="NO9386011117947"),
        PaymentMeans("58", "", "", "DK5000400440116243"),
    ],
}
WRONG = {
    "DK": [
        replace(SLIP, number="026840149965327"),
        replace(SLIP, number="0026840149965328"),
        replace(SLIP, kind="75"),
        replace(SLIP, kind="73", number="18"),
        replace(SLIP, kind=""),
        replace(SLIP, kind="01"),
        replace(SLIP, account="8123456"),
        replace(SLIP, account="812345678"),
        replace(SLIP, account="8123456A"),
        replace(SLIP, branch="0040"),
        replace(DANISH, branch="004"),
        replace(DANISH, branch="00400"),
        replace(DANISH, account="04401162430"),
        replace(DANISH, account="044011624X"),
        replace(DANISH, account="DK5000400440116243", branch=""),
        PaymentMeans("58", "", "", "DK5000400440116244"),
        PaymentMeans("58", "", "", "TR330006100519786457841326"),
        PaymentMeans("58", "", "", "0440116243", "0040"),
        PaymentMeans("31", "", "", "15032080003"),
        KID,
    ],
    "NO": [
        replace(KID, account="1503208000"),
        replace(KID, account="150320800030"),
        replace(KID, account="15032080004"),
        replace(KID, number="12345675"),
        replace(KID, branch="0040"),
        replace(KID, account="NO9386011117948"),
        replace(KID, account="NO9386011117947", number="12345675"),
        replace(KID, account="NO9386011117947", branch="DNBANOKK"),
        replace(KID, account="DK5000400440116243"),
        SLIP,
        DANISH,
    ],
}


@pytest.mark.parametrize("country, means", [(name, each) for name, rows in RIGHT.items() for each in rows])
def test_what_the_payers_of_a_country_pay_has_an_account(country: str, means: PaymentMeans) -> None:
    assert account_of(means, country) == account_of(means) is not None


@pytest.mark.parametrize("country, means", [(name, each) for name, rows in WRONG.items() for each in rows])
def test_what_no_bank_would_carry_has_none(country: str, means: PaymentMeans) -> None:
    assert account_of(means, country) is None


@pytest.mark.parametrize("code", ["", "1", "10", "48", "49", "50", "57", "59", "97", "30 ", "٤٢"])
def test_the_list_of_codes_is_closed(code: str) -> None:
    for country in KINDS_BY_CODE:
        assert not carries(PaymentMeans(code), country)
        assert account_of(replace(DANISH, code=code), country) is None
        assert account_of(replace(KID, code=code), country) is None


@pytest.mark.parametrize("means", [each for rows in RIGHT.values() for each in rows])
def test_an_account_is_written_in_the_form_of_the_code(means: PaymentMeans) -> None:
    account = account_of(means)
    assert account
    written = written_to(account, means)
    again = account_of(written)
    assert again is not None
    assert again.canonical == account.canonical
    assert (written.code, written.kind, written.number) == (means.code, means.kind, means.number)


def test_a_registered_account_is_paid_as_iban_where_the_invoice_asks_for_it() -> None:
    account = account_of(DANISH)
    assert account
    assert written_to(account, PaymentMeans("58", "", "", "DK50 0040 0440 1162 43")) == PaymentMeans(
        "58", "", "", "DK5000400440116243"
    )


@pytest.mark.parametrize(
    "before, to, country, after",
    [
        (DANISH, "1", "DK", replace(DANISH, account="0000000001")),
        (SLIP, "1", "DK", PaymentMeans("42", account="0000000001", branch="0040")),
        (KID, "86011117947", "NO", replace(KID, account="86011117947")),
        (KID, "1", "NO", PaymentMeans("58", account="DK9800400000000001")),
    ],
)
def test_money_that_came_back_goes_to_another_account_by_a_way_that_exists(
    before: PaymentMeans, to: str, country: str, after: PaymentMeans
) -> None:
    norwegian = PayeeAccount("account-no", account_number=to)
    account = norwegian if len(to) > 10 else PayeeAccount("account-dk", "0040", to)
    moved = moved_to(account, before, country)
    assert replace(moved, account="") == replace(after, account="")
    found = account_of(moved, country)
    assert found
    assert found.canonical == account.canonical
