from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from functions.bookings.bookings.handler import handler as bookings
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.validate_invoice import handler as function
from functions.invoices.validate_invoice.handler import handler
from functions.payments.payments.handler import handler as payments

from helsebro.ids import BookingId, ClinicId, GuaranteeId, InvoiceId, PaymentFileId
from helsebro.invoices.client.client_search import MOST_FOUND
from helsebro.money import Money
from helsebro.payments.ledger.balances import of_payable, sums_of
from helsebro.payments.ledger.chart import APPROVED, INVOICES, RETURNED
from helsebro.payments.payable import Payable
from helsebro.payments.runs.run_line import RunLine
from helsebro.plain_words import plain_words
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings, booking_item, clinic_row
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.invoices.paying.bank_tasks import BankTasks
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.platform import clock
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from local.clinic import ubl
from tests.builders.calls import LambdaContext, ask, event, staff
from tests.builders.clinics.doubtful_invoices import DOUBT, decide, doubting, open_tasks
from tests.builders.decisions import cost, tasks_in
from tests.builders.invoice_stage import (
    Stage,
    change,
    move_clinic,
    other,
    session,
    set_rates_by_authorisation,
    staged,
)
from tests.builders.invoices import FIRST, SECOND
from tests.suite.log_lines import log_lines

