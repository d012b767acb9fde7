"""A kept file of an invoice, stored without the rules that accept one."""

from __future__ import annotations

from helsebro.ids import InvoiceId
from helsebro.invoices.attachments.attached_file import AttachedFile
from helsebro.invoices.received_invoice import clinic_of
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.invoices.attachments.dynamo_attachments import DynamoAttachments
from helsebro_aws.invoices.keys import invoice_key


def with_a_kept_file(invoice_id: InvoiceId) -> None:
    """Stores that an invoice, in whatever state, has one file that was kept."""
    key = invoice_key(clinic_of(invoice_id), invoice_id)
    tables.commit([Update(tables.settings.money_table, *key, set={"attachments": 1})])
    DynamoAttachments().decide(AttachedFile(invoice_id, 1, "kept", "d" * 64, "application/pdf", 9))
