"""Preflight: validates an invoice before it is sent; stores nothing.

Trigger: HTTP API. It is a function of its own, since no other HTTP function needs the XML tools; the first
call loads them, not the import.
"""

from __future__ import annotations

from functools import partial

from helsebro.caller import CLINIC_SYSTEM
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.invoices.document_body import REFUSED, invoice_body
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.einvoice.examination import examined

app = APIGatewayHttpResolver()
route = Routes(app)
facts = DynamoInvoiceFacts()


@route.post(
    "/v1/invoices/preflight",
    allows={CLINIC_SYSTEM},
    keyed=False,
    answers=200,
    takes="application/xml",
    refuses={422: REFUSED},
)
def preflight_invoice(call: Call) -> HttpAnswer:
    """Validates an invoice by the same rules as a sent one, without effect: accepted or rejected, and why."""
    body = invoice_body(call)
    found = examined(body, partial(facts.known, call.caller.clinic_id))
    return HttpAnswer(
        200,
        {
            "status": "accepted" if found.is_acceptable else "rejected",
            "findings": [finding.as_json(call.language) for finding in found.findings],
        },
    )


handler = route.handler
