"""A clinic's statement: what it was paid for what, as JSON and as a sheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.payments.ledger.handler import handler

from helsebro import ids
from helsebro.ids import GuaranteeId, InvoiceId, PractitionerId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.payments.statements.statement_line import StatementLine, of_credit_note
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.invoices.keys import invoice_key
from helsebro_aws.papers.sheet_cells import BYTE_ORDER_MARK
from helsebro_aws.payments.statements.dynamo_statements import (
    DynamoStatements,
    StatementOf,
    StatementTooLong,
    line_operations,
)
from helsebro_aws.platform import clock
from tests.builders import network
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.clinics.users import SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.decisions import decide, tasks_in
from tests.builders.payments.bank_stage import (
    DAY,
    applied,
    booked,
    credit,
    debit,
    id_of,
    status_of,
    with_the_bank,
)
from tests.builders.payments.payment_stage import DRAFTS, Owing, owing, set_paying_account
from tests.builders.payments.session_stage import practice, reported

PERIOD = "?from=2026-03-01&until=2026-03-31"
"""The bank of the stage books on 4 March."""


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def statement(to: Owing, query: str = PERIOD, by: Any = None, **headers: str) -> Answered:
    path = f"/v1/clinics/{to.clinic_id}/statement"
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if by is None:
        call = signed("GET", path, clinic_id=to.clinic_id, secret=network.SECRET)
        call["rawQueryString"] = query.removeprefix("?")
        pairs = (part.split("=") for part in query.removeprefix("?").split("&") if part)
        call["queryStringParameters"] = dict(pairs)
        return ask(handler, {**call, "headers": {**call["headers"], **sent}})
    return ask(handler, event("GET", f"{path}{query}", by=by, headers=sent))


def under_a_guarantee(owed: Payable) -> str:
    """Says which guarantee an invoice was sent under, and returns its case reference."""
    assert owed.invoice_id
    assert owed.clinic_id
    guarantee_id = GuaranteeId(ids.within("gar", owed.claim_id, b"guarantee"))
    key = invoice_key(owed.clinic_id, owed.invoice_id)
    tables.commit(
        [Update(tables.settings.money_table, *key, set={"guaranteeId": guarantee_id, "number": "2026-0042"})]
    )
    return pseudonym.case_reference(guarantee_id)


def test_the_clinic_sees_what_was_paid_and_for_which_invoice(to: Owing) -> None:
    owed = to.owes(850)
    reference = under_a_guarantee(owed)
    file_id = with_the_bank()
    assert statement(to).body["items"] == []
    applied(booked(debit(owed, file_id)))
    answer = statement(to).body
    assert answer["items"] == [
        {
            "happened": "paid",
            "day": DAY,
            "amount": {"amount": "850.00", "currency": "DKK"},
            "kind": "invoice",
            "payer": "tryg",
            "payableId": owed.payable_id,
            "invoiceId": owed.invoice_id,
            "invoiceNumber": "2026-0042",
            "caseReference": reference,
            "account": "••••6243",
            "endToEndId": id_of(owed),
            "fileId": file_id,
        }
    ]
    assert owed.claim_id not in json.dumps(answer)
    assert (answer["from"], answer["until"]) == ("2026-03-01", "2026-03-31")
    [total] = answer["sums"]
    assert (total["paid"]["amount"], total["kept"]["amount"]) == ("850.00", "850.00")


def test_a_session_that_is_paid_without_an_invoice_names_the_session_and_its_case_reference(
    aws: dict[str, Any],
) -> None:
    assert aws
    set_paying_account()
    made = practice(payer="tryg")
    assert reported(made.booking_id()) == []
    [owed] = made.owed()
    applied(booked(debit(owed, with_the_bank())))
    [line] = statement(Owing(made.clinic_id), by=DRAFTS).body["items"]
    assert (line["kind"], line["bookingId"]) == ("session", made.booking_id())
    assert line["caseReference"] == made.stage.guarantee.case_reference
    assert ("invoiceId" in line, line["account"]) == (False, "••••6243")


def test_what_came_back_or_was_rejected_is_in_it_and_not_kept(to: Owing) -> None:
    came_back, rejected = to.owes(850), to.owes(450)
    file_id = with_the_bank()
    applied(status_of(file_id, {id_of(rejected): "RJCT"}, why="AC01"))
    applied(booked(debit(came_back, file_id)))
    applied(booked(credit(came_back, file_id, day="2026-03-09")))
    today = local_day(clock.now()).isoformat()
    march = statement(to).body
    assert [(each["happened"], each["day"]) for each in march["items"]] == [
        ("paid", DAY),
        ("returned", "2026-03-09"),
    ]
    assert march["items"][1]["bankReason"] == "AC04"
    assert march["sums"][0]["kept"]["amount"] == "0.00"
    now = statement(to, f"?from={today}&until={today}").body
    assert [(each["happened"], each["bankReason"]) for each in now["items"]] == [("rejected", "AC01")]
    assert {name: now["sums"][0][name]["amount"] for name in ("paid", "rejected", "kept")} == {
        "paid": "0.00",
        "rejected": "450.00",
        "kept": "0.00",
    }


def test_a_returned_payment_that_finance_writes_off_is_paid_no_more(to: Owing) -> None:
    owed = to.owes(850)
    applied(status_of(with_the_bank(), {id_of(owed): "RJCT"}, why="AC01"))
    [task] = tasks_in("payments", by=DRAFTS).body["items"]
    denied = decide(task["taskId"], {"decision": "deny", "reason": "more-needed"}, by=DRAFTS)
    assert denied.status == 200, denied.body
    shown = statement(to, "").body
    assert {each["happened"] for each in shown["items"]} == {"rejected", "written-off"}
    assert shown["sums"][0]["writtenOff"]["amount"] == "850.00"


def test_kroner_of_two_countries_are_never_added(to: Owing) -> None:
    danish = to.owes(850)
    tables.commit(
        line_operations([*credited(danish), *credited(replace(danish, amount=Money.of(500, "NOK")))])
    )
    sums = statement(to, "").body["sums"]
    assert [(each["currency"], each["credited"]["amount"]) for each in sums] == [
        ("DKK", "850.00"),
        ("NOK", "500.00"),
    ]


def credited(owed: Payable) -> tuple[StatementLine, ...]:
    note = InvoiceId(f"inv_{clock.randomness().hex()}")
    return of_credit_note(owed, owed.amount, note, clock.now(), "DK")


def test_it_comes_in_pages_and_the_first_has_the_sums(to: Owing) -> None:
    for amount in (100, 200, 300):
        tables.commit(line_operations(credited(to.owes(amount))))
    first = statement(to, "?limit=2").body
    rest = statement(to, f"?limit=2&cursor={first['nextCursor']}").body
    assert [len(page["items"]) for page in (first, rest)] == [2, 1]
    assert (first["sums"][0]["credited"]["amount"], "sums" in rest) == ("600.00", False)


def test_a_period_with_too_many_lines_is_refused_before_all_are_read(to: Owing) -> None:
    for amount in (100, 200, 300):
        tables.commit(line_operations(credited(to.owes(amount))))
    day = local_day(clock.now())
    asked = StatementOf(to.clinic_id, day, day)
    assert len(DynamoStatements(most=3).whole(asked)) == 3
    with pytest.raises(StatementTooLong):
        DynamoStatements(most=2).whole(asked)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?from=2026-03-32&until=x", ["not-a-date", "not-a-date"]),
        ("?from=2026-03-02&until=2026-03-01", ["from-after-until"]),
        ("?from=2025-01-01&until=2026-03-01", ["too-many-days"]),
        ("?from=", ["not-a-date"]),
    ],
)
def test_a_wrong_period_is_told_at_once(to: Owing, query: str, codes: list[str]) -> None:
    refused = statement(to, query)
    assert (refused.status, [each["code"] for each in refused.body["errors"]]) == (400, codes)


@pytest.mark.parametrize(
    ("language", "delimiter", "happened", "amount", "total"),
    [
        ("da", ";", "Hændelse", "850,00", "I alt: Betalt"),
        ("nb", ";", "Hendelse", "850,00", "I alt: Betalt"),
        ("en", ",", "What happened", "850.00", "In all: Paid"),
    ],
)
def test_a_sheet_has_the_whole_period_and_its_sums_in_the_language_of_the_call(
    to: Owing, language: str, delimiter: str, happened: str, amount: str, total: str
) -> None:
    owed = to.owes(850)
    under_a_guarantee(owed)
    applied(booked(debit(owed, with_the_bank())))
    answer = statement(to, accept="text/csv", accept_language=language)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "statement-2026-03-01-2026-03-31.csv" in answer.headers["content-disposition"]
    rows = [*csv.reader(io.StringIO(answer.body.removeprefix(BYTE_ORDER_MARK)), delimiter=delimiter)]
    assert rows[0][1] == happened
    assert (rows[1][0], rows[1][2], rows[1][5], rows[1][10]) == (DAY, amount, "2026-0042", id_of(owed))
    assert rows[2][:4] == ["", total, amount, "DKK"]
    assert {len(row) for row in rows} == {16}


def test_no_number_of_a_clinic_is_a_live_formula_in_the_sheet(to: Owing) -> None:
    owed = to.owes(850)
    assert owed.invoice_id
    assert owed.clinic_id
    key = invoice_key(owed.clinic_id, owed.invoice_id)
    tables.commit([Update(tables.settings.money_table, *key, set={"number": "=HYPERLINK(1)"})])
    applied(booked(debit(owed, with_the_bank())))
    sheet = statement(to, accept="text/csv").body
    assert "'=HYPERLINK(1)" in sheet


def test_a_payers_finance_sees_what_that_payer_paid_and_no_other(to: Owing) -> None:
    mine = to.owes(100)
    others = replace(mine, payer="gjensidige", amount=Money.of(700))
    tables.commit(line_operations([*credited(mine), *credited(others)]))
    amounts = {
        payer: [each["amount"]["amount"] for each in statement(to, "", by=who).body["items"]]
        for payer, who in (("tryg", DRAFTS), ("gjensidige", staff("finance", payer="gjensidige")))
    }
    assert amounts == {"tryg": ["100.00"], "gjensidige": ["700.00"]}
    assert len(statement(to, "").body["items"]) == 2


def test_only_the_whole_clinic_its_signatory_and_finance_may_read_it(to: Owing) -> None:
    bind(to.clinic_id, SIGNATORY)
    bind(to.clinic_id, TREATS, PractitionerId("prc_1"))
    path = f"/v1/clinics/{to.clinic_id}/statement"
    by_users = [
        ask(handler, SignedIn(cpr, to.clinic_id).call("GET", path)).status for cpr in (SIGNATORY, TREATS)
    ]
    assert by_users == [200, 403]
    assert ask(handler, event("GET", path, by=member(STRANGER))).status == 404
    assert statement(to, "", by=staff("caseworker")).status == 403
    other = owing(pays_from=False)
    call = signed("GET", path, clinic_id=other.clinic_id, secret=network.SECRET)
    assert ask(handler, call).status == 404


def test_the_signatory_reads_it_with_the_own_login(aws: dict[str, Any]) -> None:
    assert aws
    signed_for = network.staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})
    path = f"/v1/clinics/{signed_for.clinic_id}/statement"
    assert [ask(handler, event("GET", path, by=member(cpr))).status for cpr in (SIGNATORY, STRANGER)] == [
        200,
        404,
    ]


def test_without_days_it_is_of_the_last_thirty(to: Owing) -> None:
    answer, today = statement(to, "").body, local_day(clock.now())
    assert (answer["until"], answer["from"]) == (
        today.isoformat(),
        (today - timedelta(days=30)).isoformat(),
    )
