"""The files inside an accepted invoice: a clean copy of each is kept, or it is dropped (promise 18)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.keep_attachments.handler import handler
from lxml import etree

from helsebro.ids import ClinicId
from helsebro.invoices.attachments.attached_file import MOST_FILES
from helsebro_aws.documents.guardduty_tag import TAG
from helsebro_aws.invoices.attachments.attachment_files import quarantine_key
from local.clinic.ubl import EnclosedFile
from tests.adapters.documents.test_signatures import EICAR
from tests.builders.calls import LambdaContext, ask, event, staff
from tests.builders.claims import PDF
from tests.builders.clinics.doubtful_invoices import doubting, read, sent
from tests.builders.clinics.users import SIGNATORY, SignedIn, bind
from tests.builders.documents.invoice_files import LETTER, accepted, fetched, keeping, shown
from tests.builders.events.messages import batch, comes_again, event_of
from tests.builders.invoice_stage import Stage, other, staged
from tests.promises.uploads import pictures

QUARANTINE = "guarded-attachments"
FINANCE = staff("finance", payer="nordlys")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


@pytest.fixture
def guarded(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The environment of an account: GuardDuty, a quarantine with versions, and the function's queue."""
    client, sqs = aws["s3"], aws["sqs"]
    client.create_bucket(Bucket=QUARANTINE, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    client.put_bucket_versioning(Bucket=QUARANTINE, VersioningConfiguration={"Status": "Enabled"})
    queue = sqs.create_queue(QueueName="keep-attachments", Attributes={"VisibilityTimeout": "360"})
    monkeypatch.setenv("HELSEBRO_MALWARE_SCAN", "guardduty")
    monkeypatch.setenv("HELSEBRO_UPLOADS_BUCKET", QUARANTINE)
    monkeypatch.setenv("HELSEBRO_KEEP_ATTACHMENTS_QUEUE", queue["QueueUrl"])
    yield client
    sqs.delete_queue(QueueUrl=queue["QueueUrl"])
    for version in versions(client):
        client.delete_object(Bucket=QUARANTINE, Key=version["Key"], VersionId=version["VersionId"])
    client.delete_bucket(Bucket=QUARANTINE)


def versions(s3: Any, bucket: str = QUARANTINE) -> list[Any]:
    return list(s3.list_object_versions(Bucket=bucket).get("Versions", []))


def kept(aws: dict[str, Any]) -> list[str]:
    return [held["Key"] for held in aws["s3"].list_objects_v2(Bucket="attachments").get("Contents", [])]


def scanned(s3: Any, invoice_id: Any, number: int, value: str) -> None:
    tags = {"TagSet": [{"Key": TAG, "Value": value}]}
    s3.put_object_tagging(Bucket=QUARANTINE, Key=quarantine_key(invoice_id, number), Tagging=tags)


def message_of(aws: dict[str, Any], invoice_id: str) -> dict[str, Any]:
    """Sends the event through the queue; returns the batch that Lambda makes of it."""
    queue = aws["sqs"].get_queue_url(QueueName="keep-attachments")["QueueUrl"]
    aws["sqs"].send_message(QueueUrl=queue, MessageBody="x")
    [message] = aws["sqs"].receive_message(QueueUrl=queue)["Messages"]
    records = batch(event_of("invoice.accepted", invoiceId=invoice_id))
    records["Records"][0] |= {
        "receiptHandle": message["ReceiptHandle"],
        "attributes": {"ApproximateReceiveCount": "1"},
    }
    return records


def comes(message: dict[str, Any]) -> bool:
    """Runs the function on the message; returns whether it comes again."""
    return bool(handler(message, LambdaContext())["batchItemFailures"])


def test_a_clean_copy_is_kept_with_the_digest_that_the_locked_invoice_holds(
    stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id = accepted(stage)
    assert shown(stage, invoice_id) == [{"number": 1, "status": "checking"}]
    unread = fetched(stage, invoice_id)
    assert (unread.status, unread.body["code"]) == (409, "attachment-not-kept")
    assert comes_again(handler, event_of("invoice.accepted", invoiceId=invoice_id)) == []
    [file] = shown(stage, invoice_id)
    assert (file["status"], file["contentType"]) == ("kept", "application/pdf")
    assert file["digest"] == hashlib.sha256(PDF).hexdigest()
    [locked] = aws["s3"].list_objects_v2(Bucket="invoices", Prefix=f"{stage.clinic_id}/")["Contents"]
    body = aws["s3"].get_object(Bucket="invoices", Key=locked["Key"])["Body"].read()
    assert [each.text for each in etree.fromstring(body).iter("{*}DocumentHash")] == [file["digest"]]
    assert [each for each in versions(aws["s3"], "uploads") if invoice_id in each["Key"]] == []


def test_the_clinic_and_finance_fetch_it_by_a_link_under_a_name_of_ours(stage: Stage) -> None:
    invoice_id = accepted(stage, EnclosedFile(PDF, file_name="Anna Andersen.pdf"))
    keeping().run(invoice_id)
    path = f"/v1/invoices/{invoice_id}/attachments/1"
    bind(ClinicId(stage.clinic_id), SIGNATORY)
    answers = [
        fetched(stage, invoice_id),
        ask(invoices, SignedIn(SIGNATORY, stage.clinic_id).call("GET", path)),
        ask(invoices, event("GET", path, by=FINANCE)),
    ]
    assert [answer.status for answer in answers] == [303, 303, 303]
    link = answers[0].headers["location"]
    assert "Anna" not in link
    file = httpx.get(link)
    assert file.content.startswith(b"%PDF")
    assert file.headers["content-disposition"] == 'attachment; filename="invoice-attachment-1.pdf"'


def test_who_may_not_read_the_invoice_gets_none_of_its_files(stage: Stage) -> None:
    invoice_id = accepted(stage)
    keeping().run(invoice_id)
    path = f"/v1/invoices/{invoice_id}/attachments/1"
    strange = [
        ask(invoices, other(stage).sent(path, None)),
        ask(invoices, event("GET", path, by=staff("finance", payer="other"))),
        *(fetched(stage, invoice_id, number) for number in ("0", "2", "01", "-1", "x", "1000")),
    ]
    assert {answer.status for answer in strange} == {404}


def test_an_invoice_without_files_is_read_once_and_has_none(stage: Stage) -> None:
    invoice_id = sent(stage)
    doubting().judge(invoice_id)

    class Untouched:
        """Has none of the parts that a file needs."""

    nothing: Any = Untouched()
    assert keeping(originals=nothing, quarantine=nothing, copies=nothing).run(invoice_id) == ()
    assert "attachments" not in read(stage, invoice_id)
    assert fetched(stage, invoice_id).status == 404


def test_the_files_of_a_rejected_invoice_are_not_kept(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id = accepted(stage, currency="NOK")
    assert read(stage, invoice_id)["status"] == "rejected"
    assert (keeping().run(invoice_id), shown(stage, invoice_id), kept(aws)) == ((), [], [])


@pytest.mark.parametrize(
    "file, reason",
    [
        (EnclosedFile(b"%PDF-1.7\n" + EICAR), "file-harmful"),
        (EnclosedFile(b"MZ no pdf"), "content-type-differs"),
        (EnclosedFile(PDF, "image/png", "a.png"), "content-type-differs"),
        (EnclosedFile(b"%PDF-1.4 cut"), "file-incomplete"),
    ],
)
def test_what_cannot_be_made_safe_is_dropped_and_the_invoice_stays_accepted(
    file: EnclosedFile, reason: str, stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id = accepted(stage, file, LETTER)
    for _ in range(2):
        keeping().run(invoice_id)
    dropped, after = shown(stage, invoice_id)
    assert (dropped["status"], dropped["reason"], after["status"]) == ("dropped", reason, "kept")
    assert dropped["message"].endswith(".")
    assert dropped["digest"] == hashlib.sha256(file.content).hexdigest()
    assert fetched(stage, invoice_id, 1).status == 409
    assert [key.split("/")[-2] for key in kept(aws)] == ["2"]
    invoice = read(stage, invoice_id)
    assert (invoice["status"], "payableId" in invoice) == ("accepted", True)


def test_a_photo_is_kept_as_a_picture_without_what_the_camera_wrote(stage: Stage) -> None:
    invoice_id = accepted(stage, EnclosedFile(pictures.jpeg(), "image/jpeg", "a.jpg"))
    [file] = keeping().run(invoice_id)
    assert (file.status, file.content_type) == ("kept", "image/jpeg")


def test_only_the_first_files_are_kept(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id = accepted(stage, *[LETTER] * (MOST_FILES + 2))
    for _ in range(MOST_FILES):
        keeping().run(invoice_id)
    files = shown(stage, invoice_id)
    assert [each["status"] for each in files] == ["kept"] * MOST_FILES + ["dropped"] * 2
    assert files[-1]["reason"] == "too-many-files"
    assert len(kept(aws)) == MOST_FILES


def test_a_pending_file_stays_unread_and_its_message_comes_again(
    stage: Stage, guarded: Any, aws: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    invoice_id = accepted(stage, LETTER, LETTER)
    message = message_of(aws, invoice_id)
    assert comes(message)
    assert '"ERROR"' not in capsys.readouterr().out
    assert [each["status"] for each in shown(stage, invoice_id)] == ["checking", "checking"]
    assert comes(message)
    assert len(versions(guarded)) == 2, "a file is put there once, or its scan would begin anew"

    scanned(guarded, invoice_id, 1, "NO_THREATS_FOUND")
    scanned(guarded, invoice_id, 2, "THREATS_FOUND")
    assert comes(message), "the second waits for another run"
    assert not comes(message)
    assert [each["status"] for each in shown(stage, invoice_id)] == ["kept", "dropped"]
    assert versions(guarded) == []


def test_a_file_put_over_the_scanned_one_is_not_kept(stage: Stage, guarded: Any, aws: Any) -> None:
    invoice_id = accepted(stage)
    keeping().run(invoice_id)
    key = quarantine_key(invoice_id, 1)
    guarded.put_object(Bucket=QUARANTINE, Key=key, Body=b"%PDF-1.7 another")
    scanned(guarded, invoice_id, 1, "NO_THREATS_FOUND")
    [file] = keeping().run(invoice_id)
    assert (file.status, file.reason, kept(aws)) == ("dropped", "file-missing", [])


def test_after_thirty_days_a_file_that_was_never_checked_is_dropped(stage: Stage, aws: Any) -> None:
    invoice_id = accepted(stage)
    for held in aws["s3"].list_objects_v2(Bucket="receiving")["Contents"]:
        aws["s3"].delete_object(Bucket="receiving", Key=held["Key"])
    [file] = keeping().run(invoice_id)
    assert (file.status, file.reason) == ("dropped", "file-missing")


def test_a_kept_file_can_be_erased(stage: Stage, aws: Any) -> None:
    invoice_id = accepted(stage)
    keeping().run(invoice_id)
    [key] = kept(aws)
    aws["s3"].delete_object(Bucket="attachments", Key=key)
    assert kept(aws) == []
