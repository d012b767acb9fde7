"""What became of the files of an invoice: ``{clinicId}`` / ``ATTACHMENT#{invoiceId}#{number}`` in ``money``.

A file has an item once it is kept or dropped; until then the invoice's own count says that it is there.
"""

from __future__ import annotations

from helsebro.errors import Conflict, NotFound
from helsebro.invoices.attachments.attached_file import AttachedFile, undecided
from helsebro.invoices.received_invoice import ReceivedInvoice, clinic_of
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.invoices.keys import attachment_key, attachments


class DecidedBefore(Conflict):
    """Another delivery of the same message has kept or dropped the file."""


class DynamoAttachments:
    """Stores and reads them, a page of at most ``MOST_FILES`` for an invoice."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, invoice: ReceivedInvoice) -> tuple[AttachedFile, ...]:
        """Returns every file that is checked or will be; reads nothing for an invoice without files."""
        if not invoice.attachments:
            return ()
        partition, begins = attachments(invoice.clinic_id, invoice.invoice_id)
        rows = self.tables.query_all(self.tables.settings.money_table, partition, begins=begins)
        decided = {each.number: each for each in (from_item(AttachedFile, row) for row in rows)}
        numbers = range(1, invoice.attachments + 1)
        return tuple(decided.get(each) or undecided(invoice.invoice_id, each) for each in numbers)

    def find(self, invoice: ReceivedInvoice, number: str) -> AttachedFile:
        """Returns a file by its number as a path has it. Raises ``NotFound``."""
        found = next((each for each in self.of(invoice) if str(each.number) == number), None)
        if found is None:
            raise NotFound()
        return found

    def decide(self, file: AttachedFile) -> None:
        """Stores what became of a file, once. Raises ``DecidedBefore``."""
        key = attachment_key(clinic_of(file.invoice_id), file.invoice_id, file.number)
        item = {**as_attributes(key), **to_item(file)}
        self.tables.commit([Put(self.tables.settings.money_table, item, otherwise=DecidedBefore())])
