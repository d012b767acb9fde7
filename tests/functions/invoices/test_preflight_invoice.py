from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from functions.invoices.preflight_invoice.handler import handler

from helsebro.invoices.client.client_search import MOST_FOUND, MOST_GUESSES
from helsebro.local_day import local_day
from helsebro_aws.identity import pseudonym
from helsebro_aws.invoices.einvoice.peppol.release import release_on
from helsebro_aws.invoices.einvoice.precheck import precheck
from helsebro_aws.platform import clock
from local.clinic import ubl
from tests.builders.calls import ask, event, staff
from tests.builders.invoice_stage import (
    Stage,
    change,
    move_clinic,
    other,
    set_rates_by_authorisation,
    staged,
)
from tests.builders.invoices import FIRST

PATH = "/v1/invoices/preflight"
JUDGED_BY = [
    {"ruleSet": "ubl", "release": "2.1", "source": "official"},
    {"ruleSet": "en16931", "release": "1.3.16", "source": "official"},
    {"ruleSet": "peppol", "release": release_on(local_day(clock.now())).version, "source": "own"},
]


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def test_a_valid_invoice_would_be_accepted_and_nothing_is_stored(stage: Stage, aws: dict[str, Any]) -> None:
    before = [aws["dynamodb"].scan(TableName=table)["Count"] for table in ("outbox", "money")]
    for _ in range(2):
        answer = ask(handler, stage.sent(PATH, stage.invoice()))
        assert (answer.status, answer.body) == (
            200,
            {"status": "accepted", "findings": [], "judgedBy": JUDGED_BY},
        )
    assert [aws["dynamodb"].scan(TableName=table)["Count"] for table in ("outbox", "money")] == before


@pytest.mark.parametrize(
    "language,message",
    [
        ("da", "En linje skal være én konsultation og koste 950 kr., som er den aftalte pris."),
        ("nb", "En linje må være én time og koste 950 danske kr, som er den avtalte prisen."),
    ],
)
def test_an_invalid_invoice_gets_findings_in_the_callers_language(
    stage: Stage, language: str, message: str
) -> None:
    wrong = ubl.Session(stage.sessions[0].booking_id, FIRST, Decimal(999), "first")
    call = stage.sent(PATH, stage.invoice(sessions=(wrong,)))
    call["headers"]["accept-language"] = language
    place = "/Invoice/cac:InvoiceLine/cbc:LineExtensionAmount"
    finding = {"rule": "HB-10", "severity": "fatal", "location": place, "message": message}
    finding |= {"found": "999.00", "expected": "950.00"}
    body = ask(handler, call).body
    [found] = body["findings"]
    found["message"] = found["message"].replace("\N{NO-BREAK SPACE}", " ")
    assert body == {"status": "rejected", "findings": [finding], "judgedBy": JUDGED_BY}


@pytest.mark.parametrize("authorised, status", [(True, "accepted"), (False, "rejected")])
def test_the_rate_of_the_practitioners_authorisation_counts_before_the_invoice_is_sent(
    stage: Stage, authorised: bool, status: str
) -> None:
    set_rates_by_authorisation(stage, authorised=authorised)
    assert ask(handler, stage.sent(PATH, stage.invoice())).body["status"] == status


def test_an_invoice_of_more_than_90_sessions_would_be_rejected_with_the_limit(stage: Stage) -> None:
    call = stage.sent(PATH, stage.invoice(sessions=stage.sessions * 60))
    call["headers"]["accept-language"] = "en"
    answer = ask(handler, call).body
    [found] = [finding for finding in answer["findings"] if finding["rule"] == "HB-28"]
    assert (answer["status"], found["location"]) == ("rejected", "/Invoice")
    assert found["message"].startswith("The document has 120 sessions, but may have at most 88.")


def test_an_invoice_to_an_account_that_is_not_registered_would_be_left_to_finance(
    stage: Stage, aws: dict[str, Any]
) -> None:
    other = ubl.Payment("42", "0440116244", branch="0040")
    answer = ask(handler, stage.sent(PATH, stage.invoice(payment=other))).body
    assert answer["status"] == "in-review"
    assert [(each["rule"], each["severity"]) for each in answer["findings"]] == [("HB-31", "review")]
    assert (
        aws["dynamodb"].scan(
            TableName="cases",
            FilterExpression="begins_with(sk, :task)",
            ExpressionAttributeValues={":task": {"S": "TASK"}},
        )["Count"]
        == 0
    )


