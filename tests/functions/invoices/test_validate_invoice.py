from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from functions.bookings.bookings.handler import handler as bookings
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.validate_invoice import handler as function
from functions.invoices.validate_invoice.handler import handler

from helsebro.ids import BookingId, ClinicId, InvoiceId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings, booking_item, clinic_row
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.originals import InvoiceOriginals
from local.clinic import ubl
from tests.builders.calls import LambdaContext, ask, event, staff
from tests.builders.clinics.doubtful_invoices import DOUBT, decide, doubting, open_tasks
from tests.builders.invoice_stage import (
    Stage,
    change,
    session,
    staged,
)
from tests.builders.invoices import FIRST
from tests.builders.payments.judged_invoices import batch, judged, message, owed, read, sent
from tests.suite.log_lines import log_lines

FINANCE = staff("finance", payer="nordlys")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Yields the stream that the function logs to."""
    with log_lines() as lines:
        yield lines


def test_a_valid_invoice_becomes_a_payable(stage: Stage, aws: dict[str, Any]) -> None:
    invoice = judged(stage, stage.invoice())
    assert (invoice["status"], invoice["findings"], invoice["number"]) == ("accepted", [], "2026-1001")
    assert invoice["guaranteeId"] == stage.guarantee.guarantee_id
    assert owed() == [
        {
            "payableId": invoice["payableId"],
            "kind": "invoice",
            "amount": {"amount": "1800.00", "currency": "DKK"},
            "dueOn": "2026-12-21",
            "claimId": stage.guarantee.claim_id,
            "status": "approved",
            "invoiceId": invoice["invoiceId"],
            "clinicId": stage.clinic_id,
            "payeeId": "pye_0",
            "account": "••••4567",
        }
    ]
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    [accepted] = [row for row in rows if row["type"]["S"] == "invoice.accepted"]
    assert (accepted["payer"]["S"], accepted["clinicId"]["S"]) == ("nordlys", stage.clinic_id)
    assert {name: value["S"] for name, value in accepted["data"]["M"].items()} == {
        "invoiceId": invoice["invoiceId"],
        "payableId": invoice["payableId"],
        "guaranteeId": stage.guarantee.guarantee_id,
    }


def to_invoice(stage: Stage, value: str = "true") -> Any:
    return ask(bookings, stage.sent(f"/v1/bookings?toInvoice={value}", None)).body


def list_at_clinic(sessions: tuple[ubl.Session, ...]) -> None:
    """Stores the rows that list the bookings of these sessions at their clinic."""
    found = [DynamoBookings().find(BookingId(session.booking_id)) for session in sessions]
    tables.commit([Put(tables.settings.cases_table, clinic_row(booking_item(each))) for each in found])


def test_a_clinic_invoices_each_session_after_it_was_held(stage: Stage) -> None:
    list_at_clinic(stage.sessions)
    first, second = stage.sessions
    change(second.booking_id, "BOOKING", status="booked")
    assert [each["bookingId"] for each in to_invoice(stage)["items"]] == [first.booking_id]
    assert judged(stage, stage.invoice(sessions=(first,)))["status"] == "accepted"
    assert to_invoice(stage)["items"] == []
    change(second.booking_id, "BOOKING", status="held")
    assert [each["bookingId"] for each in to_invoice(stage)["items"]] == [second.booking_id]
    judged(stage, stage.invoice(number="2026-1002", sessions=(second,)))
    judged(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=(first,)))
    assert [each["bookingId"] for each in to_invoice(stage)["items"]] == [first.booking_id]
    assert len(to_invoice(stage, "false")["items"]) == 2
    assert to_invoice(stage, "x")["errors"][0]["pointer"] == "/toInvoice"


def test_only_the_payers_own_finance_staff_see_the_invoice(stage: Stage) -> None:
    invoice_id = judged(stage, stage.invoice())["invoiceId"]
    path = f"/v1/invoices/{invoice_id}"
    assert ask(invoices, event("GET", path, by=FINANCE)).status == 200
    assert ask(invoices, event("GET", path, by=staff("finance", payer="other"))).status == 404
    assert ask(invoices, event("GET", path, by=staff("caseworker", payer="nordlys"))).status == 403
    assert owed("other") == []


def test_a_message_that_comes_twice_has_one_effect(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id = sent(stage, stage.invoice())
    for _ in range(2):
        answer = handler(batch(message(invoice_id), message(invoice_id)), LambdaContext())
        assert answer == {"batchItemFailures": []}
    assert len(owed()) == 1
    types = [row["type"]["S"] for row in aws["dynamodb"].scan(TableName="outbox")["Items"]]
    assert types.count("invoice.accepted") == 1


@pytest.fixture
def doubtful() -> Iterator[None]:
    """Lets the function find a doubt in every document, as a rule does that leaves it to finance."""
    whole = function.judge
    function.judge = doubting(DOUBT)
    yield
    function.judge = whole


@pytest.mark.usefixtures("doubtful")
def test_an_invoice_waits_for_finance_and_is_judged_anew_after_its_approval(stage: Stage) -> None:
    invoice = judged(stage, stage.invoice())
    assert invoice["status"] == "in-review"
    again = batch(message(invoice["invoiceId"]))
    assert handler(again, LambdaContext()) == {"batchItemFailures": []}
    assert (read(stage, invoice["invoiceId"])["status"], owed()) == ("in-review", [])
    [task] = open_tasks()
    assert decide(task, {"decision": "approve"}).status == 200
    for _ in range(2):
        assert handler(again, LambdaContext()) == {"batchItemFailures": []}
    assert (read(stage, invoice["invoiceId"])["status"], len(owed())) == ("accepted", 1)


def test_a_session_that_is_invoiced_several_times_is_paid_once(stage: Stage) -> None:
    assert judged(stage, stage.invoice())["status"] == "accepted"
    again = judged(stage, stage.invoice(number="2026-1002"))
    assert (again["status"], {finding["rule"] for finding in again["findings"]}) == ("rejected", {"HB-05"})
    assert len(owed()) == 1


def test_two_simultaneous_invoices_for_one_session_make_one_payable_and_one_locked_copy(
    stage: Stage, aws: dict[str, Any]
) -> None:
    first, second = sent(stage, stage.invoice()), sent(stage, stage.invoice(number="2026-1002"))
    from functions.invoices.validate_invoice.handler import judge

    received = DynamoInvoices().find(InvoiceId(second))
    known = judge.facts.known

    class LateFacts:
        """Returns on the first call the facts from before the other invoice was judged."""

        asked = 0

        def known(self, clinic_id: ClinicId, invoice: Any, **of: Any) -> Any:
            facts = known(clinic_id, invoice, **of)
            if not self.asked:
                handler(batch(message(first)), LambdaContext())
            self.asked += 1
            return facts

    late = LateFacts()
    type(judge)(judge.invoices, late, judge.originals).judge(received.invoice_id)  # type: ignore[arg-type]
    assert late.asked == 2
    assert (read(stage, first)["status"], read(stage, second)["status"]) == ("accepted", "rejected")
    assert len(owed()) == 1
    # What is locked can be erased by no one for five years.
    [locked] = aws["s3"].list_objects_v2(Bucket="invoices", Prefix=f"{stage.clinic_id}/")["Contents"]
    assert f"/{first}/" in locked["Key"]


def many_sessions(stage: Stage, count: int) -> tuple[ubl.Session, ...]:
    """Stores so many held sessions under the guarantee, one a day; it then grants 200."""
    days = [FIRST - timedelta(days=number) for number in range(count)]
    change(stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=200, validFrom=days[-1].isoformat())
    clinic_id = ClinicId(stage.clinic_id)
    return tuple(session(stage.guarantee, clinic_id, day, "follow-up") for day in days)


def test_a_credit_note_frees_its_sessions_and_lowers_the_payable(stage: Stage) -> None:
    assert judged(stage, stage.invoice())["status"] == "accepted"
    first, second = stage.sessions
    note = judged(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=(second,)))
    assert (note["status"], note["findings"], note["kind"]) == ("accepted", [], "credit-note")
    assert [payable["amount"]["amount"] for payable in owed()] == ["950.00"]
    assert judged(stage, stage.invoice(number="2026-1002", sessions=(second,)))["status"] == "accepted"
    assert sorted(payable["amount"]["amount"] for payable in owed()) == ["850.00", "950.00"]
    whole = judged(stage, stage.invoice(number="K-2", credits="2026-1001", sessions=(first,)))
    assert whole["status"] == "accepted"
    assert [payable["amount"]["amount"] for payable in owed(status="credited")] == ["0.00"]
    twice = judged(stage, stage.invoice(number="K-3", credits="2026-1001", sessions=(first,)))
    assert {finding["rule"] for finding in twice["findings"]} == {"HB-56", "HB-25"}


def test_an_invoice_shows_what_credits_it(stage: Stage) -> None:
    invoice = judged(stage, stage.invoice())
    assert not {"creditedBy", "credited"} & invoice.keys()
    notes = [
        judged(stage, stage.invoice(number=f"K-{session.price}", credits="2026-1001", sessions=(session,)))
        for session in stage.sessions
    ]
    shown = read(stage, invoice["invoiceId"])
    assert shown["creditedBy"] == [note["invoiceId"] for note in notes]
    assert shown["credited"] == {"amount": "1800.00", "currency": "DKK"}
    assert shown["status"] == "accepted"


def test_a_credit_note_with_another_date_of_the_invoice_is_rejected(stage: Stage) -> None:
    assert judged(stage, stage.invoice())["status"] == "accepted"
    number = b"<cbc:ID>2026-1001</cbc:ID>"
    body = stage.invoice(number="K-1", credits="2026-1001", sessions=stage.sessions[:1])
    assert number in body
    dated = body.replace(number, number + b"<cbc:IssueDate>2019-05-05</cbc:IssueDate>")
    assert {finding["rule"] for finding in judged(stage, dated)["findings"]} == {"HB-55"}


@pytest.mark.parametrize("number, status", [("FAKTURA 17", "accepted"), ("A" * 1_900, "rejected")])
def test_no_payable_comes_to_be_that_no_payment_file_carries(stage: Stage, number: str, status: str) -> None:
    to_account = ubl.Payment("42", "0440116243", number, "0040")
    found = judged(stage, stage.invoice(payment=to_account))
    assert (found["status"], len(owed())) == (status, int(status == "accepted"))
    assert {finding["rule"] for finding in found["findings"]} == (set() if owed() else {"HB-50"})


def test_a_message_that_fails_comes_again_and_the_others_do_not(
    stage: Stage, aws: dict[str, Any], log: io.StringIO
) -> None:
    good, lost = sent(stage, stage.invoice()), sent(stage, stage.invoice(number="2026-1002"))
    prefix = f"{stage.clinic_id}/{lost}/"
    [kept] = aws["s3"].list_objects_v2(Bucket="receiving", Prefix=prefix)["Contents"]
    aws["s3"].put_object(Bucket="receiving", Key=kept["Key"], Body=stage.invoice())
    poison = ["cpr 010170-1234", "{}", message("inv_unknown"), message(lost)]
    answer = handler(batch(*poison, message(good)), LambdaContext())
    assert [failure["itemIdentifier"] for failure in answer["batchItemFailures"]] == ["0", "1", "2", "3"]
    assert read(stage, good)["status"] == "accepted"
    assert read(stage, lost)["status"] == "received"
    told = ("JSONDecodeError", "KeyError", "NotFound", "OriginalAltered")
    assert [fault for fault in told if fault not in log.getvalue()] == []
    assert "010170" not in log.getvalue()


def test_the_largest_invoice_is_accepted_and_credited_in_one_commit_each(stage: Stage) -> None:
    lines = many_sessions(stage, 88)
    assert judged(stage, stage.invoice(sessions=lines))["status"] == "accepted"
    assert [payable["amount"]["amount"] for payable in owed()] == ["74800.00"]
    credited = judged(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=lines))
    assert (credited["status"], credited["findings"]) == ("accepted", [])
    assert [payable["amount"]["amount"] for payable in owed(status="credited")] == ["0.00"]


def test_an_invoice_of_120_sessions_is_rejected_and_paid_when_it_is_divided(stage: Stage) -> None:
    lines = many_sessions(stage, 120)
    whole = judged(stage, stage.invoice(sessions=lines))
    assert (whole["status"], [finding["rule"] for finding in whole["findings"]]) == ("rejected", ["HB-28"])
    assert owed() == []
    for number, part in (("2026-1001", lines[:88]), ("2026-1002", lines[88:])):
        assert judged(stage, stage.invoice(number=number, sessions=part))["status"] == "accepted"
    assert sorted(payable["amount"]["amount"] for payable in owed()) == ["27200.00", "74800.00"]
    again = judged(stage, stage.invoice(number="2026-1003", sessions=lines[89:91]))
    assert [finding["rule"] for finding in again["findings"]] == ["HB-05", "HB-05"]


def test_a_judgement_keeps_the_rule_sets_that_made_it(stage: Stage) -> None:
    waiting = sent(stage, stage.invoice(number="2026-1002"))
    assert "judgedBy" not in read(stage, waiting)
    invoice = judged(stage, stage.invoice())
    assert [(each["ruleSet"], each["source"]) for each in invoice["judgedBy"]] == [
        ("ubl", "official"),
        ("en16931", "official"),
        ("peppol", "own"),
    ]
    kept = DynamoInvoices().find(InvoiceId(invoice["invoiceId"]))
    assert [each.release for each in kept.judged_by] == [each["release"] for each in invoice["judgedBy"]]
    assert "country" not in invoice


def test_a_document_that_was_locked_as_it_came_is_judged_all_the_same(stage: Stage) -> None:
    invoice_id = sent(stage, stage.invoice())
    received = DynamoInvoices().find(InvoiceId(invoice_id))
    InvoiceOriginals().lock(received, stage.invoice())
    InvoiceOriginals().erase(received)
    assert handler(batch(message(invoice_id)), LambdaContext()) == {"batchItemFailures": []}
    assert read(stage, invoice_id)["status"] == "accepted"
