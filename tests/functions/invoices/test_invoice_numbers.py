from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from helsebro_aws.dynamodb.tables import Put, tables
from local.clinic import ubl
from tests.builders.invoice_stage import (
    Stage,
    staged,
)
from tests.builders.invoices import FIRST
from tests.builders.payments.judged_invoices import judged, owed


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def test_an_invoice_number_is_used_once(stage: Stage) -> None:
    assert judged(stage, stage.invoice(sessions=stage.sessions[:1]))["status"] == "accepted"
    again = judged(stage, stage.invoice(sessions=stage.sessions[1:]))
    assert [finding["rule"] for finding in again["findings"]] == ["HB-20"]


def test_a_number_in_other_signs_of_unicode_is_the_same_number(stage: Stage) -> None:
    one, another = stage.sessions
    assert judged(stage, stage.invoice(number="Å-17", sessions=(one,)))["status"] == "accepted"
    spelt = "a\N{COMBINING RING ABOVE}\N{NON-BREAKING HYPHEN}17"
    again = judged(stage, stage.invoice(number=spelt, sessions=(another,)))
    assert [finding["rule"] for finding in again["findings"]] == ["HB-20"]
    note = stage.invoice(number="K-1", credits=spelt, sessions=(one,))
    assert judged(stage, note)["status"] == "accepted"


def take_number(stage: Stage, sort_key: str, number: str = "2026-1001", **more: str) -> None:
    row = {"pk": stage.clinic_id, "sk": sort_key, "number": number, "invoiceId": "inv_old", **more}
    tables.commit([Put(tables.settings.money_table, row)])


def test_an_invoice_number_comes_again_in_another_year(stage: Stage) -> None:
    take_number(stage, "NUMBER#2026-1001#2025")
    assert judged(stage, stage.invoice())["status"] == "accepted"
    note = stage.invoice(number="K-1", credits="2026-1001", sessions=stage.sessions[1:])
    assert judged(stage, note)["status"] == "accepted"
    assert [payable["amount"]["amount"] for payable in owed()] == ["950.00"]


def test_a_credit_note_finds_the_invoice_with_its_sessions_among_those_of_its_number(stage: Stage) -> None:
    assert judged(stage, stage.invoice())["status"] == "accepted"
    later = {"payableId": "pay_later", "payer": stage.guarantee.payer}
    take_number(stage, "NUMBER#2026-1001#2027", **later)
    note = stage.invoice(number="K-1", credits="2026-1001", sessions=stage.sessions[1:])
    assert judged(stage, note)["status"] == "accepted"


@pytest.mark.parametrize("sort_key", ["NUMBERED#2026#2026-1001", "NUMBER#2026-1001#2026", "NUMBER#2026-1001"])
def test_a_number_of_the_year_or_taken_before_years_counted_stays_taken(stage: Stage, sort_key: str) -> None:
    take_number(stage, sort_key)
    assert [finding["rule"] for finding in judged(stage, stage.invoice())["findings"]] == ["HB-20"]


def test_the_numbers_of_a_year_and_those_that_hold_a_year_are_apart(stage: Stage) -> None:
    take_number(stage, "NUMBER#A#2026", "A#2026")
    take_number(stage, "NUMBER#2026#B", "2026#B")
    one, another = stage.sessions
    assert judged(stage, stage.invoice(number="A", sessions=(one,)))["status"] == "accepted"
    again = judged(stage, stage.invoice(number="A#2026", sessions=(another,)))
    assert [finding["rule"] for finding in again["findings"]] == ["HB-20"]
    assert judged(stage, stage.invoice(number="B", sessions=(another,)))["status"] == "accepted"


def test_the_number_of_a_rejected_invoice_may_be_used_again(stage: Stage) -> None:
    wrong = ubl.Session(stage.sessions[0].booking_id, FIRST, Decimal(999), "first")
    assert judged(stage, stage.invoice(sessions=(wrong,)))["status"] == "rejected"
    assert judged(stage, stage.invoice(sessions=stage.sessions[:1]))["status"] == "accepted"