def test_a_document_is_prechecked_once(stage: Stage) -> None:
    called: list[str] = []

    def note(frame: FrameType, event_: str, _: object) -> None:
        if event_ == "call" and frame.f_code is precheck.__code__:
            called.append(event_)

    sys.setprofile(note)
    try:
        answer = ask(handler, stage.sent(PATH, stage.invoice()))
    finally:
        sys.setprofile(None)
    assert (answer.status, len(called)) == (200, 1)


def test_a_body_that_is_not_an_invoice_is_refused_as_when_it_is_sent(stage: Stage) -> None:
    assert ask(handler, stage.sent(PATH, b"<a/>")).body["code"] == "invoice-not-ubl"
    assert ask(handler, stage.sent(PATH, stage.invoice(), "text/plain")).status == 415


def test_only_a_clinics_system_may_call_preflight() -> None:
    assert ask(handler, event("POST", PATH, by=staff("finance"), body="<a/>", key=None)).status == 403


@pytest.mark.parametrize("function", ["invoices.invoices", "invoices.preflight_invoice", "payments.payments"])
def test_importing_the_function_loads_no_heavy_package(function: str) -> None:
    heavy = "{'lxml', 'saxonche', 'facturx', 'boto3', 'pydantic', 'typst'}"
    code = f"import sys, functions.{function}.handler; sys.exit(str({heavy} & set(sys.modules) or 0))"
    path = ":".join(path for path in sys.path if path)
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert ran.stderr.strip() in ("", "0")


def test_a_signed_invoice_in_another_encoding_hears_of_its_bytes_not_of_its_signature(stage: Stage) -> None:
    call = stage.sent(PATH, stage.invoice() + "<!-- ø -->".encode())
    # What a gateway makes of ISO-8859-1 after the clinic has signed it.
    call["body"] = call["body"].replace("ø", "\ufffd")
    answer = ask(handler, call)
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, "not-utf8")


FILES = {
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3": "PDF",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff\xe0\x00\x10JFIF": "JPEG",
    b"PK\x03\x04\xff": "ZIP",
}


@pytest.mark.parametrize("file, kind", FILES.items())
def test_a_file_that_a_gateway_has_spoiled_is_called_by_its_name_and_not_by_its_bytes(
    stage: Stage, file: bytes, kind: str
) -> None:
    call = stage.sent(PATH, b"x")
    call["body"] = file.decode("utf-8", "replace")
    answer = ask(handler, call)
    assert (answer.status, answer.body["code"]) == (422, "invoice-another-file")
    assert answer.body["detail"].startswith(f"Dette er {kind}.")


def name_client(stage: Stage, country: str, number: str) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", personId=pseudonym.person_id(country, number))


HIDDEN = (
    {"number": "2111260001"},
    {"payment": ubl.Payment("42", "0440116243", "2111260001", branch="0040")},
)
"""Where ten digits do not point at a person by themselves."""


@pytest.mark.parametrize("changes", HIDDEN)
def test_the_number_of_the_client_is_found_even_where_any_number_may_stand(
    stage: Stage, changes: dict[str, Any]
) -> None:
    body = stage.invoice(**changes)
    assert "HB-19" not in {found["rule"] for found in ask(handler, stage.sent(PATH, body)).body["findings"]}
    name_client(stage, "DK", "2111260001")
    found = ask(handler, stage.sent(PATH, body)).body["findings"]
    # Its place would tell which of the numbers it is.
    assert [each["location"] for each in found if each["rule"] == "HB-19"] == ["/Invoice"]


def test_a_clinic_that_finds_the_number_again_and_again_waits_until_the_next_day(stage: Stage) -> None:
    name_client(stage, "DK", "2111260001")
    body = stage.invoice(number="2111260001")
    answers = [ask(handler, stage.sent(PATH, body)) for _ in range(MOST_FOUND + 2)]
    assert [each.status for each in answers] == [200] * MOST_FOUND + [429] * 2
    assert answers[-1].body["code"] == "too-many-personal-numbers"
    assert 0 < int(answers[-1].headers["retry-after"]) <= 24 * 60 * 60 + 1
    # A guess that is wrong is not answered either, an invoice without such a number is.
    wrong = ask(handler, stage.sent(PATH, stage.invoice(number="2111260002")))
    assert wrong.status == 429
    assert ask(handler, stage.sent(PATH, stage.invoice())).body["status"] == "accepted"
    clinic = other(stage)
    assert ask(handler, clinic.sent(PATH, clinic.invoice())).status == 200


