"""The keys of invoices in the ``money`` table, in the partition of their clinic."""

from __future__ import annotations

from helsebro.ids import ClinicId, InvoiceId
from helsebro_aws.dynamodb.keys import Key


def invoice_key(clinic_id: ClinicId, invoice_id: InvoiceId) -> Key:
    """Returns the key of an invoice."""
    return clinic_id, f"INVOICE#{invoice_id}"


def number_key(clinic_id: ClinicId, number: str) -> Key:
    """Returns the key that is stored when the clinic's invoice with that number is accepted."""
    return clinic_id, f"NUMBER#{number}"
