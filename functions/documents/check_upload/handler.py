"""Checks an uploaded file: keeps it when it is clean and of its stated type, else rejects it (promise 18).

A file is clean when the malware scan says so; until then the message comes again every few seconds.

Trigger: its queue, fed by the bus with ``document.saved``, with ``ReportBatchItemFailures``. A second
delivery has no second effect. An accepted paper answers a question that the staff ask about the case.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro import ids
from helsebro.documents.document import Document, DocumentChanged
from helsebro.documents.file_content import fault_in
from helsebro.documents.scan import REJECTIONS, Scan, ScanVerdict, seconds_to_wait
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.malware_scan import scan
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
documents = DynamoDocuments(answering=(RefundReplies().by_paper, ExtensionReplies().by_paper))
uploads = Uploads(within=TIMEOUT)
processor = MessageBatch()


def check(record: SQSRecord) -> None:
    """Checks the document of one message, which is the event that it was saved."""
    document_id = json.loads(record.body)["data"]["documentId"]
    document = documents.find(ids.claim_of(document_id), document_id)
    if document.status == "checking":
        scanned = scan(document, uploads)
        if scanned and scanned.verdict is ScanVerdict.PENDING:
            looks = int(record.attributes.approximate_receive_count)
            done("document.scan-pending", documentId=document_id, looks=looks)
            come_again(record, settings.check_upload_queue, seconds_to_wait(looks), TIMEOUT)
        document = _checked(document, scanned)
    done("document.checked", documentId=document_id, status=document.status, reason=document.reason)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, check, processor, context)


def _checked(document: Document, scanned: Scan | None) -> Document:
    try:
        if scanned is None:
            return _rejected(document, "file-missing")
        if scanned.verdict is not ScanVerdict.CLEAN:
            return _rejected(document, REJECTIONS[scanned.verdict])
        # The bytes of the version that was scanned: a file uploaded since then has another one.
        content = uploads.content(document, scanned.version)
        reason = "file-missing" if content is None else fault_in(content, document.content_type)
        if content is None or reason:
            return _rejected(document, reason or "file-missing")
        # The file is kept before it is accepted: a crash in between leaves an unused file, never a dead link.
        accepted = document.accept(uploads.keep(document, content), len(content), clock.now())
        documents.accept(document, accepted)
    except DocumentChanged:
        return documents.find(document.claim_id, document.document_id)
    return accepted


def _rejected(document: Document, reason: str) -> Document:
    rejected = document.reject(reason, clock.now())
    documents.reject(document, rejected)
    return rejected
