"""Invoice record: keeps the lists of invoices and the counts of findings as the invoices are now."""

from __future__ import annotations

from helsebro.ids import InvoiceId
from helsebro.invoices.finding_counts import counts_of
from helsebro.invoices.listed_invoice import listed
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.operations import Operation
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.listed.dynamo_finding_counts import DynamoFindingCounts
from helsebro_aws.invoices.listed.dynamo_listed_invoices import DynamoListedInvoices, ListedAlready


class InvoiceRecord:
    """Follows the invoices; events may come in any order and more than once."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.invoices = on, DynamoInvoices(on)
        self.lists, self.counts = DynamoListedInvoices(on), DynamoFindingCounts(on)

    def follow(self, invoice_id: InvoiceId) -> bool:
        """Lists the invoice with its status, and counts its findings once when it is rejected.

        Returns whether that was new. Raises ``NotFound``.
        """
        invoice = self.invoices.find(invoice_id)
        changes: list[Operation] = [*self.lists.rows(listed(invoice))]
        if invoice.status == "rejected":
            month = local_day(invoice.judged_at or invoice.received_at).replace(day=1)
            changes.append(self.counts.addition(invoice.clinic_id, counts_of(month, invoice.findings)))
        try:
            self.tables.commit(changes)
        except ListedAlready:
            return False
        return True
