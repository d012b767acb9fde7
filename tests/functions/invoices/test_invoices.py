from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
from functions.invoices.invoices.handler import handler

from tests.builders.calls import ask, event, member, staff
from tests.builders.invoice_stage import Stage, staged

PATH = "/v1/invoices"


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def outbox(aws: dict[str, Any]) -> list[str]:
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return [row["type"]["S"] for row in rows if row["type"]["S"].startswith("invoice.")]


def test_a_clinic_sends_an_invoice_and_sees_it_received(stage: Stage, aws: dict[str, Any]) -> None:
    sent = ask(handler, stage.sent(PATH, stage.invoice()))
    assert sent.status == 202
    read = ask(handler, stage.sent(f"{PATH}/{sent.body['invoiceId']}", None))
    assert (read.status, read.body["status"], read.body["findings"]) == (200, "received", [])
    assert set(read.body) == {"invoiceId", "status", "receivedAt", "findings"}
    assert outbox(aws) == ["invoice.received"]


def test_the_document_is_stored_unchanged(stage: Stage, aws: dict[str, Any]) -> None:
    call = stage.sent(PATH, stage.invoice())
    call |= {"body": b64encode(call["body"].encode()).decode(), "isBase64Encoded": True}
    invoice_id = ask(handler, call).body["invoiceId"]
    listed = aws["s3"].list_objects_v2(Bucket="receiving", Prefix=f"{stage.clinic_id}/{invoice_id}/")
    [kept] = listed["Contents"]
    body = aws["s3"].get_object(Bucket="receiving", Key=kept["Key"])["Body"].read()
    assert body == stage.invoice()


def test_a_repeated_call_is_one_invoice(stage: Stage, aws: dict[str, Any]) -> None:
    call = stage.sent(PATH, stage.invoice())
    first, again = ask(handler, call), ask(handler, call)
    assert (first.status, first.body) == (again.status, again.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert outbox(aws) == ["invoice.received"]


@pytest.mark.parametrize(
    "body,status,code",
    [
        ("", 400, "malformed"),
        ("{}", 422, "invoice-another-file"),
        ("<a>", 400, "malformed"),
        ("<a/>", 422, "invoice-not-ubl"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 422, "invoice-doctype"),
        (" " * 1_000_001, 422, "invoice-too-large"),
    ],
)
def test_a_body_that_is_not_an_invoice_is_refused_at_once_and_not_stored(
    stage: Stage, aws: dict[str, Any], body: str, status: int, code: str
) -> None:
    answer = ask(handler, stage.sent(PATH, body.encode()))
    assert (answer.status, answer.body["code"]) == (status, code)
    assert outbox(aws) == []


def test_more_than_500_lines_are_too_many(stage: Stage) -> None:
    body = stage.invoice(sessions=stage.sessions[:1] * 501)
    answer = ask(handler, stage.sent(PATH, body))
    assert (answer.status, answer.body["code"], answer.body["limit"]) == (422, "invoice-too-long", 500)


@pytest.mark.parametrize("body, kind", [(b"%PDF-1.4 a letter", "PDF"), (b'{"number": "1"}', "JSON")])
def test_a_file_of_another_kind_is_called_by_its_name(stage: Stage, body: bytes, kind: str) -> None:
    answer = ask(handler, stage.sent(PATH, body))
    assert (answer.status, answer.body["code"]) == (422, "invoice-another-file")
    assert answer.body["detail"].startswith(f"Dette er {kind}.")


def test_a_document_that_is_not_xml_says_where_reading_stopped(stage: Stage) -> None:
    answer = ask(handler, stage.sent(PATH, b"<a>\n <b></c>\n</a>"))
    [fault] = answer.body["errors"]
    assert (answer.status, fault["code"]) == (400, "invoice-not-xml")
    assert fault["detail"] == "Fakturaen er ikke gyldig XML: linje 2, kolonne 7."


@pytest.mark.parametrize(
    "media",
    [
        "application/json",
        "application/pdf",
        "",
        "application/xml; charset=iso-8859-1",
        "text/xml;charset=utf-16",
    ],
)
def test_only_xml_in_utf8_is_accepted(stage: Stage, media: str) -> None:
    answer = ask(handler, stage.sent(PATH, stage.invoice(), media))
    assert (answer.status, answer.body["detail"]) == (
        415,
        "Send application/xml i UTF-8, og skriv det i Content-Type.",
    )


def test_only_a_clinics_system_sends_and_only_with_its_signature(stage: Stage) -> None:
    call = stage.sent(PATH, stage.invoice())
    call["headers"]["webhook-signature"] = "v1," + b64encode(b"0" * 32).decode()
    assert ask(handler, call).status == 401
    assert ask(handler, event("POST", PATH, body="<a/>")).status == 401
    assert ask(handler, event("POST", PATH, by=member(), body="<a/>")).status == 403


def test_another_clinic_and_another_payer_get_the_404_of_an_unknown_id(stage: Stage) -> None:
    invoice_id = ask(handler, stage.sent(PATH, stage.invoice())).body["invoiceId"]
    stranger = staged("other")
    unknown = f"{invoice_id[:-2]}aa"
    path = f"{PATH}/{invoice_id}"
    answers = [
        ask(handler, stage.sent(f"{PATH}/{unknown}", None)),
        ask(handler, stage.sent(f"{PATH}/inv_x", None)),
        ask(handler, stranger.sent(path, None)),
        ask(handler, event("GET", path, by=staff("finance", payer="nordlys"))),
        ask(handler, event("GET", path, by=staff("finance", payer="other"))),
    ]
    for answer in answers:
        answer.body.pop("instance")
    assert {answer.status for answer in answers} == {404}
    assert all(answer.body == answers[0].body for answer in answers)


def test_an_outage_of_the_storage_is_503_and_nothing_is_stored(
    stage: Stage, aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_RECEIVING_BUCKET", "no-such-bucket")
    answer = ask(handler, stage.sent(PATH, stage.invoice()))
    assert (answer.status, answer.body["code"]) == (503, "invoices-unavailable")
    assert outbox(aws) == []
