"""Paid invoices: the numbers and case references of the invoices that lines of a statement are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from helsebro.errors import NotFound
from helsebro.ids import GuaranteeId, InvoiceId
from helsebro.invoices.received_invoice import clinic_of
from helsebro.payments.statements.paid_for import PaidFor
from helsebro.payments.statements.statement_line import StatementLine
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.invoices.keys import invoice_key


class PaidInvoices:
    """Reads what lines are about, some hundred in a call."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, lines: Iterable[StatementLine]) -> Mapping[InvoiceId, PaidFor]:
        """Returns what is known of the invoices and credit notes of lines."""
        named = {each for line in lines for each in (line.invoice_id, line.credit_note_id) if each}
        keys = [key for each in sorted(named) for key in _key(each)]
        items = self.tables.get_many(self.tables.settings.money_table, keys)
        return {
            InvoiceId(item["invoiceId"]): PaidFor(item.get("number"), _reference(item.get("guaranteeId")))
            for item in items
        }


def _key(invoice_id: InvoiceId) -> tuple[Key, ...]:
    try:
        return (invoice_key(clinic_of(invoice_id), invoice_id),)
    except NotFound:
        return ()


def _reference(guarantee_id: str | None) -> str | None:
    return pseudonym.case_reference(GuaranteeId(guarantee_id)) if guarantee_id else None
