"""Validates received invoices: the official rules, then ours; each becomes a payable or is rejected.

Trigger: the ``invoices`` queue, fed by the bus with ``invoice.received``, with ``ReportBatchItemFailures``.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.official import load
from helsebro_aws.invoices.judge import InvoiceJudge
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.outbox.message_batch import MessageBatch

# Compiling the rules takes longer than judging by them, and the start of a function has a whole processor.
load()
judge = InvoiceJudge(DynamoInvoices(), DynamoInvoiceFacts(), InvoiceOriginals(within=60))
processor = MessageBatch()


def validate(record: SQSRecord) -> None:
    """One message: the event that an invoice was received."""
    judge.judge(json.loads(record.body)["data"]["invoiceId"])


def handler(event: dict[str, Any], context: Any) -> Any:
    """The messages to come again; a message that comes twice has no second effect."""
    return process_partial_response(event, validate, processor, context)
