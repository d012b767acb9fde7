"""An event about a transfer of ours is read as the documentation describes it; any other is none of ours."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helsebro_aws.payments.stripe.event_body import event_of
from helsebro_aws.payments.stripe.event_report import report_of
from helsebro_aws.payments.stripe.stripe_object import NotStripes

FIXTURE = json.loads((Path(__file__).parent / "fixtures" / "event.json").read_text("utf-8"))
OURS = {"payable": "pay-a", "file": "pfl-b"}


def event(happened: str = "transfer.created", of: dict[str, Any] | None = None, **changes: Any) -> bytes:
    transfer = {**FIXTURE["data"]["object"], "currency": "dkk", "metadata": OURS, **(of or {})}
    return json.dumps({**FIXTURE, "type": happened, "data": {"object": transfer}, **changes}).encode()


@pytest.mark.parametrize(
    "happened, back, said, ore",
    [
        ("transfer.created", 0, "paid", 400),
        ("transfer.reversed", 400, "returned", 400),
        ("transfer.reversed", 100, "returned", 100),
        ("transfer.updated", 0, "other", 400),
    ],
)
def test_an_event_is_an_answer_of_one_row(happened: str, back: int, said: str, ore: int) -> None:
    report = report_of(event(happened, {"amount_reversed": back}))
    [answer] = report.answers
    assert (report.kind, report.family) == ("stripe", happened)
    assert (answer.said, answer.ore, answer.currency) == (said, ore, "DKK")
    assert (answer.end_to_end_id, answer.message_id) == ("pay-a", "pfl-b")
    assert answer.bank_reference == "tr_1MiN3gLkdIwHu7ixNCZvFdgA"


def test_a_payment_is_of_the_day_of_its_transfer_and_a_return_of_its_event() -> None:
    [paid] = report_of(event()).answers
    [back] = report_of(event("transfer.reversed", {"amount_reversed": 400})).answers
    assert (paid.moved_on, back.moved_on) == (date(2023, 3, 5), date(2023, 6, 7))


@pytest.mark.parametrize(
    "body",
    [
        event("payout.paid"),
        event("payout.failed"),
        event("account.updated"),
        event(of={"metadata": {}}),
        event(of={"metadata": {"payable": "pay-a"}}),
        event(of={"metadata": None}),
        event(of={"object": "topup"}),
    ],
)
def test_what_is_about_no_transfer_of_ours_is_nothing(body: bytes) -> None:
    assert event_of(body) is None
    with pytest.raises(NotStripes):
        report_of(body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"\xff",
        event(id="evt_"),
        event(id=7),
        event(object="v2.core.event"),
        event(created="now"),
        event(created=10**30),
        event(created=True),
        event(data=None),
        event(data={"object": []}),
        event(of={"amount": "400"}),
        event(of={"amount_reversed": None}),
        event(of={"currency": 7}),
        event(of={"id": None}),
    ],
)
def test_what_is_no_event_is_refused(body: bytes) -> None:
    with pytest.raises(NotStripes):
        event_of(body)
