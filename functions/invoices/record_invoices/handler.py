"""Records invoices: keeps the lists of them, and counts the findings of rejected ones (F0-24).

Trigger: its queue, fed by the bus with the events of invoices, with ``ReportBatchItemFailures``. Events may
come in any order and more than once.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro_aws.invoices.listed.invoice_record import InvoiceRecord
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done

invoices = InvoiceRecord()
processor = MessageBatch()


def record_invoice(record: SQSRecord) -> None:
    """Records the invoice of one message's event as it is now."""
    invoice_id = json.loads(record.body)["data"]["invoiceId"]
    done("invoice.recorded", invoiceId=invoice_id, isNew=invoices.follow(invoice_id))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, record_invoice, processor, context)
