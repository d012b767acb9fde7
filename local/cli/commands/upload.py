"""``helsebro upload CLAIM FILE``: a document of a claim, from the file to the result of its check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from local.cli import answer, completion, terminal
from local.cli.platform import Platform
from local.demo.uploaded_document import CaseDocuments, DocumentFile, DocumentRefused


def upload(
    ctx: typer.Context,
    claim_id: Annotated[str, typer.Argument(metavar="CLAIM", help="clm_…, of the member.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, JPEG, PNG or HEIC file.")],
    type_: Annotated[
        str,
        typer.Option(
            "--type",
            help="referral, journal, imaging-description, invoice (a bill) or other.",
            autocompletion=completion.document_types,
        ),
    ] = "referral",
    as_user: Annotated[
        str, typer.Option("--as", help="A demo user, for this call only.", autocompletion=completion.users)
    ] = "",
    wait: Annotated[bool, typer.Option(help="Wait until it is accepted or rejected.")] = True,
) -> None:
    """Uploads and saves a document, and shows it; the exit code is 1 when it is rejected."""
    platform: Platform = ctx.obj
    chosen = DocumentFile.of_file(file, type_)
    documents = CaseDocuments(*platform.access(as_user), claim_id)
    try:
        document_id = documents.upload(chosen)
        terminal.note(f"✓ {document_id} is uploaded and saved.")
        if not wait:
            terminal.show_json({"documentId": document_id})
            return
        document = documents.checked(document_id)
    except DocumentRefused as fault:
        answer.show(fault.reply)
        raise typer.Exit(1) from None
    terminal.show_json(document)
    if document["status"] == "rejected":
        terminal.note(f"✗ rejected: {document.get('help', '')}", "red")
        raise typer.Exit(1)
    terminal.note("✓ accepted", "green")
