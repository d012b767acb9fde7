"""Promises 4, 5 and 7 for contracts: one contract, one signature, one secret, wherever a step is killed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import ClinicId
from helsebro.network.clinic import Clinic
from helsebro.network.system_consent import CURRENT_CONSENT
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.contract_follow_up import ContractFollowUp
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.onboarding.dynamo_applications import DynamoApplications
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from helsebro_aws.onboarding.sending import ContractSending
from helsebro_aws.platform import clock
from helsebro_aws.tasks.workflow import WaitingWorkflows
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import applied, received
from tests.builders.clinics.contracts import (
    METTE,
    NAME,
    Resumed,
    contract_sent,
    sending,
    sign,
    signer,
    stored_contract,
)
from tests.builders.clinics.form import signatory
from tests.builders.decisions import seal_key
from tests.promises.idempotent_routes import AT_ONCE, at_once, effects
from tests.promises.test_crash import Killed, killed_once

MOMENTS = ["before", "after"]
STEPS_OF_SENDING: dict[str, tuple[str, Any]] = {
    "find": ("applications", DynamoApplications),
    "store_contract": ("papers", ContractPapers),
    "waiting": ("contracts", DynamoContracts),
    "add": ("contracts", DynamoContracts),
}
STEPS_OF_FOLLOWING: dict[str, tuple[str, Any]] = {
    "waiting": ("contracts", DynamoContracts),
    "resume": ("contracts", DynamoContracts),
}


@pytest.fixture(autouse=True)
def _seal(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))


def step(workflows: WaitingWorkflows, **parts: Any) -> ContractSending:
    """Returns the step that sends contracts, with some of its parts replaced."""
    return replace(sending(workflows), **parts)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("method", STEPS_OF_SENDING)
def test_a_contract_is_sent_once_wherever_the_step_is_killed(
    method: str, moment: str, aws: dict[str, Any]
) -> None:
    clinic_id = applied(signatory=signatory(name=NAME, cpr=METTE))
    event, workflows = received(clinic_id), Resumed()
    name, made = STEPS_OF_SENDING[method]
    with pytest.raises(Killed):
        step(workflows, **{name: killed_once(made(), method, moment)}).run(clinic_id, event, "token-1")
    step(workflows).run(clinic_id, event, "token-2")
    assert len(outbox_rows(aws, "contract.sent")) == 1
    contract = stored_contract(clinic_id)
    stored = aws["s3"].head_object(Bucket="documents", Key=f"contracts/{clinic_id}/{contract.sha256}.pdf")
    assert stored["ContentLength"]
    waiting = DynamoContracts().waiting(clinic_id)
    assert waiting
    assert waiting.token == "token-2"


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("method", ["renew_token", "waiting"])
def test_a_token_is_never_lost_wherever_the_renewal_is_killed(method: str, moment: str) -> None:
    clinic_id, workflows = contract_sent(), Resumed()
    event, killed = received(clinic_id), killed_once(DynamoContracts(), method, moment)
    with pytest.raises(Killed):
        step(workflows, contracts=killed).run(clinic_id, event, "token-2")
    step(workflows).run(clinic_id, event, "token-3")
    sign(clinic_id)
    ContractFollowUp(workflows=workflows).resume(clinic_id)
    assert workflows.results["token-3"] == "signed"


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("method", STEPS_OF_FOLLOWING)
def test_a_workflow_learns_of_the_signature_wherever_the_follow_up_is_killed(
    method: str, moment: str
) -> None:
    clinic_id, workflows = contract_sent(), Resumed()
    sign(clinic_id)
    name, made = STEPS_OF_FOLLOWING[method]
    killed: Any = {name: killed_once(made(), method, moment)}
    with pytest.raises(Killed):
        ContractFollowUp(workflows=workflows, **killed).resume(clinic_id)
    ContractFollowUp(workflows=workflows).resume(clinic_id)
    assert workflows.results == {"token-1": "signed"}
    assert workflows.started == []


def test_an_execution_that_starts_while_the_contract_is_signed_goes_on() -> None:
    """The signature falls between the read of the step and its new token."""
    clinic_id, workflows = contract_sent(), Resumed()

    class SignedMeanwhile(DynamoContracts):
        """Reads the contract, which is then signed."""

        def waiting(self, clinic_id: ClinicId) -> Any:
            known = super().waiting(clinic_id)
            if known and known.contract.is_open:
                assert sign(clinic_id).status == 200
                ContractFollowUp(workflows=workflows).resume(clinic_id)
            return known

    step(workflows, contracts=SignedMeanwhile()).run(clinic_id, received(clinic_id), "token-2")
    assert workflows.results == {"token-1": "signed", "token-2": "signed"}


def test_fifty_signatures_at_once_sign_once_and_show_one_secret(aws: dict[str, Any]) -> None:
    clinic_id, by = contract_sent(), signer()
    answers = at_once(lambda: sign(clinic_id, by, key="once"))
    assert {answer.status for answer in answers} <= {200, 409}
    secrets = {answer.body["signingSecret"] for answer in answers if answer.status == 200}
    assert len(answers) == AT_ONCE
    assert len(secrets) == 1
    assert effects(aws)["contract.signed"] == 1


def test_two_keys_sign_once_and_the_second_gets_no_secret(aws: dict[str, Any]) -> None:
    clinic_id, by = contract_sent(), signer()
    first, second = sign(clinic_id, by, key="one"), sign(clinic_id, by, key="two")
    assert (first.status, second.status, second.body["code"]) == (200, 409, "already-signed")
    assert effects(aws)["contract.signed"] == 1


def test_a_clinic_that_changes_while_its_contract_is_signed_keeps_both() -> None:
    from functions.onboarding.contracts.handler import signing

    class ChangedMeanwhile(DynamoClinics):
        """Reads the clinic, which then changes, once."""

        has_changed = False

        def find(self, clinic_id: ClinicId) -> Clinic:
            found = super().find(clinic_id)
            if not self.has_changed:
                self.has_changed = True
                consented = found.consenting(given=True, text_version=CURRENT_CONSENT, at=clock.now())
                self.change(found, consented)
            return found

    clinic_id = contract_sent()
    object.__setattr__(signing, "clinics", ChangedMeanwhile())
    try:
        answer = sign(clinic_id)
    finally:
        object.__setattr__(signing, "clinics", DynamoClinics())
    assert answer.status == 200
    clinic = DynamoClinics().find(clinic_id)
    assert clinic.consented_at
    assert clinic.checklist.contract_signed


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("part, method", [("papers", "store_evidence"), ("on", "commit")])
def test_a_contract_is_signed_once_wherever_the_call_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    from functions.onboarding.contracts.handler import signing

    clinic_id, by = contract_sent(), signer()
    object.__setattr__(signing, part, killed_once(getattr(signing, part), method, moment))
    try:
        with pytest.raises(Killed):
            sign(clinic_id, by, key="once")
        answer = sign(clinic_id, by, key="once")
    finally:
        object.__setattr__(signing, part, getattr(type(signing)(), part))
    assert (answer.status, answer.body["signature"]) == (200, "signed")
    assert answer.body["signingSecret"]
    assert effects(aws)["contract.signed"] == 1


def test_control_without_a_condition_a_contract_is_sent_twice(aws: dict[str, Any]) -> None:
    class Forgetful(DynamoContracts):
        """Stores each contract, also where one is."""

        def add(self, contract: Any, token: str, started_by: Any) -> None:
            taken = self.tables.settings.network_table
            aws["dynamodb"].delete_item(
                TableName=taken, Key={"pk": {"S": contract.clinic_id}, "sk": {"S": "CONTRACT"}}
            )
            super().add(contract, token, started_by)

        def waiting(self, clinic_id: ClinicId) -> None:
            assert clinic_id

    clinic_id = applied(signatory=signatory(name=NAME, cpr=METTE))
    for token in ("token-1", "token-2"):
        step(Resumed(), contracts=Forgetful()).run(clinic_id, received(clinic_id), token)
    assert len(outbox_rows(aws, "contract.sent")) == 2
