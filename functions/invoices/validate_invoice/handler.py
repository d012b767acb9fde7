"""Validates received invoices by the official rules, then by ours; accepts or rejects each.

Trigger: the ``invoices`` queue, fed by the bus with ``invoice.received`` and, after an approval by
finance, ``invoice.reviewed``; with ``ReportBatchItemFailures``.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.official.judgement import laid_down
from helsebro_aws.invoices.judge import InvoiceJudge
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.outbox.message_batch import MessageBatch

# To compile the rules takes longer than to apply them, and a starting function has a whole processor. With a
# folder of rules that cannot be used it does not start, and the invoices wait in the queue.
laid_down().load()
judge = InvoiceJudge(DynamoInvoices(), DynamoInvoiceFacts(), InvoiceOriginals(within=60))
processor = MessageBatch()


def validate(record: SQSRecord) -> None:
    """Validates the invoice of one message, which is the event that it waits to be judged."""
    judge.judge(json.loads(record.body)["data"]["invoiceId"])


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again; a message that comes twice has no second effect."""
    return process_partial_response(event, validate, processor, context)
