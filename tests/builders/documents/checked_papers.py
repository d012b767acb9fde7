"""Checks of uploads: by the function, or with what the reading process made of the same bytes before.

The process takes a quarter of a second a paper, and most tests that need an accepted paper send the same one.
"""

from __future__ import annotations

from functools import cache, partial

from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.documents.check import UploadCheck
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.rewriting import bounded_process
from helsebro_aws.documents.rewriting.clean_copy import written_anew
from helsebro_aws.guarantees.extending.extension_replies import ExtensionReplies
from helsebro_aws.refunds.refund_replies import RefundReplies
from tests.builders.claims import PDF
from tests.builders.events.messages import comes_again, event_of

_read = cache(bounded_process.read)


def read_once(task: str, content: bytes, content_type: str) -> bytes:
    """Returns what the process makes of a file.

    Bytes after the end of the sample PDF make it another file, and no copy keeps them.
    """
    return _read(task, PDF if content.startswith(PDF) else content, content_type)


def check(claim_id: ClaimId, document_id: DocumentId) -> str:
    """Checks a saved document and returns its status; equal bytes are read by the process once."""
    answering = (RefundReplies().by_paper, ExtensionReplies().by_paper)
    checking = UploadCheck(DynamoDocuments(answering=answering), write=partial(written_anew, read=read_once))
    checked = checking.run(document_id)
    assert checked.claim_id == claim_id
    return checked.status


def check_by_the_function(claim_id: ClaimId, document_id: DocumentId) -> str:
    """Checks a saved document with the event that the bus sends; returns the document's status."""
    from functions.documents.check_upload.handler import handler

    saved = event_of("document.saved", claimId=claim_id, documentId=document_id)
    assert comes_again(handler, saved) == []
    return DynamoDocuments().find(claim_id, document_id).status
