"""Invoices sent by the people of a clinic: a practitioner invoices and reads own sessions only."""

from __future__ import annotations

from typing import Any

import pytest
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.preflight_invoice.handler import handler as preflight
from functions.invoices.validate_invoice.handler import judge

from helsebro.ids import ClinicId, InvoiceId, PractitionerId
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.originals import InvoiceOriginals
from tests.builders import network
from tests.builders.calls import Answered, ask
from tests.builders.clinics.users import COLLEAGUE, ELSEWHERE, SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.documents.kept_files import with_a_kept_file
from tests.builders.invoice_stage import Stage, clinic, staged

PATH = "/v1/invoices"
OF_THE_SESSIONS, OTHER = PractitionerId("prc_1"), PractitionerId("prc_2")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    made = staged()
    clinic_id = ClinicId(made.clinic_id)
    bind(clinic_id, SIGNATORY)
    bind(clinic_id, TREATS, OF_THE_SESSIONS)
    bind(clinic_id, COLLEAGUE, OTHER)
    bind(clinic("31415926"), ELSEWHERE)
    return made


def call(stage: Stage, cpr: str, path: str, body: bytes | None = None) -> Answered:
    """Returns the answer to a person who names the clinic of the stage."""
    person, method = SignedIn(cpr, stage.clinic_id), "POST" if body else "GET"
    headers = {"content-type": "application/xml"}
    text = body.decode() if body else None
    return ask(
        preflight if path.endswith("preflight") else invoices,
        person.call(method, path, text, headers=headers),
    )


@pytest.mark.parametrize(
    "cpr, outcome",
    [
        (SIGNATORY, (200, "accepted")),
        (TREATS, (200, "accepted")),
        (COLLEAGUE, (200, "rejected")),
        (ELSEWHERE, (403, None)),
        (STRANGER, (403, None)),
    ],
)
def test_a_practitioner_checks_an_invoice_for_own_sessions(
    stage: Stage, cpr: str, outcome: tuple[int, str | None]
) -> None:
    answer = call(stage, cpr, f"{PATH}/preflight", stage.invoice())
    assert answer.status == outcome[0]
    if answer.status == 200:
        assert answer.body["status"] == outcome[1]


@pytest.mark.parametrize(
    "cpr, status", [(SIGNATORY, "accepted"), (TREATS, "accepted"), (COLLEAGUE, "rejected")]
)
def test_an_invoice_for_sessions_of_a_colleague_is_rejected(stage: Stage, cpr: str, status: str) -> None:
    sent = call(stage, cpr, PATH, stage.invoice())
    assert sent.status == 202
    judge.judge(InvoiceId(sent.body["invoiceId"]))
    assert DynamoInvoices().find(InvoiceId(sent.body["invoiceId"])).status == status


CALLERS = (SIGNATORY, TREATS, COLLEAGUE, ELSEWHERE, STRANGER)


def test_only_the_people_of_a_clinic_list_its_invoices(stage: Stage) -> None:
    assert [call(stage, cpr, PATH).status for cpr in CALLERS] == [200, 200, 200, 403, 403]


def test_only_who_runs_a_clinic_reads_what_was_wrong_with_its_invoices(stage: Stage) -> None:
    path = f"/v1/clinics/{stage.clinic_id}/invoice-findings"
    whole = to_item(network.clinic(clinic_id=ClinicId(stage.clinic_id)))
    known = tables.get(tables.settings.network_table, stage.clinic_id, "CLINIC")
    assert known
    tables.commit([Put(tables.settings.network_table, {**whole, **known}, when=None)])
    # Who acts for no clinic may be a signatory: the clinic's own is another person.
    assert [call(stage, cpr, path).status for cpr in CALLERS] == [200, 404, 404, 404, 404]


def test_only_who_may_see_the_sessions_reads_the_invoice_of_a_practitioner(stage: Stage) -> None:
    sent = call(stage, TREATS, PATH, stage.invoice())
    path = f"{PATH}/{sent.body['invoiceId']}"
    with_a_kept_file(InvoiceId(sent.body["invoiceId"]))
    InvoiceOriginals().show(DynamoInvoices().find(InvoiceId(sent.body["invoiceId"])), stage.invoice())
    for end, shown in (("", 200), ("/response", 200), ("/attachments/1", 303), ("/document", 303)):
        answers = [call(stage, cpr, f"{path}{end}").status for cpr in CALLERS]
        assert answers == [shown, shown, 404, 403, 403]
    assert ask(invoices, stage.sent(path, None)).status == 200
    assert "practitionerId" not in call(stage, TREATS, path).body


def test_a_practitioner_does_not_read_what_the_clinic_sent(stage: Stage) -> None:
    sent = call(stage, SIGNATORY, PATH, stage.invoice())
    assert call(stage, TREATS, f"{PATH}/{sent.body['invoiceId']}").status == 404


def test_who_names_no_clinic_checks_an_invoice_for_their_only_one(stage: Stage) -> None:
    text, headers = stage.invoice().decode(), {"content-type": "application/xml"}
    made = SignedIn(TREATS, stage.clinic_id).call("POST", f"{PATH}/preflight", text, headers=headers)
    made["headers"] = {name: each for name, each in made["headers"].items() if name != "helsebro-clinic"}
    assert ask(preflight, made).status == 200


def test_strangers_send_no_invoice(stage: Stage) -> None:
    statuses = [call(stage, cpr, PATH, stage.invoice()).status for cpr in (ELSEWHERE, STRANGER)]
    assert statuses == [403, 403]


def test_the_event_of_the_invoice_names_its_practitioner(stage: Stage, aws: dict[str, Any]) -> None:
    sent = call(stage, TREATS, PATH, stage.invoice())
    judge.judge(InvoiceId(sent.body["invoiceId"]))
    rows = aws["dynamodb"].scan(TableName=tables.settings.outbox_table)["Items"]
    [accepted] = [row for row in rows if row["type"]["S"] == "invoice.accepted"]
    assert accepted["data"]["M"]["practitionerId"]["S"] == OF_THE_SESSIONS
