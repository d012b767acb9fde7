"""Preflight: what would become of an invoice, before it is sent; nothing is kept.

Trigger: HTTP API. A function of its own, for it alone of all that answer HTTP carries the XML tools; they
are loaded by the first call, not by the import.
"""

from __future__ import annotations

from functools import partial

from helsebro.caller import CLINIC_SYSTEM
from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.invoices.document_body import invoice_body
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.einvoice.examination import examined

app = APIGatewayHttpResolver()
route = Routes(app)
facts = DynamoInvoiceFacts()


@route.post("/v1/invoices/preflight", allows={CLINIC_SYSTEM}, keyed=False, answers=200)
def preflight_invoice(call: Call) -> Answer:
    """The same rules as for an invoice that is sent, without effect: accepted or rejected, and why."""
    body = invoice_body(call)
    found = examined(body, partial(facts.known, call.caller.clinic_id))
    return Answer(
        200,
        {
            "status": "accepted" if found.is_acceptable else "rejected",
            "findings": [finding.as_json(call.language) for finding in found.findings],
        },
    )


handler = route.handler
