from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from functions.payments.ledger.handler import handler

from helsebro import ids
from helsebro.ids import ClaimId
from helsebro.money import Money
from helsebro.payments.ledger import commitments, payable_entries
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.papers.sheet_cells import BYTE_ORDER_MARK
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.ledger.entries import EntryExists, entry_operations
from tests.builders.calls import ask, event, staff
from tests.builders.domain.guarantees import guarantee
from tests.builders.money.case_money import payable

pytestmark = pytest.mark.usefixtures("aws")
DAY = datetime(2026, 11, 21, 9, tzinfo=UTC)
CLAIM = ClaimId(ids.mint("clm", "tryg", b"ledger-day"))
GUARANTEE = guarantee(claim_id=CLAIM, guarantee_id=ids.within("gar", CLAIM, bytes(6)), issued_at=DAY)
OWED = replace(payable(), claim_id=CLAIM)
INVOICE = EntryCause("inv_a", CLAIM, DAY.replace(hour=12), guarantee_id=GUARANTEE.guarantee_id)


def store(*entries: LedgerEntry) -> None:
    tables.commit(entry_operations(entries))


@pytest.fixture(autouse=True)
def _booked(aws: dict[str, Any]) -> None:
    """A guarantee of 1,350 kr., of which one session is invoiced on the same day."""
    assert aws
    tables.commit(DynamoGuarantees().creation(GUARANTEE))
    store(*payable_entries.invoiced(OWED, INVOICE))


def listed(query: str = "?day=2026-11-21", by: Any = None, **headers: str) -> Any:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(handler, event("GET", f"/v1/ledger{query}", by=by or staff("finance"), headers=sent))


def balance(of: str = GUARANTEE.guarantee_id, by: Any = None) -> Any:
    return ask(handler, event("GET", f"/v1/guarantees/{of}/balance", by=by or staff("finance")))


def test_finance_sees_the_entries_of_a_day_with_both_accounts_oldest_first() -> None:
    first, *others = listed(accept_language="en").body["items"]
    assert (first["kind"], first["causeId"], first["claimId"]) == ("granted", GUARANTEE.guarantee_id, CLAIM)
    assert first["amount"] == {"amount": "1350.00", "currency": "DKK"}
    assert first["debit"] == {"number": "9100", "name": "Guarantees, granted"}
    assert first["credit"] == {"number": "9900", "name": "Guarantees, contra"}
    assert {each["kind"] for each in others} == {"invoiced", "approved"}


def test_a_day_comes_in_pages() -> None:
    page = listed("?day=2026-11-21&limit=2").body
    rest = listed(f"?day=2026-11-21&limit=2&cursor={page['nextCursor']}").body
    assert [len(page["items"]), len(rest["items"]), rest["nextCursor"]] == [2, 1, None]


@pytest.mark.parametrize("query", ["?day=2026-11-22", "?day=2026-11-20"])
def test_another_day_has_none_of_them(query: str) -> None:
    assert listed(query).body["items"] == []


@pytest.mark.parametrize("query", ["", "?day=today", "?day=20261121", "?day=2026-02-30", "?day=9999-01-01"])
def test_a_day_that_is_none_is_refused(query: str) -> None:
    refused = listed(query)
    assert (refused.status, refused.body["errors"][0]["code"]) == (400, "ledger-day-malformed")


@pytest.mark.parametrize(
    ("language", "delimiter", "columns", "amount"),
    [
        ("da", ";", ["Dag", "Debet", "Kredit", "Beløb"], "1350,00"),
        ("nb", ";", ["Dag", "Debet", "Kredit", "Beløp"], "1350,00"),
        ("en", ",", ["Day", "Debit", "Credit", "Amount"], "1350.00"),
    ],
)
def test_a_sheet_has_the_whole_day_in_the_language_of_the_call(
    language: str, delimiter: str, columns: list[str], amount: str
) -> None:
    answer = listed(accept="text/csv", accept_language=language)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "ledger-2026-11-21.csv" in answer.headers["content-disposition"]
    lines = csv.DictReader(io.StringIO(answer.body.removeprefix(BYTE_ORDER_MARK)), delimiter=delimiter)
    rows = list(lines)
    assert {*columns} <= {*(lines.fieldnames or ())}
    assert [rows[0][columns[1]], rows[0][columns[2]], rows[0][columns[3]]] == ["9100", "9900", amount]
    assert len(rows) == 3


def test_a_balance_is_the_sum_of_the_entries_of_a_guarantee() -> None:
    store(*payable_entries.released(OWED, EntryCause("pfl_a", CLAIM, DAY)))
    [found] = balance().body["balances"]
    assert {name: each["amount"] for name, each in found.items() if each["amount"] != "0.00"} == {
        "granted": "1350.00",
        "invoiced": "450.00",
        "underWay": "450.00",
    }


def test_another_payers_finance_sees_neither() -> None:
    other = staff("finance", payer="gjensidige")
    assert listed(by=other).body["items"] == []
    unknown = balance(ids.within("gar", CLAIM, b"others")).body
    assert (balance(by=other).status, balance(by=other).body["code"]) == (404, unknown["code"])


def test_an_entry_is_stored_once_and_never_changed() -> None:
    [entry] = commitments.granted(replace(INVOICE, cause_id=GUARANTEE.guarantee_id), Money.of(1))
    with pytest.raises(EntryExists):
        store(entry)
    [kept] = [each for each in DynamoLedger().of_case(CLAIM) if each.kind == "granted"]
    assert kept.ore == 135_000
