"""Invoices: received from clinic systems, read with their result, listed, and counted by what was wrong.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro import ids
from helsebro.caller import CLINIC_SYSTEM, CLINIC_USER, FINANCE, MEMBER, NETWORK
from helsebro.errors import NotFound
from helsebro.ids import ClinicId, InvoiceId, PayableId
from helsebro.invoices.listed_invoice import status_named
from helsebro.invoices.received_invoice import ReceivedInvoice, id_for
from helsebro.local_day import local_day
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.http.answer import HttpAnswer, see_other
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.invoices.attachments.attachment_files import AttachmentFiles
from helsebro_aws.invoices.attachments.attachment_view import attachment_shown
from helsebro_aws.invoices.attachments.dynamo_attachments import DynamoAttachments
from helsebro_aws.invoices.document_body import REFUSED, invoice_body
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.finding_view import finding_shown, language_for
from helsebro_aws.invoices.judged_by_view import judged_by_shown
from helsebro_aws.invoices.listed.dynamo_finding_counts import DynamoFindingCounts
from helsebro_aws.invoices.listed.dynamo_listed_invoices import DynamoListedInvoices
from helsebro_aws.invoices.listed.month_queries import months_asked
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import digest_of, saved_as

if TYPE_CHECKING:
    from functions.invoices.invoices.answers import (
        InvoiceAnswer,
        InvoicePayableAnswer,
        MonthOfFindingsAnswer,
    )

app = APIGatewayHttpResolver()
route = Routes(app)
invoices, originals = DynamoInvoices(), InvoiceOriginals()
clinics = DynamoClinics()
lists, counts = DynamoListedInvoices(), DynamoFindingCounts()
payables, payees = DynamoPayables(), DynamoPayees()
attachments, attachment_files = DynamoAttachments(), AttachmentFiles()
INTERNAL = tuple(
    "digest clinicId payer practitionerId taskId payTo approvedAt answeredAt country judgedBy "
    "attachments".split()
)
UNLISTED = ("payer", "practitionerId", "changedAt")


@route.post(
    "/v1/invoices",
    allows={CLINIC_SYSTEM},
    answers=202,
    takes="application/xml",
    returns="answers.ReceivedInvoiceAnswer",
    refuses={422: REFUSED, 503: "invoices-unavailable"},
    fresh=frozenset({CLINIC_USER}),
)
def send_invoice(call: Call) -> HttpAnswer:
    """Receives an invoice or a credit note of a clinic (F0-19, F2-12).

    The document is UBL 2.1 in Peppol BIS Billing 3.0, or in OIOUBL 2.1 where its rules are laid down. It is
    checked after the answer: read the invoice, or wait for ``invoice.accepted``, ``invoice.rejected`` or
    ``invoice.in-review``.
    """
    body, clinic_id = invoice_body(call), call.caller.clinic_id
    # The id comes from the call, so that a call repeated after a crash finds its document again.
    invoice_id = id_for(clinic_id, call.receipt_record)
    received = ReceivedInvoice(
        invoice_id,
        clinic_id,
        "received",
        clock.now(),
        digest_of(body),
        practitioner_id=call.caller.practitioner_id,
    )
    originals.keep(received, body)
    answer = HttpAnswer(202, {"invoiceId": invoice_id})
    # No message is sent from here: one sent before the commit could name an invoice that does not exist, one
    # sent after it could be lost with the process. The commit's own event goes through outbox, bus and queue.
    invoices.receive(received, call.receipt(answer))
    return answer


@route.get("/v1/invoices/<invoice_id>", allows={CLINIC_SYSTEM, FINANCE}, returns="answers.InvoiceAnswer")
def read_invoice(call: Call, invoice_id: InvoiceId) -> HttpAnswer:
    """Returns an invoice with its status and every finding (F2-13).

    The clinic that sent it and the finance staff of its payer may read it. A practitioner of the clinic may
    read the own invoices only.
    """
    invoice = _seen(call, invoice_id)
    not_credited = () if invoice.credited_by else ("creditedBy",)
    kept: Any = _without(to_item(invoice), (*INTERNAL, *not_credited))
    shown: InvoiceAnswer = kept
    language = language_for(call, invoice.country)
    to_finance = not call.caller.clinic_id
    shown["findings"] = [
        finding_shown(finding, language, to_finance=to_finance) for finding in invoice.findings
    ]
    if invoice.status == "paid" and invoice.answered_at:
        shown["paidAt"] = instant(invoice.answered_at)
    if not invoice.sessions:
        kept.pop("sessions", None)
    if invoice.payable_id:
        shown["payable"] = _payable(invoice.payer, invoice.payable_id)
    if invoice.judged_at:
        shown["judgedBy"] = judged_by_shown(invoice.judged_by)
    files = attachments.of(invoice)
    if files:
        shown["attachments"] = [attachment_shown(file, language) for file in files]
    return HttpAnswer(200, shown)


@route.get(
    "/v1/invoices/<invoice_id>/attachments/<number>",
    allows={CLINIC_SYSTEM, FINANCE},
    answers=303,
    refuses={409: "attachment-not-kept"},
)
def read_invoice_attachment(call: Call, invoice_id: InvoiceId, number: str) -> HttpAnswer:
    """Redirects to the clean copy of a file inside an accepted invoice, by its number from 1.

    The link is valid for 60 seconds. Whoever may read the invoice may read its files. A PDF has no form,
    links and attachments, and a photo no position.
    """
    file = attachments.find(_seen(call, invoice_id), number)
    return see_other(attachment_files.link_to(file))


@route.get(
    "/v1/invoices/<invoice_id>/document",
    allows={CLINIC_SYSTEM, FINANCE},
    answers=303,
    refuses={409: "invoice-document-gone"},
)
def read_invoice_document(call: Call, invoice_id: InvoiceId) -> HttpAnswer:
    """Redirects to the document itself, without the files inside it but with their digests.

    The link is valid for 60 seconds. It is there for an accepted invoice, and for 30 days for one that was
    left to finance. Whoever may read the invoice may read it.
    """
    return see_other(originals.link_to(_seen(call, invoice_id)))


@route.get(
    "/v1/invoices/<invoice_id>/response",
    allows={CLINIC_SYSTEM, FINANCE},
    answers_as="application/xml",
    refuses={409: "invoice-document-gone invoice-without-address"},
)
def read_invoice_response(call: Call, invoice_id: InvoiceId) -> HttpAnswer:
    """Returns the status of an invoice as a document: a UBL `ApplicationResponse`, by Peppol BIS Invoice
    Response 3.

    Its code is `AB` (received), `IP` (in review), `AP` (accepted), `RE` (rejected) or `PD` (paid), and each
    finding is a reason. The sender is the buyer of the invoice. A rejected document is there for 30 days, and
    one with a person's number is erased at once: read the invoice itself.
    """
    # Loaded for this route only.
    from helsebro_aws.invoices.response.invoice_response import FILE_NAME, MEDIA, response_to
    from helsebro_aws.invoices.response.sent_document import sent_document

    invoice = _seen(call, invoice_id)
    document = sent_document(originals.document_of(invoice))
    named = {"Content-Disposition": saved_as(FILE_NAME), "Cache-Control": "no-store"}
    return HttpAnswer(200, None, named, MEDIA, response_to(invoice, document, call.language))


@route.get(
    "/v1/invoices",
    allows={CLINIC_SYSTEM, FINANCE},
    queries=("status", "clinicId", "limit", "cursor"),
    returns="Page[answers.ListedInvoiceAnswer]",
    refuses={404: "not-found"},
)
def list_invoices(call: Call) -> HttpAnswer:
    """Lists invoices with their status, the last received first, some seconds after it changes.

    A clinic lists its own, a practitioner of it the own ones, and the finance staff of a payer those that
    were checked and are for the payer. Read one for its findings.
    """
    caller, clinic_id = call.caller, call.query("clinicId")
    status = status_named(call.query("status"))
    page = call.limit(), call.cursor()
    if caller.clinic_id:
        if clinic_id not in (None, caller.clinic_id):
            raise NotFound()
        found, cursor = lists.of_clinic(caller.clinic_id, caller.practitioner_id, status, *page)
    else:
        if clinic_id and not ids.is_clinic(clinic_id):
            raise NotFound()
        found, cursor = lists.of_payer(caller.payer, clinic_id, status, *page)
    items = [_without(to_item(invoice), UNLISTED) for invoice in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get(
    "/v1/clinics/<clinic_id>/invoice-findings",
    allows={CLINIC_SYSTEM, MEMBER, NETWORK},
    queries=("from", "to"),
    returns="answers.InvoiceFindingsAnswer",
    refuses={400: "malformed"},
)
def read_invoice_findings(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Returns what was wrong with the clinic's invoices, by month and rule (F0-24).

    The clinic, its signatory and the staff of the network read it: invoices outside the guarantees, again
    and again, are a breach of the contract. A check before sending is never counted.
    """
    caller = call.caller
    may_read = NETWORK in caller.rights or caller.runs(clinic_id)
    # A person who acts for no clinic may have signed for this one.
    if not may_read and (caller.clinic_id or not clinics.find(clinic_id).is_run_by(caller)):
        raise NotFound()
    first, last = months_asked(call, local_day(clock.now()))
    months: list[MonthOfFindingsAnswer] = [
        {
            "month": f"{each.month:%Y-%m}",
            "rejected": each.rejected,
            "outsideGuarantee": each.outside_guarantee,
            "rules": [{"rule": rule, "invoices": count} for rule, count in sorted(each.rules.items())],
        }
        for each in counts.between(clinic_id, first, last)
    ]
    return HttpAnswer(200, {"from": f"{first:%Y-%m}", "to": f"{last:%Y-%m}", "months": months})


