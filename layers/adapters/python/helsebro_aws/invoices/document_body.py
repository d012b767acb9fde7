"""The body of a call that sends an invoice."""

from __future__ import annotations

from helsebro_aws.http.call import Call
from helsebro_aws.invoices.einvoice.precheck import precheck

XML = ("application/xml", "text/xml")
REFUSED = (
    "invoice-another-file invoice-doctype invoice-not-ubl invoice-too-deep invoice-too-large "
    "invoice-too-long invoice-too-many-attributes invoice-too-many-comments "
    "invoice-too-many-elements invoice-too-many-namespaces invoice-too-wide"
)
"""The codes of the refusals of ``precheck`` (422), for the routes that take a document."""


def invoice_body(call: Call) -> bytes:
    """Returns the document after ``precheck``. Raises ``UnsupportedMedia``, or what ``precheck`` raises."""
    call.must_be(*XML)
    precheck(call.raw_body)
    return call.raw_body
