"""Sending a contract: prints and seals it once, and lets the workflow wait for the signature (F0-05).

Step Functions runs the step again after a fault, each time with another token, and an event that is delivered
twice starts two executions. There is one contract, with the newest token; the execution with the older token
is ended. When the contract is signed, declined or expired already, the workflow is resumed at once
(promise 7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ClinicContract, ContractChanged, sent, sha256_of
from helsebro_aws.identity.pseudonym import invitation
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.onboarding.contract_pdf.contract_document import ContractPaper, render_contract
from helsebro_aws.onboarding.dynamo_applications import DynamoApplications
from helsebro_aws.onboarding.dynamo_contracts import ContractExists, DynamoContracts, WaitingContract
from helsebro_aws.papers.printing import PRINTING_SECONDS
from helsebro_aws.platform import clock
from helsebro_aws.tasks.stored_task import event_in
from helsebro_aws.tasks.workflow import WaitingWorkflows

SUPERSEDED = {"contract": "superseded"}
"""What ends an execution that another one replaces."""


def sealed_contract(paper: ContractPaper) -> bytes:
    """Returns the contract as a sealed PDF."""
    from helsebro_aws.papers.seal import seal

    return seal(render_contract(paper))


@dataclass(frozen=True)
class ContractSending:
    """Sends contracts; ``print_sealed`` returns the PDF of a paper."""

    applications: DynamoApplications = field(default_factory=DynamoApplications)
    clinics: DynamoClinics = field(default_factory=DynamoClinics)
    contracts: DynamoContracts = field(default_factory=DynamoContracts)
    papers: ContractPapers = field(default_factory=lambda: ContractPapers(within=PRINTING_SECONDS))
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)
    print_sealed: Callable[[ContractPaper], bytes] = sealed_contract

    def run(self, clinic_id: ClinicId, event: Mapping[str, Any], token: str) -> ClinicContract:
        """Sends the contract, or renews the token of one that was sent; returns it. Raises ``NotFound``."""
        known = self.contracts.waiting(clinic_id)
        if known is None:
            contract = self._printed(clinic_id)
            try:
                self.contracts.add(contract, token, event_in(event))
            except ContractExists:
                known = self.contracts.waiting(clinic_id)
                assert known
            else:
                return contract
        return self._wait_again(known, token)

    def _printed(self, clinic_id: ClinicId) -> ClinicContract:
        application, clinic, at = self.applications.find(clinic_id), self.clinics.find(clinic_id), clock.now()
        paper = ContractPaper(clinic, application.signatory.name, application.language, at)
        pdf = self.print_sealed(paper)
        contract = sent(clinic_id, sha256_of(pdf), application.language, invitation(clinic_id), at)
        self.papers.store_contract(clinic_id, contract.sha256, pdf)
        return contract

    def _wait_again(self, known: WaitingContract, token: str) -> ClinicContract:
        clinic_id = known.contract.clinic_id
        try:
            self.contracts.renew_token(clinic_id, token)
        except ContractChanged:
            now = self.contracts.waiting(clinic_id)
            assert now
            self.workflows.resume(token, {"contract": now.contract.status})
            self.contracts.resume(clinic_id)
            return now.contract
        if known.token != token:
            self.workflows.resume(known.token, SUPERSEDED)
        return known.contract
