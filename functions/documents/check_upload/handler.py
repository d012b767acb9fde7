"""Checks an uploaded file: keeps a clean copy of it, written anew, or rejects it (promise 18).

A file is read only when the malware scan says that it is clean; until then the message comes again every few
seconds. The file as it was sent is deleted after its check, and what is posted with its form later as soon as
the form is over.

Trigger: its queue, fed by the bus with ``document.saved``, with ``ReportBatchItemFailures``. A second
delivery has no second effect. An accepted paper answers a question that the staff ask about the case.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.documents.scan import seconds_to_wait
from helsebro_aws.documents.check import ScanPending, UploadCheck
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.late_uploads import LateUploads
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.guarantees.extending.extension_replies import ExtensionReplies
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.outbox.redelivery import come_again
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done
from helsebro_aws.platform.settings import Setting, Settings
from helsebro_aws.refunds.refund_replies import RefundReplies

TIMEOUT = 60


class CheckSettings(Settings):
    """``HELSEBRO_CHECK_UPLOAD_QUEUE`` is the address of this function's own queue."""

    check_upload_queue = Setting()


settings = CheckSettings()
of_refunds, of_extensions = RefundReplies(), ExtensionReplies()
checking = UploadCheck(
    DynamoDocuments(
        answering=(of_refunds.by_paper, of_extensions.by_paper),
        answered=(of_refunds.were_answered, of_extensions.were_answered),
    ),
    Uploads(within=TIMEOUT),
)
late = LateUploads(within=TIMEOUT)
processor = MessageBatch()


def check(record: SQSRecord) -> None:
    """Checks the document of one message: the event that it was saved, or that its form is over."""
    document_id = json.loads(record.body)["data"]["documentId"]
    try:
        document = checking.run(document_id)
    except ScanPending:
        looks = int(record.attributes.approximate_receive_count)
        done("document.scan-pending", documentId=document_id, looks=looks)
        come_again(record, settings.check_upload_queue, seconds_to_wait(looks), TIMEOUT)
    else:
        late.look_again(document, clock.now(), settings.check_upload_queue)
        done("document.checked", documentId=document_id, status=document.status, reason=document.reason)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, check, processor, context)
