from __future__ import annotations

import pytest

from helsebro.payments.bank.bank_id import as_bank_id, from_bank_id, is_bank_id


@pytest.mark.parametrize("text", ["a", "pay-abc234", "A/b-?:().,'+", "x" * 35])
def test_a_bank_carries_ids_of_its_own_set(text: str) -> None:
    assert is_bank_id(text)


@pytest.mark.parametrize("text", ["", "x" * 36, "pay_abc", "æ", "a b", "/a", "a/", "a//b", "a\n", "１"])
def test_a_bank_carries_no_other_id(text: str) -> None:
    assert not is_bank_id(text)


@pytest.mark.parametrize("bank_writes", [str, str.upper, "  {} ".format])
def test_an_id_of_ours_comes_back_whatever_the_bank_does_to_its_letters(bank_writes: object) -> None:
    ours = "pfl_abcdefgh234567"
    assert is_bank_id(as_bank_id(ours))
    assert from_bank_id(bank_writes(as_bank_id(ours))) == ours  # type: ignore[operator]
