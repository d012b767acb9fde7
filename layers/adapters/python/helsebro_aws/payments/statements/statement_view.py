"""A statement as a clinic and the finance of its payers see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.payments.runs.end_to_end import end_to_end_id
from helsebro.payments.statements.paid_for import PaidFor
from helsebro.payments.statements.statement_line import OUTCOMES, StatementLine
from helsebro.payments.statements.statement_sums import StatementSum
from helsebro_aws.dynamodb.record import to_item

HIDDEN = ("at", "attempt", "causeId", "clinicId")
UNKNOWN = PaidFor()


def line_shown(line: StatementLine, known: Mapping[str, PaidFor]) -> dict[str, Any]:
    """Returns a line with what it is about. ``known`` are the invoices, credit notes and sessions."""
    kept = {name: value for name, value in to_item(line).items() if name not in HIDDEN}
    about, credit_note = about_line(line, known)
    added = {
        "endToEndId": end_to_end_of(line),
        "invoiceNumber": about.number,
        "creditNoteNumber": credit_note.number,
        "caseReference": about.case_reference,
    }
    return {**kept, **{name: value for name, value in added.items() if value}}


def about_line(line: StatementLine, known: Mapping[str, PaidFor]) -> tuple[PaidFor, PaidFor]:
    """Returns the invoice or session that a line is about, and its credit note."""
    invoice, credit_note = (
        known.get(each, UNKNOWN) if each else UNKNOWN
        for each in (line.invoice_id or line.booking_id, line.credit_note_id)
    )
    return invoice, credit_note


def end_to_end_of(line: StatementLine) -> str:
    """Returns the id by which the banks know a payment; nothing for what no bank had."""
    return end_to_end_id(line.payable_id, line.attempt) if line.file_id else ""


def sum_shown(total: StatementSum) -> dict[str, Any]:
    """Returns the sums of one currency as money, by what happened."""
    named = {"writtenOff" if each == "written-off" else each: total.of(each) for each in OUTCOMES}
    amounts = {**named, "kept": total.kept}
    return {"currency": total.currency, **{name: amount.as_json() for name, amount in amounts.items()}}