def test_guesses_that_are_wrong_are_answered_so_many_times_in_a_month(stage: Stage) -> None:
    notes = (f"<cbc:Note>{number}</cbc:Note>" for number in range(2111260002, 2111260022))
    due = b"</cbc:DueDate>"
    body = stage.invoice().replace(due, due + "".join(notes).encode(), 1)
    body = body.replace(b"<cbc:Note>", b"<cbc:Note>ordre ", 1)
    answers = [ask(handler, stage.sent(PATH, body)).status for _ in range(MOST_GUESSES // 20 + 1)]
    assert answers == [200] * (MOST_GUESSES // 20) + [429]


def test_the_number_of_a_norwegian_client_is_found_in_a_file_name(stage: Stage) -> None:
    name_client(stage, "NO", "01017000027")
    attached = (
        b"</cac:OrderReference><cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
        b'<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="%s.pdf">YQ==</cbc:'
        b"EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
    )
    for name, status in ((b"01017000026", "accepted"), (b"0_10170_00027", "rejected")):
        body = stage.invoice().replace(b"</cac:OrderReference>", attached % name)
        assert ask(handler, stage.sent(PATH, body)).body["status"] == status


def test_an_invoice_of_tomorrow_is_judged_by_the_clock(stage: Stage) -> None:
    today = local_day(clock.now(), "DK")
    for days, rules in ((1, set()), (2, {"HB-41"})):
        issued = today + timedelta(days=days)
        body = stage.invoice(issued_on=issued, due_on=issued + timedelta(days=30))
        found = ask(handler, stage.sent(PATH, body)).body["findings"]
        assert {each["rule"] for each in found} == rules


@pytest.mark.parametrize(
    "asked,language",
    [(None, "nb"), ("de", "nb"), ("en", "en"), ("da", "da"), ("no", "nb"), ("nb;q=0, da;q=0.1", "da")],
)
def test_findings_are_in_the_language_asked_for_else_in_that_of_the_clinics_country(
    stage: Stage, asked: str | None, language: str
) -> None:
    move_clinic(stage, "NO")
    call = stage.sent(PATH, stage.invoice(currency="NOK"))
    if asked is not None:
        call["headers"]["accept-language"] = asked
    [wrong] = [each for each in ask(handler, call).body["findings"] if each["rule"] == "HB-11"]
    said = {"da": "Fakturaen skal", "nb": "Fakturaen må", "en": "The invoice must"}
    assert wrong["message"].startswith(said[language])


def test_a_finding_says_what_stands_there_and_what_was_expected(stage: Stage) -> None:
    body = stage.invoice().replace(b">1800.00</cbc:TaxInclusiveAmount>", b">1801.00</cbc:TaxInclusiveAmount>")
    body = body.replace(b"VATEX-EU-132-1C", b"VATEX-EU-F").replace(b"<cbc:ID>E<", b"<cbc:ID>S<")
    found = {each["rule"]: each for each in ask(handler, stage.sent(PATH, body)).body["findings"]}
    category = found["PEPPOL-EN16931-P0109"]
    assert (category["found"], category["expected"]) == ("S", "E")
    assert category["location"] == "/Invoice/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory"
    assert "found" not in found["BR-CO-15"]


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("function", ["preflight_invoice", "validate_invoice"])
def test_the_function_does_not_start_with_a_folder_of_rules_that_cannot_be_used(
    function: str, there: bool, tmp_path: Path
) -> None:
    if there:
        (tmp_path / "peppol.sch").write_text("<schema/>")
    rules = tmp_path if there else tmp_path / "misspelt"
    ran = subprocess.run(
        [sys.executable, "-c", f"import functions.invoices.{function}.handler"],
        env={"PYTHONPATH": ":".join(path for path in sys.path if path), "HELSEBRO_RULES_DIR": str(rules)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert "RulesNotUsable" in ran.stderr
    assert str(rules) in ran.stderr
