"""Accepted invoices with files inside them, and what the function that keeps the files does with them."""

from __future__ import annotations

from functools import partial
from typing import Any

from functions.invoices.invoices.handler import handler as invoices

from helsebro.ids import InvoiceId
from helsebro_aws.documents.rewriting.clean_copy import written_anew
from helsebro_aws.invoices.attachments.keep import AttachmentKeeping
from local.clinic.ubl import EnclosedFile
from tests.builders.calls import Answered, ask
from tests.builders.claims import PDF
from tests.builders.clinics.doubtful_invoices import doubting, read, sent
from tests.builders.documents.checked_papers import read_once
from tests.builders.invoice_stage import Stage

LETTER = EnclosedFile(PDF)


def accepted(stage: Stage, *files: EnclosedFile, **changes: Any) -> InvoiceId:
    """Returns the id of an accepted invoice with these files, a PDF by default."""
    invoice_id = sent(stage, stage.invoice(files=files or (LETTER,), **changes))
    doubting().judge(invoice_id)
    return invoice_id


def keeping(**parts: Any) -> AttachmentKeeping:
    """Returns the keeping of files, with other parts; equal bytes are read by the process once."""
    return AttachmentKeeping(**{"write": partial(written_anew, read=read_once), **parts})


def shown(stage: Stage, invoice_id: str) -> list[Any]:
    """Returns the files as the clinic reads them, in English."""
    return list(read(stage, invoice_id).get("attachments", []))


def fetched(stage: Stage, invoice_id: str, number: int | str = 1) -> Answered:
    """Returns the answer to the clinic that asks for a file."""
    return ask(invoices, stage.sent(f"/v1/invoices/{invoice_id}/attachments/{number}", None))
