"""Keeps the files inside an accepted invoice: a clean copy of each, written anew, or none (promise 18).

A file is written anew only when the malware scan says that it is clean; until then the message comes again
every few seconds, and so it does after each file. An invoice without files costs one read.

Trigger: its queue, fed by the bus with ``invoice.accepted``, with ``ReportBatchItemFailures``. A second
delivery has no second effect.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.documents.scan import seconds_to_wait
from helsebro_aws.documents.quarantine import Quarantine
from helsebro_aws.invoices.attachments.attachment_files import AttachmentFiles
from helsebro_aws.invoices.attachments.keep import AttachmentKeeping
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.outbox.redelivery import come_again
from helsebro_aws.platform.log import done
from helsebro_aws.platform.settings import Setting, Settings

TIMEOUT = 60


class KeepSettings(Settings):
    """``HELSEBRO_KEEP_ATTACHMENTS_QUEUE`` is the address of this function's own queue."""

    keep_attachments_queue = Setting()


settings = KeepSettings()
keeping = AttachmentKeeping(
    originals=InvoiceOriginals(within=TIMEOUT),
    copies=AttachmentFiles(within=TIMEOUT),
    quarantine=Quarantine(within=TIMEOUT),
)
processor = MessageBatch()


def keep(record: SQSRecord) -> None:
    """Keeps the files of one message's invoice, which was accepted."""
    invoice_id = json.loads(record.body)["data"]["invoiceId"]
    files = keeping.run(invoice_id)
    left = sum(not each.is_decided for each in files)
    if left:
        looks = int(record.attributes.approximate_receive_count)
        done("attachments.pending", invoiceId=invoice_id, left=left, looks=looks)
        come_again(record, settings.keep_attachments_queue, seconds_to_wait(looks), TIMEOUT)
    if files:
        kept = sum(each.status == "kept" for each in files)
        done("attachments.kept", invoiceId=invoice_id, kept=kept, dropped=len(files) - kept)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, keep, processor, context)
