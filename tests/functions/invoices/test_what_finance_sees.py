"""What finance sees of an invoice before it decides: who, how much, to which account, for what and why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.preflight_invoice.handler import handler as preflight
from functions.invoices.validate_invoice.handler import judge as own_judge

from helsebro.ids import ClinicId, InvoiceId
from helsebro.invoices.review.decision_words import APPROVING, DENYING
from helsebro.invoices.review.denial import DENIALS
from helsebro.invoices.review.other_session import OtherSession
from helsebro.money import Money
from helsebro.payments.payee_account import PayeeAccount
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from local.clinic import ubl
from tests.builders.calls import ask, event
from tests.builders.clinics.doubtful_invoices import DOUBT, FINANCE, in_review, open_tasks, read, sent
from tests.builders.clinics.payees import store_payees
from tests.builders.invoice_stage import Stage, staged


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


STRANGE = ubl.Payment("93", "81234568", "71#026840149965328")


def asked_about(stage: Stage, body: bytes) -> tuple[InvoiceId, Any]:
    """Returns the id of an invoice that the rules leave to finance, and the task."""
    invoice_id = sent(stage, body)
    own_judge.judge(invoice_id)
    [task] = open_tasks()
    return invoice_id, task


def test_finance_sees_who_asks_for_what_and_to_which_account(stage: Stage) -> None:
    name_clinic(stage, "Klinik Nord")
    _, task = asked_about(stage, stage.invoice(payment=STRANGE))
    shown = task["invoice"]
    assert shown["clinic"] == {"name": "Klinik Nord", "companyNumber": "31415918"}
    assert shown["payTo"] == {"account": "••••4568", "status": "unknown"}
    assert shown["dueOn"] == "2026-12-21"
    assert [(each["on"], each["service"], each["amount"]["amount"]) for each in shown["sessions"]] == [
        ("2026-11-03", "first", "950.00"),
        ("2026-11-10", "follow-up", "850.00"),
    ]
    [place] = shown["first"]
    assert place["found"] == "••••4568"
    # What only a clinic can do is not said to who decides.
    assert "signatory" not in place["message"]
    assert "deny" in place["message"]
    assert "81234568" not in json.dumps(task)


def test_the_account_is_shown_as_it_stands_now(stage: Stage) -> None:
    asked_about(stage, stage.invoice(payment=STRANGE))
    account = PayeeAccount("fi", creditor_number="81234568")
    store_payees(stage.clinic_id, account)
    [task] = open_tasks()
    pay_to = task["invoice"]["payTo"]
    assert (pay_to["account"], pay_to["status"]) == ("••••4568", "in-force")
    assert "inForceFrom" in pay_to


def test_finance_reads_what_each_decision_does_and_each_reason_in_its_language(stage: Stage) -> None:
    in_review(stage)
    for language in ("da", "nb", "en"):
        [task] = open_tasks(language)
        shown = task["invoice"]
        assert shown["approving"] == APPROVING.in_language(language)
        assert shown["denying"] == DENYING.in_language(language)
        assert {each["reason"]: each["message"] for each in shown["denials"]} == {
            reason: text.in_language(language) for reason, text in DENIALS.items()
        }


def test_finance_sees_what_a_session_clashes_with_and_the_clinic_does_not(stage: Stage) -> None:
    other = OtherSession("refund", "ref_1", date(2026, 11, 3), Money.of(400), practitioner="Mette Lund")
    invoice_id, task = in_review(stage, replace(DOUBT, clashes=(other,)))
    clash = {
        "way": "refund",
        "id": "ref_1",
        "on": "2026-11-03",
        "amount": {"amount": "400.00", "currency": "DKK"},
        "practitioner": "Mette Lund",
    }
    assert task["invoice"]["first"][0]["clashes"] == [clash]
    as_finance = ask(invoices, event("GET", f"/v1/invoices/{invoice_id}", by=FINANCE)).body
    assert as_finance["findings"][0]["clashes"] == [clash]
    assert "clashes" not in read(stage, invoice_id)["findings"][0]


def test_finance_reads_the_sessions_and_the_document_itself(stage: Stage, aws: dict[str, Any]) -> None:
    body = stage.invoice(payment=STRANGE, files=[ubl.EnclosedFile(b"%PDF-1.7")])
    invoice_id, _ = asked_about(stage, body)
    read_by_finance = ask(invoices, event("GET", f"/v1/invoices/{invoice_id}", by=FINANCE)).body
    assert len(read_by_finance["sessions"]) == 2
    answer = ask(invoices, event("GET", f"/v1/invoices/{invoice_id}/document", by=FINANCE))
    assert answer.status == 303
    document = linked(aws, answer.headers["location"])
    assert b"EmbeddedDocumentBinaryObject" in body
    assert b"EmbeddedDocumentBinaryObject" not in document
    assert stage.guarantee.number.encode() in document


def test_the_document_of_an_accepted_invoice_is_the_locked_one(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id = sent(stage)
    own_judge.judge(invoice_id)
    path = f"/v1/invoices/{invoice_id}/document"
    for call in (event("GET", path, by=FINANCE), stage.sent(path, None)):
        answer = ask(invoices, call)
        assert answer.status == 303
        assert linked(aws, answer.headers["location"]) == stage.invoice()


def test_a_document_that_was_never_left_to_finance_is_not_linked(stage: Stage) -> None:
    invoice_id = sent(stage, stage.invoice(number=""))
    answer = ask(invoices, stage.sent(f"/v1/invoices/{invoice_id}/document", None))
    assert (answer.status, answer.body["code"]) == (409, "invoice-document-gone")


def linked(aws: dict[str, Any], link: str) -> bytes:
    """Returns what a link of one minute leads to."""
    parts = urlsplit(link)
    assert int(parse_qs(parts.query)["X-Amz-Expires"][0]) <= 60
    path = unquote(parts.path).lstrip("/")
    # The bucket is in the host or begins the path.
    named = f"{parts.netloc.split('.')[0]}/{path}"
    bucket = next(name for name in ("receiving", "invoices") if name in named.split("/"))
    key = path.removeprefix(f"{bucket}/")
    content: bytes = aws["s3"].get_object(Bucket=bucket, Key=key)["Body"].read()
    return content


def name_clinic(stage: Stage, name: str) -> None:
    """Gives the stored clinic a name."""
    table = tables.settings.network_table
    item = tables.get(table, stage.clinic_id, "CLINIC")
    assert item
    tables.commit([Put(table, {**item, "name": name}, when=None)])


def test_a_clinic_sees_what_is_paid_for_its_invoice_and_when(stage: Stage) -> None:
    invoice_id = sent(stage)
    own_judge.judge(invoice_id)
    shown = read(stage, invoice_id)
    amount = {"amount": "1800.00", "currency": "DKK"}
    assert (shown["amount"], shown["dueOn"]) == (amount, "2026-12-21")
    assert shown["payable"] == {"status": "approved", "amount": amount, "expectedOn": "2026-12-21"}
    note = sent(stage, stage.invoice(number="K-1", credits="2026-1001"))
    own_judge.judge(note)
    nothing = {"amount": "0.00", "currency": "DKK"}
    assert read(stage, invoice_id)["payable"] == {"status": "credited", "amount": nothing}
    assert not {"dueOn", "payable"} & {*read(stage, note)}


def test_no_day_is_told_for_what_waits_for_an_account_that_was_ended(stage: Stage) -> None:
    invoice_id = sent(stage)
    own_judge.judge(invoice_id)
    payees = DynamoPayees()
    clinic_id = ClinicId(stage.clinic_id)
    for payee in payees.of_clinic(clinic_id).payees:
        before = payees.of_clinic(clinic_id)
        ended = payee.ended(clock.now())
        payees.change(before, before.replacing(ended), ended, "ended", at=clock.now())
    amount = {"amount": "1800.00", "currency": "DKK"}
    assert read(stage, invoice_id)["payable"] == {"status": "approved", "amount": amount}


def test_a_second_invoice_of_a_session_names_the_first_before_it_is_sent(stage: Stage) -> None:
    own_judge.judge(sent(stage))
    call = stage.sent("/v1/invoices/preflight", stage.invoice(number="2026-1002"))
    call["headers"]["accept-language"] = "en"
    found = [each for each in ask(preflight, call).body["findings"] if each["rule"] == "HB-05"]
    assert len(found) == 2
    assert all("invoice 2026-1001 is accepted and will be paid" in each["message"] for each in found)
