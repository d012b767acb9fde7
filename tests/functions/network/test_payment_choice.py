"""A clinic's signatory chooses, with a fresh login, whether it is paid by invoice or by session (F1-06)."""

from __future__ import annotations

from typing import Any

import pytest
from functions.network.payees.handler import handler

from helsebro.ids import ClinicId
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.payees import DANISH_ACCOUNT, FI_CREDITOR, store_payees
from tests.builders.clinics.users import SIGNATORY, STRANGER
from tests.builders.network import Stage, clinics
from tests.functions.network.test_payees import of_signatory

SIGNS = member(SIGNATORY)


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return of_signatory()


def choose(stage: Stage, body: Any, by: dict[str, Any] = SIGNS) -> Answered:
    path = f"/v1/clinics/{stage.clinic_id}/payment-choice"
    return ask(handler, event("PUT", path, by=by, body=body))


def shown(stage: Stage) -> str:
    answer = ask(clinics(), event("GET", f"/v1/clinics/{stage.clinic_id}", by=SIGNS))
    return str(answer.body["paidBy"])


def test_a_clinic_that_chose_nothing_is_paid_by_invoice(stage: Stage) -> None:
    assert shown(stage) == "invoice"
    assert choose(stage, {"paidBy": "invoice"}).body == {"clinicId": stage.clinic_id, "paidBy": "invoice"}


def test_its_signatory_chooses_and_chooses_again_and_only_a_change_is_one(
    stage: Stage, aws: dict[str, Any]
) -> None:
    answer = choose(stage, {"paidBy": "session"})
    assert (answer.status, answer.body["paidBy"], shown(stage)) == (200, "session", "session")
    again = choose(stage, {"paidBy": "session"})
    assert again.body == answer.body
    assert choose(stage, {"paidBy": "invoice"}).body["paidBy"] == "invoice"
    clinic = DynamoClinics().find(ClinicId(stage.clinic_id))
    assert [choice.paid_by for choice in clinic.payouts] == ["session", "invoice"]
    assert len(outbox_rows(aws, "clinic.changed")) == 2


def test_the_choice_counts_for_sessions_that_begin_later(stage: Stage) -> None:
    before, clinic_id = clock.now(), ClinicId(stage.clinic_id)
    choose(stage, {"paidBy": "session"})
    ways = [DynamoClinics().paid_by(clinic_id, at) for at in (before, clock.now())]
    assert ways == ["invoice", "session"]


def test_it_names_the_account_that_sessions_are_paid_to(stage: Stage) -> None:
    store_payees(stage.clinic_id, DANISH_ACCOUNT, FI_CREDITOR)
    answer = choose(stage, {"paidBy": "session", "payeeId": "pye_1"})
    assert (answer.status, answer.body["payeeId"]) == (200, "pye_1")
    register = DynamoPayees().of_clinic(ClinicId(stage.clinic_id))
    assert register.without_invoice(clock.now()).payee_id == "pye_1"
    listed = ask(handler, event("GET", f"/v1/clinics/{stage.clinic_id}/payees", by=SIGNS)).body["items"]
    assert {each["payeeId"]: each.get("chosen") for each in listed} == {"pye_0": None, "pye_1": True}
    assert "payeeId" not in choose(stage, {"paidBy": "session"}).body


@pytest.mark.parametrize("payee_id", ["pye_9", "pye_other"])
def test_an_account_that_is_not_the_clinics_is_refused(stage: Stage, payee_id: str) -> None:
    store_payees(stage.clinic_id, DANISH_ACCOUNT)
    assert choose(stage, {"paidBy": "session", "payeeId": payee_id}).status == 404
    assert shown(stage) == "invoice"


@pytest.mark.parametrize(
    "by, status",
    [
        (member(SIGNATORY, auth_time=0), 401),
        (member(STRANGER), 404),
        (staff("network", payer=None), 403),
        (staff("finance"), 403),
    ],
    ids=["stale login", "stranger", "network", "finance"],
)
def test_no_one_but_the_signatory_with_a_fresh_login_chooses(
    stage: Stage, by: dict[str, Any], status: int
) -> None:
    assert choose(stage, {"paidBy": "session"}, by).status == status
    assert shown(stage) == "invoice"


@pytest.mark.parametrize("body", [{}, {"paidBy": "cash"}, {"paidBy": "session", "since": "2026-01-01"}])
def test_a_body_that_says_something_else_is_refused(stage: Stage, body: dict[str, Any]) -> None:
    assert choose(stage, body).status in (400, 422)
