"""Stripe's answers mean what its documentation says, and no other transfer is taken for the one asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from helsebro import ids
from helsebro.ids import ClaimId, PayableId, PaymentFileId
from helsebro.money import Money
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.runs.end_to_end import end_to_end_id
from helsebro.payments.stripe.stripe_transfer import StripeTransfer
from helsebro.payments.stripe.transfer_outcome import (
    StripeKeyRefused,
    TransferDiffers,
    TransferMade,
    TransferPending,
    TransferRefused,
)
from helsebro_aws.payments.stripe.transfer_answer import found_in, outcome_of

FIXTURES = Path(__file__).parent / "fixtures"
CLAIM = ClaimId(ids.mint("clm", "tryg", bytes(16)))
ASKED = StripeTransfer(
    PayableId(ids.within("pay", CLAIM, bytes(16))),
    PaymentFileId("pfl_" + "a" * 26),
    Money.of(4),
    "acct_1MTfjCQ9PRzxEwkZ",
)
OURS = {"payable": end_to_end_id(ASKED.payable_id), "file": as_bank_id(ASKED.file_id)}
MADE = TransferMade("tr_1MiN3gLkdIwHu7ixNCZvFdgA", datetime.fromtimestamp(1678043844, UTC))


def fixture(name: str) -> dict[str, Any]:
    return dict(json.loads((FIXTURES / f"{name}.json").read_text("utf-8")))


def transfer(**changes: Any) -> dict[str, Any]:
    return {**fixture("transfer"), "currency": "dkk", "metadata": OURS, **changes}


def body(content: Any) -> bytes:
    return json.dumps(content).encode()


def test_a_created_transfer_is_made_at_stripes_time() -> None:
    assert outcome_of(ASKED, 200, body(transfer()), None) == MADE


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 401},
        {"currency": "nok"},
        {"destination": "acct_1MTfjCQ9PRzxEwkz"},
        {"metadata": {}},
        {"metadata": {**OURS, "file": "pfl-another"}},
        {"metadata": {**OURS, "payable": "pay-another"}},
    ],
)
def test_another_transfer_is_never_taken_for_it(changes: dict[str, Any]) -> None:
    for act in (
        lambda: outcome_of(ASKED, 200, body(transfer(**changes)), None),
        lambda: found_in(ASKED, 200, body({"data": [transfer(**changes)]}), None),
    ):
        with pytest.raises(TransferDiffers):
            act()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", body({}), body(transfer(amount="400"))])
def test_an_answer_that_cannot_be_read_is_asked_for_again(content: bytes) -> None:
    with pytest.raises(TransferPending, match="answer-malformed"):
        outcome_of(ASKED, 200, content, None)


@pytest.mark.parametrize("status", [400, 402, 404])
def test_a_refusal_has_stripes_code(status: int) -> None:
    assert outcome_of(ASKED, status, body(fixture("error")), None) == TransferRefused("balance_insufficient")


@pytest.mark.parametrize(
    "error, code",
    [
        ({"type": "invalid_request_error"}, "invalid_request_error"),
        ({"code": "", "type": "card_error"}, "card_error"),
        ({"code": "Anna Jensen"}, "stripe-refused"),
        ({"code": "x" * 65}, "stripe-refused"),
        ({}, "stripe-refused"),
        (None, "stripe-refused"),
    ],
)
def test_a_refusal_without_a_code_of_its_form_keeps_no_text(error: Any, code: str) -> None:
    assert outcome_of(ASKED, 400, body({"error": error}), None) == TransferRefused(code)


def test_a_key_that_was_used_for_something_else_is_for_a_person() -> None:
    with pytest.raises(TransferDiffers):
        outcome_of(ASKED, 400, body({"error": {"type": "idempotency_error"}}), None)


@pytest.mark.parametrize("status", [302, 409, 424, 429, 500, 502, 503, 504])
@pytest.mark.parametrize("read", [outcome_of, found_in])
def test_any_other_status_may_have_another_answer_later(read: Callable[..., Any], status: int) -> None:
    with pytest.raises(TransferPending) as later:
        read(ASKED, status, b"", 7)
    assert (later.value.why, later.value.seconds) == (str(status), 7)


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("read", [outcome_of, found_in])
def test_a_refused_key_is_no_refused_transfer(read: Callable[..., Any], status: int) -> None:
    with pytest.raises(StripeKeyRefused):
        read(ASKED, status, body(fixture("error")), None)


def test_a_transfer_is_found_among_those_of_its_group() -> None:
    found = {**fixture("transfers"), "data": [transfer()]}
    assert found_in(ASKED, 200, body(found), None) == MADE
    assert found_in(ASKED, 200, body({**found, "data": []}), None) is None
    with pytest.raises(TransferDiffers):
        found_in(ASKED, 200, body({**found, "data": [transfer(), transfer()]}), None)
