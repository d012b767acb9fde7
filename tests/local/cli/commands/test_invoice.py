"""``helsebro invoice``: written from a booking, checked without effect, sent, and judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.local.cli.conftest import Run
from tests.local.cli.loopback import Answered, Loopback

BOOKING = {
    "bookingId": "bkg_a",
    "startsAt": "2026-11-21T12:30:00Z",
    "service": "first",
    "insurer": {"name": "Tryg"},
    "guarantee": {"fee": {"amount": "400.00", "currency": "DKK"}},
    "invoice": {
        "endpoint": {"scheme": "0088", "id": "5790000000005"},
        "orderReference": "G-1",
        "buyerReference": "C-1",
    },
}
FINDING = {"rule": "HB-04", "severity": "fatal", "location": "/Invoice", "message": "Not held."}
NOT_XML = {
    "code": "malformed",
    "title": "Malformed",
    "errors": [{"pointer": "", "code": "invoice-not-xml", "detail": "Not XML: line 1, column 7."}],
}


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "invoice.xml"
    path.write_bytes(b"<Invoice/>")
    return str(path)


def judged(status: str, *findings: dict[str, Any]) -> Answered:
    return Answered(200, {"status": status, "findings": list(findings)})


def test_an_invoice_is_written_from_the_booking(run: Run, api: Loopback) -> None:
    api.answers |= {
        "GET /v1/bookings/bkg_a": Answered(200, BOOKING),
        "GET /v1/clinics/cli_a": Answered(200, {"cvr": "10150817"}),
    }
    done = run("invoice", "new", "bkg_a")
    assert done.exit_code == 0
    assert done.stdout.startswith("<?xml")
    assert {"bkg_a", "G-1", "C-1", "400.00"} <= set(done.stdout.replace(">", "<").split("<"))


def test_a_credit_note_is_written_of_the_invoice_with_the_number(run: Run, api: Loopback) -> None:
    api.answers |= {
        "GET /v1/bookings/bkg_a": Answered(200, BOOKING),
        "GET /v1/clinics/cli_a": Answered(200, {"cvr": "10150817"}),
    }
    done = run("invoice", "new", "bkg_a", "--credits", "2026-17")
    assert done.exit_code == 0
    assert {"381", "2026-17"} <= set(done.stdout.replace(">", "<").split("<"))


def test_an_unknown_booking_is_the_problem_of_the_platform(run: Run) -> None:
    done = run("invoice", "new", "bkg_none")
    assert done.exit_code == 1
    assert "404 not-found" in done.stderr
    assert "<?xml" not in done.stdout


@pytest.mark.parametrize(
    "status, findings, code", [("accepted", (), 0), ("rejected", (FINDING,), 1)], ids=["accepted", "rejected"]
)
def test_a_preflight_shows_the_findings(
    run: Run, api: Loopback, file: str, status: str, findings: tuple[dict[str, Any], ...], code: int
) -> None:
    api.answers["POST /v1/invoices/preflight"] = judged(status, *findings)
    done = run("invoice", "preflight", file)
    assert (done.exit_code, json.loads(done.stdout)["findings"]) == (code, list(findings))
    assert api.asked[0].headers["content-type"] == "application/xml"


def test_a_file_that_is_not_xml_is_named_with_line_and_column(run: Run, api: Loopback, file: str) -> None:
    api.answers["POST /v1/invoices/preflight"] = Answered(400, NOT_XML)
    done = run("invoice", "preflight", file)
    assert (done.exit_code, "line 1, column 7" in done.stderr) == (1, True)


def test_a_sent_invoice_is_followed_to_its_result(run: Run, api: Loopback, file: str) -> None:
    api.answers |= {
        "POST /v1/invoices": Answered(202, {"invoiceId": "inv_a"}),
        "GET /v1/invoices/inv_a": [judged("received"), judged("rejected", FINDING)],
    }
    done = run("invoice", "send", file)
    assert (done.exit_code, json.loads(done.stdout)["status"]) == (1, "rejected")


def test_an_invoice_can_be_sent_without_waiting(run: Run, api: Loopback, file: str) -> None:
    api.answers["POST /v1/invoices"] = Answered(202, {"invoiceId": "inv_a"})
    done = run("invoice", "send", "--no-wait", file)
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"invoiceId": "inv_a"})


@pytest.mark.parametrize("command", ["preflight", "send"])
@pytest.mark.parametrize(
    "content, advice", [(None, "cannot be read"), (b" \n", "is empty")], ids=["missing", "empty"]
)
def test_a_file_that_cannot_be_sent_is_named(
    run: Run, tmp_path: Path, command: str, content: bytes | None, advice: str
) -> None:
    file = tmp_path / "other.xml"
    if content is not None:
        file.write_bytes(content)
    done = run("invoice", command, str(file))
    assert (done.exit_code, advice in done.stderr) == (1, True)
