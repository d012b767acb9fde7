"""Listed invoice: what a list shows of an invoice, without its findings, of which there may be thousands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId, GuaranteeId, InvoiceId, PayableId, PractitionerId
from helsebro.invoices.invoice import InvoiceKind, InvoiceStatus
from helsebro.invoices.received_invoice import ReceivedInvoice

STATUSES: tuple[InvoiceStatus, ...] = get_args(InvoiceStatus)


@dataclass(frozen=True)
class ListedInvoice:
    """``findings`` is their number, ``fatal`` that of those which reject the invoice.

    ``changed_at`` is when it got its status; a later one replaces an earlier one in the lists.
    """

    invoice_id: InvoiceId
    clinic_id: ClinicId
    status: InvoiceStatus
    received_at: datetime
    changed_at: datetime
    findings: int
    fatal: int
    payer: str = ""
    practitioner_id: PractitionerId | None = None
    kind: InvoiceKind | None = None
    number: str | None = None
    guarantee_id: GuaranteeId | None = None
    payable_id: PayableId | None = None
    judged_at: datetime | None = None


def listed(invoice: ReceivedInvoice) -> ListedInvoice:
    """Returns what lists show of an invoice."""
    return ListedInvoice(
        invoice_id=invoice.invoice_id,
        clinic_id=invoice.clinic_id,
        status=invoice.status,
        received_at=invoice.received_at,
        changed_at=invoice.answered_at or invoice.judged_at or invoice.received_at,
        findings=len(invoice.findings),
        fatal=sum(finding.severity == "fatal" for finding in invoice.findings),
        payer=invoice.payer,
        practitioner_id=invoice.practitioner_id,
        kind=invoice.kind,
        number=invoice.number,
        guarantee_id=invoice.guarantee_id,
        payable_id=invoice.payable_id,
        judged_at=invoice.judged_at,
    )


def status_named(name: str | None) -> InvoiceStatus | None:
    """Returns the status of that name; None without a name. Raises ``BadInput`` (malformed) for another."""
    for status in STATUSES:
        if status == name:
            return status
    if name is None:
        return None
    raise BadInput([Fault("/status", "invoice-status-unknown", ", ".join(STATUSES))], malformed=True)
