"""The body of a call that sends an invoice."""

from __future__ import annotations

from helsebro_aws.http.call import Call
from helsebro_aws.invoices.einvoice.precheck import precheck

XML = ("application/xml", "text/xml")


def invoice_body(call: Call) -> bytes:
    """Returns the document after ``precheck``. Raises ``UnsupportedMedia``, or what ``precheck`` raises."""
    call.must_be(*XML)
    precheck(call.raw_body)
    return call.raw_body
