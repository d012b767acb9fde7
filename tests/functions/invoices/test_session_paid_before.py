"""A session whose bill was refunded is not invoiced too: the clinic hears it in its language (promise 27)."""

from __future__ import annotations

from typing import Any

import pytest
from functions.invoices.preflight_invoice.handler import handler as preflight

from helsebro.plain_words import plain_words
from helsebro_aws.dynamodb.tables import tables
from tests.builders.calls import ask
from tests.builders.invoice_stage import staged
from tests.builders.invoices import FIRST
from tests.builders.payments.judged_invoices import judged, owed
from tests.promises.paid_once.desk import Desk

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def desk(aws: dict[str, Any]) -> Desk:
    assert aws
    return Desk(staged())


def test_an_invoice_of_a_refunded_session_is_rejected_with_its_day(desk: Desk) -> None:
    desk.refund().run(tables)
    invoice = judged(desk.stage, desk.stage.invoice(), accept_language="en")
    assert invoice["status"] == "rejected"
    [finding] = invoice["findings"]
    assert (finding["rule"], finding["severity"]) == ("HB-34", "fatal")
    day = plain_words("en").of_day(FIRST)
    assert finding["message"].startswith(f"The client's treatment on {day} has already been accepted")
    assert [payable["kind"] for payable in owed()] == ["refund"]


def test_preflight_says_the_same_before_the_invoice_is_sent(desk: Desk) -> None:
    desk.refund().run(tables)
    body = desk.stage.invoice(sessions=desk.stage.sessions[:1])
    answer = ask(preflight, desk.stage.sent("/v1/invoices/preflight", body)).body
    assert (answer["status"], [finding["rule"] for finding in answer["findings"]]) == ("rejected", ["HB-34"])


def test_the_other_sessions_of_the_guarantee_are_paid(desk: Desk) -> None:
    desk.refund().run(tables)
    invoice = judged(desk.stage, desk.stage.invoice(sessions=desk.stage.sessions[1:]))
    assert (invoice["status"], invoice["findings"]) == ("accepted", [])
    assert sorted(payable["kind"] for payable in owed()) == ["invoice", "refund"]


def test_a_second_practitioner_of_the_day_is_left_to_finance(desk: Desk) -> None:
    desk.know_the_practitioner("ABC12")
    desk.refund("XYZ98").run(tables)
    body = desk.stage.invoice(sessions=desk.stage.sessions[:1])
    answer = ask(preflight, desk.stage.sent("/v1/invoices/preflight", body)).body
    found = [(finding["rule"], finding["severity"]) for finding in answer["findings"]]
    assert found == [("HB-35", "review")]


def test_preflight_names_the_invoice_that_a_session_was_paid_by(desk: Desk) -> None:
    judged(desk.stage, desk.stage.invoice(number="F-1"))
    answer = ask(preflight, desk.stage.sent("/v1/invoices/preflight", desk.stage.invoice(number="F-2"))).body
    assert answer["status"] == "rejected"
    assert any("F-1" in finding["message"] for finding in answer["findings"])
