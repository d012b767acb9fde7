"""A bank carries the id of a payable without its payer, and only that payer finds it again."""

from __future__ import annotations

import pytest

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import PayableId
from helsebro.payments.bank.bank_id import is_bank_id
from helsebro.payments.runs.end_to_end import end_to_end_id, payable_named


def payable_of(payer: str) -> PayableId:
    return PayableId(ids.within("pay", ids.mint("clm", payer, b"0123456789"), b"abcdef"))


@pytest.mark.parametrize("payer", ["t", "tryg", "a" * 63])
def test_an_id_comes_back_whole_in_any_letters(payer: str) -> None:
    text = end_to_end_id(payable_of(payer))
    assert is_bank_id(text)
    assert {payable_named(each, payer) for each in (text, text.upper())} == {payable_of(payer)}
    assert payable_named(text, "other") != payable_of(payer)


@pytest.mark.parametrize("attempt", [1, 2, 10, 9999])
def test_each_attempt_has_an_id_of_its_own_that_a_bank_carries(attempt: int) -> None:
    text = end_to_end_id(payable_of("tryg"), attempt)
    assert is_bank_id(text)
    assert (text == end_to_end_id(payable_of("tryg"))) is (attempt == 1)
    assert payable_named(text.upper(), "tryg") == payable_of("tryg")


@pytest.mark.parametrize(
    "text", ["", "NOTPROVIDED", "pay-", "pay-aaaa", "ref-gaytemzugu3doobzmfrggzdfmy", "æ" * 30]
)
def test_a_text_of_anyone_else_is_no_payable(text: str) -> None:
    with pytest.raises(NotFound):
        payable_named(text, "tryg")
