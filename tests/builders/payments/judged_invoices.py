"""Invoices that a clinic sends and that are judged, as tests of the functions see them."""

from __future__ import annotations

import json
from typing import Any

from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.validate_invoice.handler import handler
from functions.payments.payments.handler import handler as payments

from tests.builders.calls import LambdaContext, ask, event, staff
from tests.builders.invoice_stage import (
    Stage,
)


def sent(stage: Stage, body: bytes) -> str:
    answer = ask(invoices, stage.sent("/v1/invoices", body))
    assert answer.status == 202
    return str(answer.body["invoiceId"])


def batch(*bodies: str) -> dict[str, Any]:
    return {
        "Records": [
            {"messageId": str(place), "body": body, "eventSource": "aws:sqs"}
            for place, body in enumerate(bodies)
        ]
    }


def message(invoice_id: str) -> str:
    return json.dumps({"type": "invoice.received", "payer": "", "data": {"invoiceId": invoice_id}})


def judged(stage: Stage, body: bytes, **headers: str) -> Any:
    invoice_id = sent(stage, body)
    assert handler(batch(message(invoice_id)), LambdaContext()) == {"batchItemFailures": []}
    return read(stage, invoice_id, **headers)


def read(stage: Stage, invoice_id: str, **headers: str) -> Any:
    call = stage.sent(f"/v1/invoices/{invoice_id}", None)
    call["headers"] |= {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(invoices, call).body


def owed(payer: str = "nordlys", status: str = "approved") -> list[Any]:
    answer = ask(payments, event("GET", f"/v1/payments?status={status}", by=staff("finance", payer=payer)))
    assert answer.status == 200
    return list(answer.body["items"])