FINANCE = staff("finance", payer="nordlys")
ENGLISH = {"accept_language": "en"}


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Yields the stream that the function logs to."""
    with log_lines() as lines:
        yield lines


def sent(stage: Stage, body: bytes) -> str:
    answer = ask(invoices, stage.sent("/v1/invoices", body))
    assert answer.status == 202
    return str(answer.body["invoiceId"])


def batch(*bodies: str) -> dict[str, Any]:
    return {
        "Records": [
            {"messageId": str(place), "body": body, "eventSource": "aws:sqs"}
            for place, body in enumerate(bodies)
        ]
    }


def message(invoice_id: str) -> str:
    return json.dumps({"type": "invoice.received", "payer": "", "data": {"invoiceId": invoice_id}})


def judged(stage: Stage, body: bytes, **headers: str) -> Any:
    invoice_id = sent(stage, body)
    assert handler(batch(message(invoice_id)), LambdaContext()) == {"batchItemFailures": []}
    return read(stage, invoice_id, **headers)


def read(stage: Stage, invoice_id: str, **headers: str) -> Any:
    call = stage.sent(f"/v1/invoices/{invoice_id}", None)
    call["headers"] |= {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(invoices, call).body


def owed(payer: str = "nordlys", status: str = "approved") -> list[Any]:
    answer = ask(payments, event("GET", f"/v1/payments?status={status}", by=staff("finance", payer=payer)))
    assert answer.status == 200
    return list(answer.body["items"])


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


def list_at_clinic(sessions: tuple[ubl.Session, ...]) -> None:
    """Stores the rows that list the bookings of these sessions at their clinic."""
    found = [DynamoBookings().find(BookingId(session.booking_id)) for session in sessions]
    tables.commit([Put(tables.settings.cases_table, clinic_row(booking_item(each))) for each in found])


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


def test_an_invalid_invoice_is_rejected_with_every_finding(stage: Stage, aws: dict[str, Any]) -> None:
    missed = ubl.Session(
        stage.sessions[1].booking_id, FIRST, Decimal(1), attendance="missed", text="010170-1234"
    )
    body = stage.invoice(sessions=(missed,), currency="NOK", payment=ubl.Payment("93", "81234567", "71#18"))
    body = body.replace(b"VATEX-EU-132-1C", b"NONE")
    invoice = judged(stage, body, accept_language="en")
    assert invoice["status"] == "rejected"
    rules = {finding["rule"] for finding in invoice["findings"]}
    assert rules >= {"BR-CL-22", "HB-07", "HB-10", "HB-11", "HB-12", "HB-18", "HB-19"}
    assert all(finding["severity"] == "fatal" for finding in invoice["findings"])
    assert "010170" not in json.dumps(invoice)
    [late] = [finding for finding in invoice["findings"] if finding["rule"] == "HB-07"]
    assert late["message"] == (
        f"The line's date must be the booked day, {plain_words('en').of_day(SECOND)}, as both start and end."
    )
    assert owed() == []
    types = [row["type"]["S"] for row in aws["dynamodb"].scan(TableName="outbox")["Items"]]
    assert "invoice.rejected" in types
    assert "invoice.accepted" not in types


def many_sessions(stage: Stage, count: int) -> tuple[ubl.Session, ...]:
    """Stores so many held sessions under the guarantee, one a day; it then grants 200."""
    days = [FIRST - timedelta(days=number) for number in range(count)]
    change(stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=200, validFrom=days[-1].isoformat())
    clinic_id = ClinicId(stage.clinic_id)
    return tuple(session(stage.guarantee, clinic_id, day, "follow-up") for day in days)


def unheld(stage: Stage) -> None:
    change(stage.sessions[0].booking_id, "BOOKING", status="booked")


def expired(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", validUntil=FIRST.isoformat())


def smaller(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=1)


def dearer(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", fees=[])


def elsewhere(stage: Stage) -> None:
    change(stage.sessions[0].booking_id, "BOOKING", clinicId="cli_other")


@pytest.mark.parametrize(
    "spoiled,rules",
    [
        (unheld, {"HB-04"}),
        (expired, {"HB-08"}),
        (smaller, {"HB-13"}),
        (dearer, {"HB-10"}),
        (elsewhere, {"HB-03"}),
    ],
)
def test_the_stored_facts_decide_on_an_invoice(
    stage: Stage, spoiled: Callable[[Stage], None], rules: set[str]
) -> None:
    spoiled(stage)
    invoice = judged(stage, stage.invoice())
    assert {finding["rule"] for finding in invoice["findings"]} == rules


@pytest.mark.parametrize(
    "promised, of_the_day, status",
    [
        ("900.00", "950.00", "accepted"),
        ("950.00", "980.00", "accepted"),
        ("950.00", "900.00", "accepted"),
        ("900.00", "980.00", "rejected"),
    ],
)
def test_a_session_is_paid_at_the_promised_price_or_by_a_higher_tariff_of_its_day(
    stage: Stage, promised: str, of_the_day: str, status: str
) -> None:
    rate = {"source": "country", "begins": "2026-01-01", "version": 0}
    fees = [
        {"service": "first", "amount": cost(promised), "rate": rate},
        {"service": "follow-up", "amount": cost("850.00")},
    ]
    change(stage.guarantee.guarantee_id, "GUARANTEE", fees=fees)
    rates = (Rate(FIRST, Money.of(of_the_day), True),)
    payer, treatment = stage.guarantee.payer, stage.guarantee.treatment
    DynamoTariffs().set(Tariff(payer, treatment, "first", rates, 1), "underwriter")
    assert judged(stage, stage.invoice())["status"] == status


@pytest.mark.parametrize(
    "prices, status", [((1900, 500), "accepted"), ((1200, 1200), "rejected"), ((500, 1900), "rejected")]
)
def test_the_sessions_of_an_extension_cost_what_it_added_to_a_price_for_all(
    stage: Stage, prices: tuple[int, int], status: str
) -> None:
    """One session was granted for 1900.00, and an extension added one for 500.00."""
    added = {"grantedAt": "2026-11-05T09:00:00Z", "sessions": 1, "perSession": cost("500.00")}
    whole = {"feeFor": "whole", "fee": cost("2400.00"), "fees": [], "sessionsGranted": 2}
    change(stage.guarantee.guarantee_id, "GUARANTEE", **whole, extensions=[added])
    lines = tuple(
        replace(line, price=Decimal(price)) for line, price in zip(stage.sessions, prices, strict=True)
    )
    assert judged(stage, stage.invoice(sessions=lines))["status"] == status


@pytest.mark.parametrize("authorised, status", [(True, "accepted"), (False, "rejected")])
def test_the_practitioner_of_a_guarantee_is_paid_by_the_rate_of_their_authorisation(
    stage: Stage, authorised: bool, status: str
) -> None:
    set_rates_by_authorisation(stage, authorised=authorised)
    assert judged(stage, stage.invoice())["status"] == status


def test_the_guarantee_of_another_clinic_does_not_count(stage: Stage) -> None:
    invoice = judged(other(stage), stage.invoice())
    assert {finding["rule"] for finding in invoice["findings"]} == {"HB-01", "HB-15"}
    assert "guaranteeId" not in invoice


def test_without_a_case_reference_the_guarantee_is_found_by_its_bookings(stage: Stage) -> None:
    invoice = judged(stage, stage.invoice(case_reference="unknown"))
    assert {finding["rule"] for finding in invoice["findings"]} == {"HB-02"}


@pytest.mark.parametrize("reference", ["x" * 5000, "#", "..", "bkg_aaaa"])
def test_a_malformed_reference_is_a_finding(stage: Stage, reference: str) -> None:
    strange = tuple(ubl.Session(reference, line.on, line.price, line.service) for line in stage.sessions)
    body = stage.invoice(case_reference=reference, number=reference, sessions=strange)
    assert judged(stage, body)["status"] == "rejected"


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


def about_payments() -> list[Any]:
    return list(tasks_in("payments", FINANCE).body["items"])


def came_back(stage: Stage) -> Payable:
    """Stores that the bank has sent back what was accepted, and returns the payable."""
    assert judged(stage, stage.invoice())["status"] == "accepted"
    [shown] = owed()
    before = DynamoPayables().find("nordlys", shown["payableId"])
    after = replace(before, status="returned", file_id=PaymentFileId("pfl_1"))
    line = RunLine(
        PaymentFileId("pfl_1"), after.payable_id, "invoice", after.amount, after.due_on, after.claim_id
    )
    task, opened = BankTasks().of_returned(after, line, clock.now())
    tables.commit([DynamoPayables().replacement(before, after), *task], events=opened)
    return after


def test_a_credit_note_ends_a_payment_that_came_back_with_the_task_about_it(stage: Stage) -> None:
    payable, (first, second) = came_back(stage), stage.sessions
    [again] = judged(stage, stage.invoice(number="2026-1002", sessions=(second,)), **ENGLISH)["findings"]
    assert (again["rule"], "credit note" in again["message"]) == ("HB-05", True)
    part = judged(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=(second,)))
    assert (part["status"], part["findings"]) == ("accepted", [])
    assert [each["amount"]["amount"] for each in owed(status="returned")] == ["950.00"]
    assert [task["reason"] for task in about_payments()] == ["payment-returned"]
    rest = judged(stage, stage.invoice(number="K-2", credits="2026-1001", sessions=(first,)))
    assert (rest["status"], about_payments()) == ("accepted", [])
    [ended] = owed(status="credited")
    shown = [ended[name]["amount"] for name in ("owed", "credited", "amount")]
    assert (shown, "writtenOff" in ended) == (["1800.00", "1800.00", "0.00"], False)
    sums = sums_of(of_payable(DynamoLedger().of_case(payable.claim_id), payable.payable_id))
    # What came back is taken from there, and not from what waits for a file.
    assert (sums["DKK", RETURNED], sums["DKK", APPROVED], sums["DKK", INVOICES]) == (-1800_00, 1800_00, 0)
    assert judged(stage, stage.invoice(number="2026-1003"))["status"] == "accepted"


def test_after_a_write_off_the_clinic_reads_that_it_is_paid_no_more(stage: Stage) -> None:
    returned = came_back(stage)
    tables.commit([DynamoPayables().replacement(returned, returned.written_off())])
    anew = judged(stage, stage.invoice(number="2026-1002"), **ENGLISH)
    note = judged(stage, stage.invoice(number="K-1", credits="2026-1001"), **ENGLISH)
    assert [each["rule"] for each in (*anew["findings"], *note["findings"])] == ["HB-05", "HB-05", "HB-56"]
    for finding in (*anew["findings"], *note["findings"]):
        assert "decided not to pay" in finding["message"]
    [off] = owed(status="credited")
    assert (off["writtenOff"], "owed" in off) == (off["amount"], False)
    assert read(stage, str(returned.invoice_id))["payable"]["writtenOff"]["amount"] == "1800.00"


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


def test_a_rejected_invoice_shows_its_number_unless_it_may_be_a_persons(stage: Stage) -> None:
    shown = judged(stage, stage.invoice(number="2026-7", currency="NOK"))
    assert (shown["status"], shown["number"]) == ("rejected", "2026-7")
    for number in ("010170-1234", "0" * 61):
        assert "number" not in judged(stage, stage.invoice(number=number, currency="NOK"))
    # Of an unknown guarantee there is no one to compare it with.
    strange = judged(other(stage), stage.invoice(number="2111260001"))
    assert (strange["status"], "number" in strange) == ("rejected", False)


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


def test_thousands_of_findings_are_stored_and_returned(stage: Stage) -> None:
    line = ubl.Session("bkg_no_such", FIRST, Decimal(1), attendance="missed")
    body = stage.invoice(sessions=(line,) * 480).replace(b'unitCode="EA"', b'unitCode="HOURS"')
    assert len(judged(stage, body)["findings"]) > 480 * 3


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


def test_a_session_under_another_guarantee_of_the_claim_does_not_count(stage: Stage) -> None:
    from dataclasses import replace

    from helsebro import ids

    second = replace(
        stage.guarantee, guarantee_id=GuaranteeId(ids.within("gar", stage.guarantee.claim_id, b"second"))
    )
    foreign = session(second, ClinicId(stage.clinic_id), FIRST, "first")
    invoice = judged(stage, stage.invoice(sessions=(foreign,)))
    assert {finding["rule"] for finding in invoice["findings"]} == {"HB-03"}


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


def test_findings_are_in_the_language_of_the_clinics_country_when_none_is_asked_for(stage: Stage) -> None:
    move_clinic(stage, "NO")
    invoice = judged(stage, stage.invoice(currency="NOK"))
    [wrong] = [finding for finding in invoice["findings"] if finding["rule"] == "HB-11"]
    assert wrong["message"].startswith("Fakturaen må")
    danish = read(stage, invoice["invoiceId"], accept_language="da")["findings"]
    assert "Fakturaen skal" in next(each["message"] for each in danish if each["rule"] == "HB-11")


def test_what_cannot_be_judged_is_rejected_and_is_no_dead_letter(stage: Stage) -> None:
    huge = b">" + b"9" * 40 + b"</cbc:PriceAmount>"
    invoice = judged(stage, stage.invoice().replace(b">850.00</cbc:PriceAmount>", huge))
    assert invoice["status"] == "rejected"
    assert "UBL-UNJUDGED" in {finding["rule"] for finding in invoice["findings"]}


def test_oioubl_without_rules_is_rejected_with_what_to_send(stage: Stage) -> None:
    body = stage.invoice().replace(ubl.SPECIFICATION.encode(), b"OIOUBL-2.1")
    invoice = judged(stage, body, accept_language="en")
    [refused] = [finding for finding in invoice["findings"] if finding["rule"] == "UBL-PROFILE"]
    assert (invoice["status"], refused["found"]) == ("rejected", "OIOUBL-2.1")
    assert refused["expected"] == ubl.SPECIFICATION
    assert owed() == []


def test_a_document_that_was_locked_as_it_came_is_judged_all_the_same(stage: Stage) -> None:
    invoice_id = sent(stage, stage.invoice())
    received = DynamoInvoices().find(InvoiceId(invoice_id))
    InvoiceOriginals().lock(received, stage.invoice())
    InvoiceOriginals().erase(received)
    assert handler(batch(message(invoice_id)), LambdaContext()) == {"batchItemFailures": []}
    assert read(stage, invoice_id)["status"] == "accepted"


def test_a_rejected_invoice_counts_as_a_guess_and_too_many_are_rejected_without_comparing(
    stage: Stage,
) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id("DK", "2111260001"))
    for _ in range(MOST_FOUND):
        found = judged(stage, stage.invoice(number="2111260001"))["findings"]
        assert [(each["rule"], each["location"]) for each in found] == [("HB-19", "/Invoice")]
    for guess in ("2111260001", "2111260002"):
        assert [each["rule"] for each in judged(stage, stage.invoice(number=guess))["findings"]] == ["HB-49"]
    assert judged(stage, stage.invoice())["status"] == "accepted"


def test_an_amount_that_is_the_clients_number_is_repeated_and_kept_nowhere(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id("DK", "0303652635"))
    price = b">850.00</cbc:LineExtensionAmount>"
    body = stage.invoice().replace(price, b">030365.2635</cbc:LineExtensionAmount>")
    assert body != stage.invoice()
    found = judged(stage, body)
    assert {"HB-10", "HB-19", "HB-21"} <= {each["rule"] for each in found["findings"]}
    assert "amount" not in found
    kept = str(found["findings"]) + str(found["sessions"])
    assert not [each for each in ("30365", "30,365", "3036", "365.26") if each in kept]


def test_two_simultaneous_invoices_are_both_counted_as_guesses(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id("DK", "2111260001"))
    for _ in range(MOST_FOUND - 1):
        judged(stage, stage.invoice(number="2111260001"))
    first, second = (sent(stage, stage.invoice(number="2111260001")) for _ in range(2))
    known, asked = function.judge.facts.known, []

    class LateFacts:
        """Returns on the first call the facts from before the other invoice was judged."""

        def known(self, *given: Any, **of: Any) -> Any:
            facts = known(*given, **of)
            asked.append(1)
            if len(asked) == 1:
                handler(batch(message(first)), LambdaContext())
            return facts

    judge = function.judge
    type(judge)(judge.invoices, LateFacts(), judge.originals).judge(InvoiceId(second))  # type: ignore[arg-type]
    rules = [[each["rule"] for each in read(stage, found)["findings"]] for found in (first, second)]
    assert (rules, len(asked)) == ([["HB-19"], ["HB-49"]], 2)
