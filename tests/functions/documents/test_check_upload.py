from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import httpx
import pytest
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from functions.documents.check_upload import handler as function
from functions.documents.documents.handler import handler as documents_handler

from helsebro.coverage.question.question import Evidence
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.uploads import Uploads, kept_key
from tests.builders.calls import ask, event, member
from tests.builders.claims import (
    PDF,
    claim_of,
    consent,
    document_of,
    offer,
    outbox_rows,
    put_in_quarantine,
    read,
    save,
)
from tests.builders.documents.checked_papers import check_by_the_function as check
from tests.builders.domain.answers import determination
from tests.builders.events.messages import batch, comes_again, event_of
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.uploads import good_papers, pdfs, pictures

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def _anna(aws: dict[str, Any]) -> None:
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    for bucket in ("uploads", "documents"):
        for held in aws["s3"].list_objects_v2(Bucket=bucket).get("Contents", []):
            aws["s3"].delete_object(Bucket=bucket, Key=held["Key"])


@pytest.fixture
def claim_id() -> str:
    made = claim_of()
    consent(made)
    return made


def kept(aws: dict[str, Any]) -> list[str]:
    return [held["Key"] for held in aws["s3"].list_objects_v2(Bucket="documents").get("Contents", [])]


def sent(aws: dict[str, Any]) -> list[str]:
    """The versions of files as they were sent that are left."""
    return [held["Key"] for held in aws["s3"].list_object_versions(Bucket="uploads").get("Versions", [])]


def test_the_last_accepted_document_completes_the_claim_in_one_commit(claim_id: ClaimId, aws: Any) -> None:
    assert read(claim_id).body["missing"] == ["documents"]
    assert check(claim_id, document_of(claim_id)) == "accepted"
    shown = read(claim_id).body
    assert (shown["status"], shown["missing"]) == ("in-review", [])
    [event] = outbox_rows(aws, "claim.completed")
    assert event["data"]["M"]["round"]["N"] == "1"


@pytest.mark.parametrize(
    "treatment, kind",
    [
        ("physiotherapy", "physiotherapy"),
        ("osteopathy", "physiotherapy"),
        ("psychologist", "own-doctor"),
        ("specialist-examination", "own-doctor"),
    ],
)
def test_an_accepted_referral_is_evidence_of_the_kind_the_treatment_needs(treatment: str, kind: str) -> None:
    claim_id = claim_of(treatment={"type": treatment})
    consent(claim_id)
    check(claim_id, document_of(claim_id))
    assert DynamoClaims().find(claim_id).question.evidence == Evidence(referral=kind)


def test_a_journal_is_not_a_referral(claim_id: ClaimId) -> None:
    assert check(claim_id, document_of(claim_id, fileType="journal")) == "accepted"
    assert read(claim_id).body["missing"] == ["documents"]


def test_a_document_before_the_consent_leaves_the_claim_waiting_for_it() -> None:
    claim_id = claim_of()
    consent(claim_id, given=False)
    check(claim_id, document_of(claim_id))
    assert read(claim_id).body["missing"] == ["consent"]
    consent(claim_id)
    assert read(claim_id).body["status"] == "in-review"


@pytest.mark.parametrize(
    "content, declared, reason",
    [
        (b"MZ\x90\x00", "application/pdf", "content-type-differs"),
        (PDF, "image/png", "content-type-differs"),
        (b"<svg onload=alert(1)>", "image/jpeg", "content-type-differs"),
        (b"%PDF-1.4\nHenvisning\n%%EOF", "application/pdf", "file-incomplete"),
        (b"%PDF-1.7" + bytes(10 * 1024 * 1024), "application/pdf", "file-too-large"),
    ],
)
def test_a_wrong_file_is_rejected_and_never_reaches_the_clean_bucket(
    claim_id: ClaimId, aws: Any, content: bytes, declared: str, reason: str
) -> None:
    document_id = document_of(claim_id, content, contentType=declared)
    assert check(claim_id, document_id) == "rejected"
    assert DynamoDocuments().find(claim_id, document_id).reason == reason
    assert (kept(aws), len(outbox_rows(aws, "document.rejected"))) == ([], 1)
    assert read(claim_id).body["missing"] == ["documents"]


