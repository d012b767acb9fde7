"""``helsebro invoice new``, ``preflight`` and ``send``: a clinic's electronic invoice."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from local.cli import answer, terminal
from local.cli.fault import CliFault
from local.cli.platform import Platform
from local.cli.request import read_file
from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem

JUDGED_SECONDS = 90
File = Annotated[Path, typer.Argument(metavar="FILE", help="An invoice in XML, or - for the standard input.")]


def new(
    ctx: typer.Context,
    booking_id: Annotated[str, typer.Argument(metavar="BOOKING", help="bkg_…, of this clinic.")],
    credited: Annotated[
        str,
        typer.Option("--credits", metavar="NUMBER", help="Write a credit note of your invoice with it."),
    ] = "",
) -> None:
    """Writes the invoice of a booking, or its credit note, in UBL as Peppol wants it."""
    platform: Platform = ctx.obj
    try:
        xml = bill.invoice(platform.clinic(), booking_id, credits=credited)
    except bill.BookingNotReadable as fault:
        answer.show(fault.reply)
        raise typer.Exit(1) from None
    sys.stdout.buffer.write(xml)
    sys.stdout.flush()


def preflight(ctx: typer.Context, file: File) -> None:
    """Validates an invoice without effect; the exit code is 1 when it would be rejected."""
    platform: Platform = ctx.obj
    reply = platform.clinic().send_invoice(_content(file), preflight=True)
    if reply.status != 200:
        answer.show(reply)
        raise typer.Exit(1)
    _show_result(reply.body)


def send(
    ctx: typer.Context,
    file: File,
    wait: Annotated[bool, typer.Option(help="Wait for the result.")] = True,
) -> None:
    """Sends an invoice and shows its result; the exit code is 1 when it is rejected."""
    platform: Platform = ctx.obj
    clinic = platform.clinic()
    sent = clinic.send_invoice(_content(file))
    if sent.status != 202:
        answer.show(sent)
        raise typer.Exit(1)
    invoice_id = str(sent.body["invoiceId"])
    terminal.note(f"✓ {invoice_id} is received.")
    if wait:
        _show_result(_judged(clinic, invoice_id))
    else:
        terminal.show_json(sent.body)


def _content(file: Path) -> bytes:
    content = sys.stdin.buffer.read() if str(file) == "-" else read_file(file)
    if not content.strip():
        raise CliFault(f"{file} is empty.", "Write one with `helsebro invoice new BOOKING > invoice.xml`.")
    return content


def _judged(clinic: ClinicSystem, invoice_id: str) -> dict[str, Any]:
    deadline = time.monotonic() + JUDGED_SECONDS
    while True:
        reply = clinic.get(f"/v1/invoices/{invoice_id}")
        if reply.status == 200 and reply.body["status"] != "received":
            return dict(reply.body)
        if time.monotonic() > deadline:
            raise CliFault(
                f"{invoice_id} has no result after {JUDGED_SECONDS} s.",
                f"Look later: `helsebro call --clinic GET /v1/invoices/{invoice_id}`.",
            )
        time.sleep(0.5)


def _show_result(result: dict[str, Any]) -> None:
    findings = result["findings"]
    columns = ("rule", "severity", "location", "message")
    rows = [[str(finding[column]) for column in columns] for finding in findings]
    if rows or not terminal.out.is_terminal:
        terminal.show_table(result, "Findings", columns, rows)
    is_rejected = result["status"] == "rejected"
    mark, style = ("✗", "red") if is_rejected else ("✓", "green")
    noun = "finding" if len(findings) == 1 else "findings"
    terminal.note(f"{mark} {result['status']}, {len(findings)} {noun}", style)
    if is_rejected:
        raise typer.Exit(1)
