"""Reads what lines of a statement are about: numbers of invoices, and case references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from helsebro.errors import NotFound
from helsebro.ids import GuaranteeId, InvoiceId
from helsebro.invoices.received_invoice import clinic_of
from helsebro.payments.statements.paid_for import PaidFor
from helsebro.payments.statements.statement_line import StatementLine
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.invoices.keys import invoice_key


class PaidForReader:
    """Reads the invoices, credit notes and sessions of lines, many in a call."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, lines: Iterable[StatementLine]) -> Mapping[str, PaidFor]:
        """Returns what is known of each invoice, credit note and booking, by its id."""
        known = [*lines]
        return {**dict(self._invoices(known)), **dict(self._sessions(known))}

    def _invoices(self, lines: Sequence[StatementLine]) -> Iterator[tuple[str, PaidFor]]:
        named = {each for line in lines for each in (line.invoice_id, line.credit_note_id) if each}
        keys = [key for each in sorted(named) for key in _key(each)]
        for item in self.tables.get_many(self.tables.settings.money_table, keys):
            reference = _reference(item.get("guaranteeId"))
            yield item["invoiceId"], PaidFor(item.get("number"), reference)

    def _sessions(self, lines: Sequence[StatementLine]) -> Iterator[tuple[str, PaidFor]]:
        keys = [booking_key(each) for each in sorted({line.booking_id for line in lines if line.booking_id})]
        for item in self.tables.get_many(self.tables.settings.cases_table, keys):
            yield item["bookingId"], PaidFor(case_reference=item.get("caseReference"))


def _key(invoice_id: InvoiceId) -> tuple[Key, ...]:
    try:
        return (invoice_key(clinic_of(invoice_id), invoice_id),)
    except NotFound:
        return ()


def _reference(guarantee_id: str | None) -> str | None:
    return pseudonym.case_reference(GuaranteeId(guarantee_id)) if guarantee_id else None
