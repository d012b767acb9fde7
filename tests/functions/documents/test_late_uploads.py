"""What is posted with the form of a paper after its check is deleted, and never copied (promise 18)."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from functions.documents.check_upload.handler import handler as check_upload
from moto.backends import get_backend

from helsebro.documents.document import Document
from helsebro.ids import ClaimId
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.late_uploads import FORM, LONGEST_DELAY, ON_ITS_WAY, LateUploads
from tests.builders.claims import PDF, claim_of, consent, document_of, put_in_quarantine, save
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.events.messages import comes_again
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    for bucket in ("uploads", "documents"):
        for held in aws["s3"].list_objects_v2(Bucket=bucket).get("Contents", []):
            aws["s3"].delete_object(Bucket=bucket, Key=held["Key"])
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    made = claim_of()
    consent(made)
    return made


def held(aws: dict[str, Any], bucket: str) -> list[str]:
    return [each["Key"] for each in aws["s3"].list_objects_v2(Bucket=bucket).get("Contents", [])]


def messages() -> list[Any]:
    regions = [region for account in get_backend("sqs").values() for region in account.values()]
    [queue] = [backend.queues["check_upload"] for backend in regions if "check_upload" in backend.queues]
    return list(queue._messages)


@pytest.mark.parametrize(
    "content, status", [(PDF, "accepted"), (b"no paper", "rejected")], ids=["accepted", "rejected"]
)
def test_what_is_posted_after_the_check_is_deleted_when_the_form_is_over(
    claim_id: ClaimId, aws: dict[str, Any], content: bytes, status: str
) -> None:
    document_id = document_of(claim_id, content)
    assert check_by_the_function(claim_id, document_id) == status
    before = DynamoDocuments().find(claim_id, document_id), held(aws, "documents")
    [message] = messages()
    put_in_quarantine(claim_id, document_id, PDF + b"%% another paper")
    save(claim_id, document_id)
    assert held(aws, "uploads") != []
    assert comes_again(check_upload, json.loads(message.body)) == []
    assert held(aws, "uploads") == []
    assert (DynamoDocuments().find(claim_id, document_id), held(aws, "documents")) == before


def test_the_look_comes_when_no_file_can_come_any_more_and_is_the_last(claim_id: ClaimId) -> None:
    document_id = document_of(claim_id)
    assert check_by_the_function(claim_id, document_id) == "accepted"
    document = DynamoDocuments().find(claim_id, document_id)
    over = document.added_at + FORM + ON_ITS_WAY
    assert [delays(document, over - timedelta(minutes=ago)) for ago in (20, 10, 1)] == [900, 600, 60]
    assert delays(document, over) is None
    assert LONGEST_DELAY == 900


def delays(document: Document, at: datetime) -> int | None:
    """Returns the seconds that the message about a document is held back; None when none is sent."""
    sent: list[int] = []

    class Queue:
        """Keeps what was sent."""

        def send_message(self, *, DelaySeconds: int, **_: Any) -> None:  # noqa: N803
            sent.append(DelaySeconds)

    late = LateUploads()
    late.__dict__["client"] = Queue()
    late.look_again(document, at, "queue")
    return sent[0] if sent else None
