"""The lists of invoices in the ``money`` table: a row for each who may list the invoice.

A row is in the partition of the clinic, of the practitioner who sent it, of the payer, and of the payer and
the clinic; there by time, and in the listing by status and time. So every list reads only what it shows. The
rows follow the events of the invoice: the commit that accepts 90 sessions has no room for them.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.errors import Conflict
from helsebro.ids import ClinicId, PractitionerId
from helsebro.invoices.invoice import InvoiceStatus
from helsebro.invoices.listed_invoice import ListedInvoice
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.invoices.keys import listed_invoices, place_of, with_status

Listed = tuple[Sequence[ListedInvoice], str | None]
"""A page of invoices, the last received first, and the cursor of the next page."""


class ListedAlready(Conflict):
    """The lists show this status of the invoice, or a later one."""


class DynamoListedInvoices:
    """The lists of invoices of clinics and payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of_clinic(
        self,
        clinic_id: ClinicId,
        practitioner_id: PractitionerId | None,
        status: InvoiceStatus | None,
        limit: int,
        cursor: str | None,
    ) -> Listed:
        """Returns a page of a clinic's invoices, or of those that one practitioner sent."""
        of = (clinic_id, practitioner_id) if practitioner_id else (clinic_id,)
        return self._page(listed_invoices(*of), status, limit, cursor)

    def of_payer(
        self,
        payer: str,
        clinic_id: str | None,
        status: InvoiceStatus | None,
        limit: int,
        cursor: str | None,
    ) -> Listed:
        """Returns a page of the judged invoices to a payer, of all clinics or of one."""
        of = (payer, clinic_id) if clinic_id else (payer,)
        return self._page(listed_invoices(*of), status, limit, cursor)

    def rows(self, invoice: ListedInvoice) -> list[Put]:
        """Returns the operations that list the invoice as it is now.

        They fail with ``ListedAlready`` when it is listed so, or later.
        """
        viewers = [(invoice.clinic_id,)] + [
            of
            for of in (
                (invoice.clinic_id, invoice.practitioner_id or ""),
                (invoice.payer,),
                (invoice.payer, invoice.clinic_id),
            )
            if all(of)
        ]
        return [self._row(listed_invoices(*of), invoice) for of in viewers]

    def _row(self, partition: str, invoice: ListedInvoice) -> Put:
        place, shown = place_of(invoice.received_at, invoice.invoice_id), to_item(invoice)
        return Put(
            self.tables.settings.money_table,
            {
                **as_attributes((partition, place)),
                "listPk": with_status(partition, invoice.status),
                "listSk": place,
                **shown,
            },
            when="attribute_not_exists(#pk) OR #changedAt < :changed",
            values={":changed": shown["changedAt"]},
            otherwise=ListedAlready(),
        )

    def _page(self, partition: str, status: InvoiceStatus | None, limit: int, cursor: str | None) -> Listed:
        page = self.tables.query(
            self.tables.settings.money_table,
            with_status(partition, status) if status else partition,
            limit=limit,
            page_cursor=cursor,
            listing=status is not None,
            newest_first=True,
        )
        return [from_item(ListedInvoice, item) for item in page.items], page.next_cursor
