"""The step that sends the contract: one contract, one token that waits, and the paper in three languages."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any

import pytest
from functions.onboarding.send_contract.handler import handler
from pypdf import PdfReader

from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro_aws.onboarding.contract_follow_up import ContractFollowUp
from tests.builders.calls import ask, event
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import PATH, applications, applied, apply, received
from tests.builders.clinics.contracts import (
    METTE,
    NAME,
    Resumed,
    contract_sent,
    invited,
    sending,
    sign,
    stored_contract,
)
from tests.builders.clinics.form import form, signatory
from tests.builders.decisions import seal_key


@pytest.fixture(autouse=True)
def _seal(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))


def test_the_step_stores_a_sealed_pdf_and_waits(aws: dict[str, Any]) -> None:
    clinic_id = applied(clinicName="Klinik Ågade", signatory=signatory(name=NAME))
    assert handler({**received(clinic_id), "taskToken": "token-1"}, None) == {"clinicId": clinic_id}
    contract = stored_contract(clinic_id)
    with aws["s3"].get_object(Bucket="documents", Key=f"contracts/{clinic_id}/{contract.sha256}.pdf")[
        "Body"
    ] as body:
        pdf = body.read()
    assert hashlib.sha256(pdf).hexdigest() == contract.sha256
    assert b"/Sig" in pdf
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for part in ("Klinik Ågade", NAME, "2026-11-29"):
        assert part in text
    assert [row["clinicId"]["S"] for row in outbox_rows(aws, "contract.sent")] == [clinic_id]


def test_the_contract_is_in_the_language_of_the_form_and_can_be_signed_for_30_days() -> None:
    contract = stored_contract(contract_sent())
    assert contract.language == "da"
    assert (contract.valid_until - contract.sent_at).days == 30


def test_only_the_digest_of_the_invitation_is_stored(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    stored = str([aws["dynamodb"].scan(TableName=table)["Items"] for table in ("network", "outbox")])
    assert invited(clinic_id) not in stored
    assert hashlib.sha256(invited(clinic_id).encode()).hexdigest() in stored


def test_a_retry_keeps_the_contract_and_ends_the_older_execution(aws: dict[str, Any]) -> None:
    clinic_id, workflows = contract_sent(), Resumed()
    before = stored_contract(clinic_id)
    sending(workflows).run(clinic_id, received(clinic_id), "token-2")
    assert stored_contract(clinic_id) == before
    assert workflows.results == {"token-1": "superseded"}
    assert len(outbox_rows(aws, "contract.sent")) == 1


def test_the_same_token_again_ends_nothing() -> None:
    clinic_id, workflows = contract_sent(), Resumed()
    sending(workflows).run(clinic_id, received(clinic_id), "token-1")
    assert workflows.results == {}


def test_an_execution_that_finds_the_contract_signed_goes_on_at_once() -> None:
    clinic_id, workflows = contract_sent(), Resumed()
    sign(clinic_id)
    sending(workflows).run(clinic_id, received(clinic_id), "token-2")
    assert workflows.results == {"token-2": "signed"}
    later = Resumed()
    ContractFollowUp(workflows=later).resume(clinic_id)
    assert later.results == {}


def test_the_step_runs_again_for_a_contract_that_waits_and_for_a_signed_one() -> None:
    clinic_id = contract_sent()
    for token in ("token-2", "token-3"):
        assert handler({**received(clinic_id), "taskToken": token}, None) == {"clinicId": clinic_id}
    sign(clinic_id)
    assert handler({**received(clinic_id), "taskToken": "token-4"}, None) == {"clinicId": clinic_id}


def test_a_crash_after_printing_leaves_one_contract(aws: dict[str, Any]) -> None:
    clinic_id = applied(signatory=signatory(cpr=METTE))

    def crash(*_: Any) -> bytes:
        raise TimeoutError

    step = sending()
    object.__setattr__(step, "print_sealed", crash)
    with pytest.raises(TimeoutError):
        step.run(clinic_id, received(clinic_id), "token-1")
    sending().run(clinic_id, received(clinic_id), "token-2")
    assert len(outbox_rows(aws, "contract.sent")) == 1


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_form_in_a_language_gets_a_contract_in_it(language: str) -> None:
    call = event("POST", PATH, body=form(), headers={"accept-language": language})
    clinic_id = ClinicId(ask(applications(), call).body["clinicId"])
    sending().run(clinic_id, received(clinic_id), "token-1")
    assert stored_contract(clinic_id).language == language


def test_an_unknown_clinic_fails_the_step() -> None:
    assert apply().status == 201
    with pytest.raises(NotFound):
        sending().run(ClinicId("cli_unknown"), received(ClinicId("cli_unknown")), "token-1")
