"""Contracts for tests: a clinic that has applied gets its contract, and its signatory calls."""

from __future__ import annotations

import json
import time
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any

from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ClinicContract
from helsebro.onboarding.folded_name import digest_of_name
from helsebro_aws.identity.pseudonym import invitation
from helsebro_aws.onboarding.contract_pdf.contract_document import ContractPaper
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from helsebro_aws.onboarding.sending import ContractSending
from helsebro_aws.tasks.workflow import WaitingWorkflows
from tests.builders.calls import Answered, ask, event, member
from tests.builders.clinics.applications import applied, received
from tests.builders.clinics.form import signatory

METTE, BO = "0101701234", "0202802345"
HIGH = "https://data.gov.dk/concept/core/nsis/loa/high"
NAME = "Mette Lund"


@dataclass
class Resumed(WaitingWorkflows):
    """Stands for the workflows that wait with a token; keeps what each token was resumed with."""

    still_waits: bool = True
    results: dict[str, Any] = field(default_factory=dict)
    started: list[Any] = field(default_factory=list)

    def resume(self, token: str, result: Any) -> bool:
        """Keeps the result."""
        self.results[token] = result["contract"]
        return self.still_waits

    def start(self, event: Any) -> None:
        """Keeps the event."""
        self.started.append(event)


def contracts() -> Any:
    """Returns the function's handler."""
    from functions.onboarding.contracts.handler import handler

    return handler


def settings() -> Any:
    """Returns the function's handler."""
    from functions.onboarding.clinic_settings.handler import handler

    return handler


def unsealed(paper: ContractPaper) -> bytes:
    """Returns a PDF of no pages, which is enough where only its digest counts."""
    return f"%PDF {paper.clinic.clinic_id} {paper.language} {paper.at}".encode()


def sending(workflows: WaitingWorkflows | None = None) -> ContractSending:
    """Returns the step that sends contracts, without printing."""
    return ContractSending(workflows=workflows or Resumed(), print_sealed=unsealed)


def contract_sent(cpr: str | None = METTE, **changes: Any) -> ClinicId:
    """Returns the id of a clinic whose contract was sent; without ``cpr`` the form named no CPR number."""
    number = {"cpr": cpr} if cpr else {}
    clinic_id = applied(signatory=signatory(name=NAME, **number), **changes)
    sending().run(clinic_id, received(clinic_id), "token-1")
    return clinic_id


def stored_contract(clinic_id: ClinicId) -> ClinicContract:
    """Returns the contract as it is now."""
    found = DynamoContracts().known(clinic_id)
    assert found
    return found


def signer(cpr: str = METTE, name: str = NAME, *, acr: str = HIGH, seconds_ago: float = 0) -> dict[str, Any]:
    """Returns the claims of a person who logged in so many seconds ago."""
    said = {"name": name, "name_digest": digest_of_name(name)} if name else {}
    return member(cpr, **said, acr=acr, auth_time=time.time() - seconds_ago)


def sign(clinic_id: ClinicId, by: Any = None, key: str = "", **body: Any) -> Answered:
    """Returns the answer to a signature, by the signatory by default."""
    path = f"/v1/clinics/{clinic_id}/contract/sign"
    return ask(contracts(), event("POST", path, by=by or signer(), body=body or None, key=key))


def invited(clinic_id: ClinicId) -> str:
    """Returns the token of the mail to the signatory."""
    return invitation(clinic_id)


def evidence_in(aws: dict[str, Any], contract: ClinicContract) -> tuple[bytes, dict[str, Any]]:
    """Returns the bytes of the evidence file, and its JSON."""
    assert contract.signature
    name = f"contracts/{contract.clinic_id}/evidence-{contract.signature.evidence_sha256}.json"
    with aws["s3"].get_object(Bucket="documents", Key=name)["Body"] as body:
        text = body.read()
    return text, json.loads(text)


def signature_in(file: dict[str, Any]) -> bytes:
    """Returns the platform's signature in an evidence file."""
    return b64decode(file["seal"]["signature"])