def _seen(call: Call, invoice_id: InvoiceId) -> ReceivedInvoice:
    invoice = invoices.find(invoice_id)
    if not invoice.may_be_read_by(call.caller):
        raise NotFound()
    return invoice


def _payable(payer: str, payable_id: PayableId) -> InvoicePayableAnswer:
    payable = payables.find(payer, payable_id)
    # An account that is ended is in no payment file, so no day is to be told.
    expected = payable.expected_on() if _may_be_paid(payable) else None
    shown: InvoicePayableAnswer = {"status": payable.status, "amount": to_item(payable)["amount"]}
    if payable.is_written_off:
        shown["writtenOff"] = to_item(payable)["amount"]
    if expected:
        shown["expectedOn"] = expected.isoformat()
    return shown


def _may_be_paid(payable: Payable) -> bool:
    """Returns whether its account counts, as far as it is not in a payment file yet."""
    if payable.status != "approved" or payable.clinic_id is None:
        return True
    open_ones = payees.of_clinic(payable.clinic_id).payees
    return any(payee.payee_id == payable.payee_id for payee in open_ones)


def _without(item: dict[str, Any], hidden: tuple[str, ...]) -> dict[str, Any]:
    return {name: part for name, part in item.items() if name not in hidden}


handler = route.handler
