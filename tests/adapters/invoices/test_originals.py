"""A document is locked when its invoice is accepted, and not before (F2-10, promise 20)."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from helsebro.ids import InvoiceId
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.original import PERSONAL_NUMBER
from helsebro.invoices.rules.all_rules import RULES
from helsebro_aws.invoices.attachments.embedded_files import embedded_files
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.document import UblDocument, opened
from helsebro_aws.invoices.einvoice.examination import examined
from helsebro_aws.invoices.einvoice.leaf import too_long
from helsebro_aws.invoices.einvoice.locked_copy import locked_copy
from helsebro_aws.invoices.einvoice.official.schema import schema_findings
from helsebro_aws.invoices.einvoice.parts.beside import attachments
from helsebro_aws.invoices.judge import InvoiceJudge
from helsebro_aws.invoices.originals import IN_REVIEW, InvoiceOriginals
from tests.builders.claims import outbox_rows
from tests.builders.clinics.doubtful_invoices import DOUBT, decide, doubting, open_tasks, read, sent
from tests.builders.invoice_stage import Stage, staged

FILE = b"%PDF-1.7 a letter"
EMBEDDED = (
    b"<cac:AdditionalDocumentReference><cbc:ID>letter</cbc:ID><cac:Attachment>"
    b'<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="letter.pdf">'
    + b64encode(FILE)
    + b"</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
)
PLACE = b"<cac:AccountingSupplierParty>"


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def kept(aws: dict[str, Any], bucket: str) -> list[bytes]:
    """Returns every document in a bucket."""
    found = aws["s3"].list_objects_v2(Bucket=bucket).get("Contents", ())
    return [aws["s3"].get_object(Bucket=bucket, Key=each["Key"])["Body"].read() for each in found]


def judge(stage: Stage, body: bytes, *doubts: InvoiceFinding) -> InvoiceId:
    invoice_id = sent(stage, body)
    doubting(*doubts).judge(invoice_id)
    return invoice_id


def test_a_document_is_locked_when_its_invoice_is_accepted(stage: Stage, aws: dict[str, Any]) -> None:
    body = stage.invoice()
    invoice_id = sent(stage, body)
    assert (kept(aws, "receiving"), kept(aws, "invoices")) == ([body], [])
    for _ in range(2):
        doubting().judge(invoice_id)
    assert kept(aws, "invoices") == [body]


def test_what_is_rejected_or_waits_for_finance_is_not_locked(stage: Stage, aws: dict[str, Any]) -> None:
    judge(stage, stage.invoice(currency="NOK"))
    judge(stage, stage.invoice(number="2026-2"), DOUBT)
    # What waits for finance lies there three times: as received, kept longer, and as finance reads it.
    assert (len(kept(aws, "receiving")), kept(aws, "invoices")) == (4, [])


def test_a_document_with_a_persons_number_is_erased_at_once(stage: Stage, aws: dict[str, Any]) -> None:
    line = replace(stage.sessions[0], text="010170-1234")
    invoice_id = judge(stage, stage.invoice(sessions=(line,)))
    assert (kept(aws, "receiving"), kept(aws, "invoices")) == ([], [])
    assert PERSONAL_NUMBER & {each["rule"] for each in read(stage, invoice_id)["findings"]}


def test_a_crash_before_the_erasure_is_made_good_when_the_message_comes_again(
    stage: Stage, aws: dict[str, Any]
) -> None:
    class Crashing(InvoiceOriginals):
        """Fails to erase."""

        def erase(self, *_: Any) -> None:
            raise ConnectionError

    line = replace(stage.sessions[0], text="010170-1234")
    invoice_id = sent(stage, stage.invoice(sessions=(line,)))
    with pytest.raises(ConnectionError):
        replace(doubting(), originals=Crashing()).judge(invoice_id)
    assert kept(aws, "receiving")
    doubting().judge(invoice_id)
    assert kept(aws, "receiving") == []


def test_an_invoice_that_is_not_accepted_after_all_leaves_nothing_locked(
    stage: Stage, aws: dict[str, Any]
) -> None:
    class Crashing(DynamoInvoices):
        """Fails to accept."""

        def accept(self, *_: Any) -> None:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        replace(doubting(), invoices=Crashing()).judge(sent(stage))
    assert kept(aws, "invoices") == []


def test_a_crash_between_the_commit_and_the_lock_is_made_good_when_the_message_comes_again(
    stage: Stage, aws: dict[str, Any]
) -> None:
    class Crashing(InvoiceOriginals):
        """Fails to lock."""

        def lock(self, *_: Any) -> None:
            raise ConnectionError

    invoice_id = sent(stage)
    with pytest.raises(ConnectionError):
        replace(doubting(), originals=Crashing()).judge(invoice_id)
    assert (read(stage, invoice_id)["status"], kept(aws, "invoices")) == ("accepted", [])
    for _ in range(2):
        doubting().judge(invoice_id)
    assert kept(aws, "invoices") == [stage.invoice()]


def test_a_message_that_comes_long_after_the_acceptance_locks_nothing_anew(
    stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id = judge(stage, stage.invoice())
    InvoiceOriginals().erase(DynamoInvoices().find(InvoiceId(invoice_id)))
    doubting().judge(InvoiceId(invoice_id))
    assert kept(aws, "invoices") == [stage.invoice()]


def test_a_document_that_expired_is_rejected_and_asked_for_again(stage: Stage) -> None:
    invoice_id = sent(stage)
    InvoiceOriginals().erase(DynamoInvoices().find(invoice_id))
    doubting().judge(invoice_id)
    shown = read(stage, invoice_id)
    assert (shown["status"], [each["rule"] for each in shown["findings"]]) == ("rejected", ["HB-GONE"])


def expire(aws: dict[str, Any]) -> None:
    """Deletes what the 30 days of received documents delete."""
    for each in aws["s3"].list_objects_v2(Bucket="receiving", Prefix="cli_").get("Contents", ()):
        aws["s3"].delete_object(Bucket="receiving", Key=each["Key"])


def test_a_document_outlives_its_days_while_finance_looks_at_it(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id = judge(stage, stage.invoice(), DOUBT)
    expire(aws)
    # One is judged again, the other is what finance reads.
    assert kept(aws, "receiving") == [stage.invoice()] * 2
    decide(open_tasks()[0], {"decision": "approve"})
    doubting(DOUBT).judge(invoice_id)
    assert read(stage, invoice_id)["status"] == "accepted"
    assert kept(aws, "invoices") == [stage.invoice()]
    # Where it was held it is let go, and the files inside it are read where it was received.
    assert [name[:4] for name in names(aws)] == ["cli_"]


@pytest.mark.parametrize("decision", ["approve", "deny"])
def test_a_document_is_let_go_once_finance_has_decided(
    stage: Stage, aws: dict[str, Any], decision: str
) -> None:
    invoice_id = judge(stage, stage.invoice(), DOUBT)
    assert any(name.startswith(IN_REVIEW) for name in names(aws))
    reason = {"reason": "more-needed"} if decision == "deny" else {}
    decide(open_tasks()[0], {"decision": decision, **reason})
    assert outbox_rows(aws, "invoice.reviewed")
    for _ in range(2):
        doubting(DOUBT).judge(invoice_id)
    assert not any(name.startswith(IN_REVIEW) for name in names(aws))


def names(aws: dict[str, Any]) -> list[str]:
    return [each["Key"] for each in aws["s3"].list_objects_v2(Bucket="receiving").get("Contents", ())]


def test_the_locked_copy_holds_the_digest_of_an_attachment_in_its_place(
    stage: Stage, aws: dict[str, Any]
) -> None:
    def allowing(*arguments: Any) -> Any:
        found = examined(*arguments)
        return replace(found, findings=tuple(each for each in found.findings if each.rule != "HB-27"))

    body = stage.invoice().replace(PLACE, EMBEDDED + PLACE)
    invoice_id = sent(stage, body)
    made = doubting()
    InvoiceJudge(made.invoices, made.facts, made.originals, examine=allowing).judge(invoice_id)
    [copy] = kept(aws, "invoices")
    assert b64encode(FILE) not in copy
    assert hashlib.sha256(FILE).hexdigest().encode() in copy
    assert b"<cbc:ID>letter</cbc:ID>" in copy
    assert kept(aws, "receiving") == [body]


def test_the_locked_copy_of_a_document_with_attachments_is_valid_ubl(stage: Stage) -> None:
    copy = locked_copy(stage.invoice().replace(PLACE, EMBEDDED * 2 + PLACE))
    root = etree.fromstring(copy)
    assert list(schema_findings(UblDocument(root))) == []
    assert len(root.findall(".//{*}DocumentHash")) == 2


SIGNED = (
    b"<cac:Signature><cbc:ID>s</cbc:ID><cac:DigitalSignatureAttachment>"
    b'<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">'
    + b64encode(b"%PDF-1.7 signed")
    + b"</cbc:EmbeddedDocumentBinaryObject></cac:DigitalSignatureAttachment></cac:Signature>"
)


def test_whatever_kind_of_attachment_holds_a_file_it_is_taken_out_under_its_own_number(stage: Stage) -> None:
    body = stage.invoice().replace(PLACE, EMBEDDED + SIGNED + PLACE)
    copy = locked_copy(body)
    assert b"BinaryObject" not in copy
    assert list(schema_findings(UblDocument(etree.fromstring(copy)))) == []
    files = list(embedded_files(body))
    assert [(each.number, each.content) for each in files] == [(1, FILE), (2, b"%PDF-1.7 signed")]
    document = opened(body)
    assert [each.location for each in attachments(document)] == [
        "/Invoice/cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject",
        "/Invoice/cac:Signature/cac:DigitalSignatureAttachment/cbc:EmbeddedDocumentBinaryObject",
    ]
    hashes = [each.text for each in etree.fromstring(copy).iterfind(".//{*}DocumentHash")]
    assert hashes == [each.digest for each in files]


@pytest.mark.parametrize("size", [40, 4_000])
def test_a_file_outside_of_an_attachment_rejects_the_invoice(stage: Stage, size: int) -> None:
    extension = (
        b'<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:'
        b'CommonExtensionComponents-2"><ext:UBLExtension><ext:ExtensionContent>'
        b'<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">'
        + b"A"
        * size
        + b"</cbc:EmbeddedDocumentBinaryObject>"
        b"</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions><cbc:CustomizationID>"
    )
    body = stage.invoice().replace(b"<cbc:CustomizationID>", extension, 1)
    found = read(stage, judge(stage, body))["findings"]
    place = (
        "/Invoice/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/cbc:EmbeddedDocumentBinaryObject"
    )
    fatal = {(each["rule"], each["location"]) for each in found if each["severity"] == "fatal"}
    assert fatal == {("HB-27", place), *([("UBL-LONG", place)] if size > 2_000 else [])}


def test_what_stands_beside_a_file_may_not_be_as_long_as_one(stage: Stage) -> None:
    long = b' filename="' + b"a" * 3_000 + b'"'
    body = stage.invoice().replace(PLACE, EMBEDDED.replace(b' filename="letter.pdf"', long) + PLACE)
    assert [each.location for each in too_long(opened(body))] == [
        "/Invoice/cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject"
    ]


def test_the_locked_copy_holds_no_place_of_a_schema(stage: Stage) -> None:
    xsi = b'<Invoice xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a Anna" '
    body = stage.invoice()
    copy = locked_copy(body.replace(b"<Invoice ", xsi, 1))
    assert b"Anna" not in copy
    assert list(schema_findings(UblDocument(etree.fromstring(copy)))) == []
    assert locked_copy(body) == body


def test_every_rule_against_a_persons_number_is_a_rule() -> None:
    assert {rule.id for rule in RULES} >= PERSONAL_NUMBER
