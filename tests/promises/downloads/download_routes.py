"""Every route of the document that gives a file, and how its link or its header is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helsebro.bookings.calendar_feed import SUFFIX
from helsebro.deadlines.service_level import KindLevel, ServiceLevel, report
from helsebro.documents.document import Document
from helsebro.ids import ClinicId, DocumentId, InvoiceId, PaymentFileId, PersonId
from helsebro.invoices.attachments.attached_file import AttachedFile
from helsebro.notifications.outcome.letter import Letter
from helsebro.onboarding.contract import sent as contract_sent
from helsebro.onboarding.signature import Signature
from helsebro.quality.decision_report import CountedDecisions
from helsebro.quality.decision_report import report as decision_report
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.claims.consenting.receipt.consent_papers import ConsentPapers
from helsebro_aws.complaints.form.board_forms import BoardForms
from helsebro_aws.deadlines.insights.level_media import in_media
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.http.pages.report_media import CSV, SVG
from helsebro_aws.invoices.attachments.attachment_files import AttachmentFiles
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.invoices.response.invoice_response import FILE_NAME
from helsebro_aws.notifications.letters.letter_papers import LetterPapers
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.payments.ledger.ledger_sheet import saved_name
from helsebro_aws.payments.runs.payment_files import PaymentFiles
from helsebro_aws.payments.statements.dynamo_statements import StatementOf
from helsebro_aws.payments.statements.statement_sheet import saved_name as statement_name
from helsebro_aws.platform.settings import Settings
from helsebro_aws.platform.stored_file import saved_as
from helsebro_aws.quality.figures.figures_media import in_media as figures_in_media
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.sent_messages import sent
from tests.builders.payments.begun_files import run_of

ROOT = Path(__file__).parents[3]
DOCUMENT = ROOT / "layers/adapters/python/helsebro_aws/openapi.json"
NAMES = ("documents", "guarantees", "letters", "uploads", "attachments", "payment_files", "invoices")
ON_AWS = Settings(
    {"AWS_REGION": "eu-north-1", **{f"HELSEBRO_{name.upper()}_BUCKET": f"the-{name}" for name in NAMES}}
)
UPLOADS, GUARANTEES = Uploads(ON_AWS), GuaranteePapers(ON_AWS)
LETTERS, CONTRACTS = LetterPapers(to=ON_AWS), ContractPapers(ON_AWS)
ATTACHMENTS, PAYMENT_FILES = AttachmentFiles(ON_AWS), PaymentFiles(ON_AWS)
ORIGINALS = InvoiceOriginals(ON_AWS)
RECEIPTS = ConsentPapers(Tables(ON_AWS))
BOARD_FORMS = BoardForms(Tables(ON_AWS))
AT = datetime.now(UTC)
WEEK = IsoWeek(2026, 48)
PAGES = frozenset({"application/json", "application/problem+json", "text/html"})
NO_FILE = frozenset({"/v1/docs"})
"""Routes that redirect to a page of ours."""


@dataclass(frozen=True)
class Download:
    """A download: its route, its media type, and its link, or its header where the answer holds the file.

    Both take a name; only a document has one that a person chose. A feed is read by a calendar, which saves
    it under no name.
    """

    path: str
    media: str
    link: Callable[[str], str] | None = None
    header: Callable[[str], str] | None = None
    is_named_by_people: bool = False


def document_link(name: str, media: str = "application/pdf") -> str:
    """Returns the link to an accepted document with this name, whose clean copy is of this type."""
    paper = Document(*(DocumentId("doc_a"), CLAIM_ID, "referral", name, media, 9, AT, "accepted"), digest="d")
    return UPLOADS.link_to_content(paper)


def _guarantee(name: str) -> str:
    return GUARANTEES.link_to(guarantee(number=name), "da")


def _attachment(name: Any) -> str:
    kept = AttachedFile(InvoiceId("inv_" + 32 * "a"), name, "kept", "d", "application/pdf", 9)
    return ATTACHMENTS.link_to(kept)


def _invoice(name: str) -> str:
    return ORIGINALS.link_at("the-invoices", "document.xml", name)


def _letter(name: str) -> str:
    made = Letter.of(sent(channel="letter"), AT, None)
    return LETTERS.link_to(replace(made, letter_id=name))


def _payment_file(name: str) -> str:
    return PAYMENT_FILES.link_to(replace(run_of("tryg"), file_id=PaymentFileId(name), written_at=AT))


def _receipt(name: str) -> str:
    return RECEIPTS.link_to("consents/receipt.da.pdf", f"{name}.pdf")


def _board_form(name: str) -> str:
    return BOARD_FORMS.link_to("complaints/board.da.pdf", f"{name}.pdf")


def _contract(name: str) -> str:
    made = contract_sent(ClinicId("cli_a"), "cd", "da", "token", AT)
    return CONTRACTS.link_to_contract(replace(made, text_version=name))


def _evidence(name: str) -> str:
    signed = Signature(PersonId("per_a"), "https://issuer.example", "high", AT, AT, "name", "ab")
    made = contract_sent(ClinicId("cli_a"), "cd", "da", "token", AT)
    return CONTRACTS.link_to_evidence(replace(made, text_version=name, signature=signed))


def _levels(media: str) -> Callable[[str], str]:
    def header(payer: str) -> str:
        rows = [KindLevel("claims", "first-answer", ServiceLevel(within=1), WEEK)]
        answer = in_media(media, report(payer, WEEK, WEEK, rows), "da")
        return answer.headers["Content-Disposition"]

    return header


def _figures(media: str) -> Callable[[str], str]:
    def header(payer: str) -> str:
        rows = [CountedDecisions("SA1706", "6.1", "", {"denied": 7})]
        answer = figures_in_media(media, decision_report(payer, WEEK, WEEK, rows), "da")
        return answer.headers["Content-Disposition"]

    return header


def _statement(_name: str) -> str:
    return statement_name(StatementOf(ClinicId("cli_a"), AT.date(), AT.date()))


def _calendar(_name: str) -> str:
    return saved_as(f"appointment{SUFFIX}")


DOWNLOADS = (
    Download(
        "/v1/claims/{claimId}/documents/{documentId}/content", "", document_link, is_named_by_people=True
    ),
    Download("/v1/guarantees/{guaranteeId}/pdf", "", _guarantee),
    Download("/v1/invoices/{invoiceId}/attachments/{number}", "", _attachment),
    Download("/v1/invoices/{invoiceId}/document", "", _invoice),
    Download("/v1/letters/{letterId}/pdf", "", _letter),
    Download("/v1/payment-files/{fileId}/content", "", _payment_file),
    Download("/v1/letters/{letterId}/enclosure", "", _guarantee),
    Download("/v1/claims/{claimId}/complaints/board-form", "", _board_form),
    Download("/v1/claims/{claimId}/consent/receipt", "", _receipt),
    Download("/v1/claims/{claimId}/consent/clinics/{clinicId}/receipt", "", _receipt),
    Download("/v1/me/consents/{kind}/receipt", "", _receipt),
    Download("/v1/clinics/{clinicId}/contract", "", _contract),
    Download("/v1/clinics/{clinicId}/contract/evidence", "", _evidence),
    Download("/v1/insights/service-levels", CSV, header=_levels(CSV)),
    Download("/v1/insights/service-levels", SVG, header=_levels(SVG)),
    Download("/v1/insights/decisions", CSV, header=_figures(CSV)),
    Download("/v1/insights/decisions", SVG, header=_figures(SVG)),
    Download("/v1/ledger", CSV, header=lambda _: saved_name(AT.date())),
    Download("/v1/clinics/{clinicId}/statement", CSV, header=_statement),
    Download(
        "/v1/bookings/{bookingId}/calendar",
        "text/calendar",
        header=lambda _: saved_as(f"appointment{SUFFIX}"),
    ),
    Download("/v1/calendar-feeds/{feed}", "text/calendar"),
    Download("/v1/invoices/{invoiceId}/response", "application/xml", header=lambda _: saved_as(FILE_NAME)),
)


def downloads_of(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yields the path and media type of every download: a redirect to a file has no media type."""
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for status, answer in operation.get("responses", {}).items() if "responses" in operation else ():
                if status == "303" and path not in NO_FILE:
                    yield path, ""
                if status.startswith("2"):
                    yield from ((path, media) for media in answer.get("content", {}) if media not in PAGES)


def stored_document() -> dict[str, Any]:
    """Returns the OpenAPI document."""
    read: dict[str, Any] = json.loads(DOCUMENT.read_text())
    return read
