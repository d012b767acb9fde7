"""Invoices: received from clinic systems, and read with their result.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import CLINIC_SYSTEM, CLINIC_USER, FINANCE
from helsebro.errors import NotFound
from helsebro.ids import InvoiceId
from helsebro.invoices.received_invoice import ReceivedInvoice, id_for
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.invoices.document_body import REFUSED, invoice_body
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.finding_view import finding_shown, language_for
from helsebro_aws.invoices.judged_by_view import judged_by_shown
from helsebro_aws.invoices.originals import InvoiceOriginals, digest_of
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.invoices.invoices.answers import InvoiceAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
invoices, originals = DynamoInvoices(), InvoiceOriginals()
INTERNAL = ("digest", "clinicId", "payer", "practitionerId", "country", "judgedBy")


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
    checked after the answer: read the invoice, or wait for ``invoice.accepted`` or ``invoice.rejected``.
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
    invoice = invoices.find(invoice_id)
    if not invoice.may_be_read_by(call.caller):
        raise NotFound()
    kept: Any = {name: part for name, part in to_item(invoice).items() if name not in INTERNAL}
    shown: InvoiceAnswer = kept
    language = language_for(call, invoice.country)
    shown["findings"] = [finding_shown(finding, language) for finding in invoice.findings]
    if invoice.judged_at:
        shown["judgedBy"] = judged_by_shown(invoice.judged_by)
    return HttpAnswer(200, shown)


handler = route.handler