def test_a_second_delivery_has_no_second_effect(claim_id: ClaimId, aws: Any) -> None:
    document_id = document_of(claim_id)
    assert [check(claim_id, document_id) for _ in range(2)] == ["accepted", "accepted"]
    assert (
        len(outbox_rows(aws, "document.accepted"))
        == len(outbox_rows(aws, "claim.completed"))
        == len(kept(aws))
        == 1
    )
    assert read(claim_id).body["version"] == 3


def test_a_retry_after_a_crash_between_the_bucket_and_the_table_finishes_it(
    claim_id: ClaimId, aws: Any
) -> None:
    document_id = document_of(claim_id)
    document, digest = DynamoDocuments().find(claim_id, document_id), sha256(PDF).hexdigest()
    Uploads().keep(document, digest, b"of the first time", "application/pdf")
    assert check(claim_id, document_id) == "accepted"
    assert len(kept(aws)) == 1


def test_an_upload_over_a_checked_document_changes_nothing(claim_id: ClaimId, aws: Any) -> None:
    document_id = document_of(claim_id)
    check(claim_id, document_id)
    document, before = DynamoDocuments().find(claim_id, document_id), kept(aws)
    put_in_quarantine(claim_id, document_id, b"%PDF-1.7 something else")
    check(claim_id, document_id)
    assert DynamoDocuments().find(claim_id, document_id) == document
    assert kept(aws) == before == [kept_key(document, sha256(PDF).hexdigest())]
    assert sent(aws) == []


def test_two_checks_at_once_leave_one_effect(claim_id: ClaimId, aws: Any) -> None:
    document_id = document_of(claim_id)
    [record] = batch(event_of("document.saved", claimId=claim_id, documentId=document_id))["Records"]
    with atomic_transactions(), ThreadPoolExecutor(4) as at_once:
        list(at_once.map(lambda _: function.check(SQSRecord(record)), range(4)))
    assert DynamoDocuments().find(claim_id, document_id).status == "accepted"
    assert len(outbox_rows(aws, "document.accepted")) == len(outbox_rows(aws, "claim.completed")) == 1


def test_a_document_without_a_file_is_rejected_as_missing(claim_id: ClaimId, aws: Any) -> None:
    document_id = document_of(claim_id)
    document = DynamoDocuments().find(claim_id, document_id)
    aws["s3"].delete_object(Bucket="uploads", Key=f"tryg/{claim_id}/{document.document_id}")
    assert check(claim_id, document_id) == "rejected"
    assert DynamoDocuments().find(claim_id, document_id).reason == "file-missing"


def test_a_document_that_is_not_saved_is_not_checked(claim_id: ClaimId) -> None:
    document_id = offer(claim_id).body["documentId"]
    put_in_quarantine(claim_id, document_id)
    assert check(claim_id, document_id) == "uploading"
    assert save(claim_id, document_id).status == 202


def test_of_a_batch_only_the_document_that_could_not_be_checked_comes_again(claim_id: ClaimId) -> None:
    document_id = document_of(claim_id)
    unknown = event_of("document.saved", claimId=claim_id, documentId=f"doc_{document_id[4:-4]}aaaa")
    saved = event_of("document.saved", claimId=claim_id, documentId=document_id)
    assert comes_again(function.handler, unknown, saved) == ["0"]
    assert DynamoDocuments().find(claim_id, document_id).status == "accepted"


