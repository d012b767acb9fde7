"""Plays what a payer's bank sends back, and the consumer that applies it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from helsebro import ids
from helsebro.ids import BookingId, PaymentFileId
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.payable import Payable
from helsebro.payments.runs.end_to_end import end_to_end_id
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import Put, Update, tables
from helsebro_aws.invoices.keys import invoice_key
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from tests.builders.bank import reports
from tests.builders.calls import Answered, LambdaContext, ask, event
from tests.builders.payments.payment_stage import DRAFTS, act, follow, owing, released

PATH = "/v1/bank-reports"
DAY = "2026-03-04"


def id_of(payable: Payable, file_id: str = "") -> str:
    """Returns the end-to-end id of a payable in a file; of the first attempt to pay it without one."""
    named = PaymentFileId(file_id)
    line = DynamoRuns().line(payable.payer, named, payable.payable_id) if file_id else None
    return line.end_to_end_id if line else end_to_end_id(payable.payable_id)


def amount_of(payable: Payable, more: int = 0) -> str:
    """Returns the amount of a payable as a bank writes it, with some øre more."""
    ore = int(payable.amount.amount * 100) + more
    return f"{ore // 100}.{ore % 100:02d}"


def status_of(file_id: str, codes: Mapping[str, str], group: str = "", why: str = "", **more: Any) -> bytes:
    """Returns a status report (pain.002): end-to-end id → code, with a reason for each rejection."""
    reason = reports.reason(why) if why else ""
    rows = "".join(
        reports.status(end_to_end, code, reason if code == "RJCT" else "", more.get("amount", ""))
        for end_to_end, code in codes.items()
    )
    named = as_bank_id(file_id)
    return reports.status_report(reports.batch(rows) if rows else "", group, original=named)


def booked(*rows: str, family: str = "camt.054.001.08", account: str = reports.IBAN) -> bytes:
    """Returns a notification of the account (camt.054) with these entries."""
    return reports.statement(rows, family, account)


def debit(
    payable: Payable, file_id: str = "", more: int = 0, day: str = DAY, reference: str = "BANKREF-7"
) -> str:
    """Returns the entry of a payment that the bank has made, with some øre more."""
    return _entry(payable, file_id, more, day, reference, "DBIT", "")


def credit(
    payable: Payable, file_id: str = "", day: str = DAY, reference: str = "BANKREF-9", reason: str = "AC04"
) -> str:
    """Returns the entry of a payment that came back."""
    returned = f"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>"
    return _entry(payable, file_id, 0, day, reference, "CRDT", returned)


def _entry(
    payable: Payable, file_id: str, more: int, day: str, reference: str, side: str, inside: str
) -> str:
    amount = amount_of(payable, more)
    message = as_bank_id(file_id) if file_id else ""
    details = reports.details(id_of(payable, file_id), amount, inside, message_id=message or "NOTPROVIDED")
    if side == "CRDT":
        details = details.replace("<CdtDbtInd>DBIT", "<CdtDbtInd>CRDT")
    if not message:
        details = details.replace("<MsgId>NOTPROVIDED</MsgId><PmtInfId>NOTPROVIDED</PmtInfId>", "")
    entry = reports.entry(reports.listed(details), amount, side)
    return entry.replace(reports.BOOKED_ON, day).replace(reports.REFERENCE, reference)


def send(
    content: bytes | str, by: dict[str, Any] = DRAFTS, key: str = "", media: str = "application/xml"
) -> Answered:
    """Sends a file of the bank to the payer's route."""
    text = content if isinstance(content, str) else content.decode()
    call = event("POST", PATH, by=by, key=key, headers={"content-type": media})
    return ask(_reports(), {**call, "body": text})


def applied(content: bytes, by: dict[str, Any] = DRAFTS) -> dict[str, Any]:
    """Sends a file, applies it to its end, and returns the report as it is read."""
    answer = send(content, by)
    assert answer.status == 202, answer.body
    apply(answer.body["reportId"], by["payer"])
    return dict(read(answer.body["reportId"], by).body)


def apply(report_id: str, payer: str = "tryg") -> None:
    """Gives a report's events to its consumer, as the bus does, until all of it is applied."""
    from functions.payments.apply_bank_report.handler import handler

    body = {"type": "bank-report.received", "payer": payer, "data": {"reportId": report_id}}
    record = {"messageId": report_id, "eventSource": "aws:sqs", "body": json.dumps(body)}
    for _ in range(2):
        assert handler({"Records": [record]}, LambdaContext())["batchItemFailures"] == []


def read(report_id: str, by: dict[str, Any] = DRAFTS, query: str = "") -> Answered:
    """Reads a bank report with its rows."""
    return ask(_reports(), event("GET", f"{PATH}/{report_id}{query}", by=by))


def listed_reports(by: dict[str, Any] = DRAFTS) -> Answered:
    """Lists the bank reports."""
    return ask(_reports(), event("GET", PATH, by=by))


def in_files_of_clinic(payable: Payable) -> int:
    """Returns how many of the clinic's payables are in payment files and not answered for."""
    from helsebro_aws.payments.keys import ordered_key

    assert payable.clinic_id
    item = tables.get(tables.settings.money_table, *ordered_key(payable.clinic_id))
    return int(item["payables"]) if item else 0


def with_the_bank() -> PaymentFileId:
    """Drafts, releases, writes and sends a payment file of all that is approved, and returns its id."""
    file_id = released()
    assert act(file_id, "sent").status == 200
    follow("payment-file.sent", file_id)
    return file_id


def pay_a_session() -> None:
    """Lets the bank pay an invoice for one session."""
    owed = owing().owes()
    assert owed.invoice_id
    assert owed.clinic_id
    guarantee_id = ids.within("gar", owed.claim_id, b"guarantee")
    booking_id = BookingId(ids.within("bkg", owed.claim_id, b"booking"))
    key = as_attributes(booking_key(booking_id))
    settings, invoice = tables.settings, invoice_key(owed.clinic_id, owed.invoice_id)
    session = {"bookingId": booking_id, "invoicedBy": owed.invoice_id}
    under = Update(settings.money_table, *invoice, set={"guaranteeId": guarantee_id})
    tables.commit([under, Put(settings.cases_table, {**key, **session})])
    applied(booked(debit(owed, with_the_bank())))


def _reports() -> Any:
    from functions.payments.bank_reports.handler import handler

    return handler