def test_a_document_that_answers_a_clarifying_question_starts_the_next_round(
    claim_id: ClaimId, aws: Any
) -> None:
    check(claim_id, document_of(claim_id))
    claims = DynamoClaims()
    before = claims.find(claim_id)
    claims.change(before, before.clarify(determination("clarifying", before.reported_at)))
    check(claim_id, document_of(claim_id, fileType="invoice"))
    assert read(claim_id).body["status"] == "clarifying"
    check(claim_id, document_of(claim_id, fileType="journal"))
    assert read(claim_id).body["status"] == "in-review"
    assert {row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.completed")} == {"1", "2"}


def listed(claim_id: ClaimId, document_id: str, by: Any = None) -> dict[str, Any]:
    call = event("GET", f"/v1/claims/{claim_id}/documents", by=by or member(ANNA))
    items = ask(documents_handler, call).body["items"]
    return next(item for item in items if item["documentId"] == document_id)


def test_a_file_without_a_clean_copy_is_not_deleted(claim_id: ClaimId, aws: Any) -> None:
    document_id = document_of(claim_id)
    check(claim_id, document_id)
    [key] = kept(aws)
    aws["s3"].delete_object(Bucket="documents", Key=key)
    put_in_quarantine(claim_id, document_id)
    saved = event_of("document.saved", claimId=claim_id, documentId=document_id)
    assert comes_again(function.handler, saved) == ["0"]
    assert len(sent(aws)) == 1


def test_a_document_keeps_the_digest_of_the_bytes_as_sent(claim_id: ClaimId, aws: Any) -> None:
    document_id = document_of(claim_id)
    check(claim_id, document_id)
    document = DynamoDocuments().find(claim_id, document_id)
    assert document.digest == sha256(PDF).hexdigest()
    held = aws["s3"].get_object(Bucket="documents", Key=kept_key(document, document.digest))
    with held["Body"] as body:
        assert body.read() != PDF
    assert document.size == held["ContentLength"]


def test_a_phone_s_photo_is_kept_as_jpeg(claim_id: ClaimId) -> None:
    document_id = document_of(claim_id, pictures.heic(), contentType="image/heif", fileName="foto.heic")
    assert listed(claim_id, document_id)["contentType"] == "image/heic"
    assert check(claim_id, document_id) == "accepted"
    shown = listed(claim_id, document_id)
    assert (shown["contentType"], shown["fileName"]) == ("image/jpeg", "foto.heic")
    assert shown["completeness"]["machineReadable"] is False
    path = f"/v1/claims/{claim_id}/documents/{document_id}/content"
    answer = httpx.get(ask(documents_handler, event("GET", path, by=member(ANNA))).headers["location"])
    assert answer.content.startswith(b"\xff\xd8\xff")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"document.jpg\"; filename*=UTF-8''foto.jpg"
    )


@pytest.mark.parametrize("language, words", [("da", "objektive fund"), ("nb", "funn"), ("en", "findings")])
def test_a_referral_s_hint_is_shown_in_the_reader_s_language(
    claim_id: ClaimId, language: str, words: str
) -> None:
    document_id = document_of(claim_id, good_papers.PART)
    assert check(claim_id, document_id) == "accepted"
    call = event(
        "GET",
        f"/v1/claims/{claim_id}/documents",
        by=member(ANNA),
        headers={"accept-language": language},
    )
    hint = ask(documents_handler, call).body["items"][0]["completeness"]
    assert hint["absent"] == ["social", "objective-findings", "told-to-patient"]
    assert words in hint["text"]


@pytest.mark.parametrize(
    "content, readable", [(pdfs.pdf(), True), (good_papers.scanned("L"), False)], ids=["one line", "a scan"]
)
def test_a_paper_with_one_line_of_text_is_not_called_a_picture(
    claim_id: ClaimId, content: bytes, readable: bool
) -> None:
    document_id = document_of(claim_id, content)
    assert check(claim_id, document_id) == "accepted"
    hint = listed(claim_id, document_id)["completeness"]
    assert (hint["machineReadable"], bool(hint["absent"])) == (readable, readable)
    assert ("er et billede, som ikke" in hint["text"]) is not readable
