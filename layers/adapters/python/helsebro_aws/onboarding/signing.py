"""Signing: a clinic's contract in one commit with all that follows from the signature (F0-05, F0-06).

The commit stores the signature, the step of the checklist, the signatory's role, the first secret of the
clinic's system and the event, and closes the task about another signer; the workflow goes on after the
event. The evidence is stored before it, named by its own digest, which the contract then names: what a crash
leaves behind is never read.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from helsebro.identity.clinic_user import ClinicUser
from helsebro.ids import ClinicId
from helsebro.network.clinic import Clinic
from helsebro.onboarding.contract import ClinicContract, ContractChanged, ContractNotReady, sha256_of
from helsebro.onboarding.evidence import evidence_of
from helsebro.onboarding.signature import KnownBy, NotTheSignatory, Signature, Signer, recognised
from helsebro.onboarding.signature_attempt import attempted
from helsebro.receipt import Receipt
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.onboarding.dynamo_applications import DynamoApplications
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts, happened
from helsebro_aws.onboarding.signatory_check import settling, task_of
from helsebro_aws.papers.seal import ALGORITHM, KmsKey, SealSettings
from helsebro_aws.platform import clients, clock
from helsebro_aws.tasks.follow_ups import FollowUps

ATTEMPTS = 4


@dataclass(frozen=True)
class Signed:
    """What a call of a signatory led to; without a ``secret`` the network team has to check the signer."""

    clinic: Clinic
    contract: ClinicContract
    secret: str | None = None


ReceiptOfSignature = Callable[[Signed], Receipt]


def sealed_by_platform(evidence: bytes) -> bytes:
    """Returns the platform's signature over the evidence, with the key that seals papers."""
    settings = SealSettings()
    return KmsKey(settings, settings.seal_key, clients.API_SECONDS).sign(evidence)


@dataclass(frozen=True)
class ContractSigning:
    """Signs and declines contracts; ``seal`` returns the platform's signature over an evidence file."""

    applications: DynamoApplications = field(default_factory=DynamoApplications)
    clinics: DynamoClinics = field(default_factory=DynamoClinics)
    contracts: DynamoContracts = field(default_factory=DynamoContracts)
    users: DynamoClinicUsers = field(default_factory=DynamoClinicUsers)
    papers: ContractPapers = field(default_factory=ContractPapers)
    follow_ups: FollowUps = field(default_factory=FollowUps)
    seal: Callable[[bytes], bytes] = sealed_by_platform
    on: Tables = tables

    def sign(
        self,
        clinic_id: ClinicId,
        signer: Signer,
        receipt: ReceiptOfSignature,
        *,
        agreed_to: str | None = None,
        invitation: str | None = None,
    ) -> Signed:
        """Signs the contract, or asks the network team about a signer with another name.

        ``agreed_to`` is the digest of the PDF that the signer has read, ``invitation`` the token of the mail.
        Raises ``NotFound`` for a stranger, ``NotTheSignatory``, ``ContractNotReady``,
        ``NotTheContractSent``, and as ``ClinicContract.must_wait_for_a_signature``.
        """

        def once() -> Signed:
            clinic, contract, known_by = self._recognised(clinic_id, signer, invitation)
            contract.must_be_of(agreed_to)
            if known_by is None:
                return self._ask_network(clinic, contract, signer, receipt)
            return self._sign(clinic, contract, signer, known_by, receipt)

        return retry_on_conflict(once, ContractChanged, attempts=ATTEMPTS)

    def decline(
        self, clinic_id: ClinicId, signer: Signer, reason: str, receipt: Receipt, invitation: str | None
    ) -> None:
        """Declines the contract with a reason. Raises the errors of ``sign``."""

        def once() -> None:
            _, contract, known_by = self._recognised(clinic_id, signer, invitation)
            if known_by is None:
                raise NotTheSignatory()
            at = clock.now()
            after = contract.declined(reason, at)
            closing, closed = settling(self.follow_ups, contract, at)
            self.on.commit(
                [self.contracts.change(contract, after), *closing],
                events=[happened("contract.declined", after), *closed],
                receipt=receipt,
            )

        retry_on_conflict(once, ContractChanged, attempts=ATTEMPTS)

    def _recognised(
        self, clinic_id: ClinicId, signer: Signer, invitation: str | None
    ) -> tuple[Clinic, ClinicContract, KnownBy | None]:
        clinic, application = self.clinics.find(clinic_id), self.applications.find(clinic_id)
        contract = self.contracts.known(clinic_id)
        known_by = recognised(
            signer,
            application.signatory,
            contract.accepted_person if contract else None,
            is_invited=contract is not None and contract.has_invited(invitation),
        )
        if contract is None:
            raise ContractNotReady()
        return clinic, contract, known_by

    def _sign(
        self,
        clinic: Clinic,
        contract: ClinicContract,
        signer: Signer,
        known_by: KnownBy,
        receipt: ReceiptOfSignature,
    ) -> Signed:
        at, secret = clock.now(), WebhookSecret(clock.key())
        contract.must_wait_for_a_signature(at)
        unproved = Signature(
            signer.person_id, signer.issuer, signer.assurance, signer.logged_in_at, at, known_by
        )
        evidence = self._evidence(contract, unproved)
        digest = sha256_of(evidence)
        self.papers.store_evidence(clinic.clinic_id, digest, evidence)
        signed = contract.signed(replace(unproved, evidence_sha256=digest))
        after = clinic.signed(signer.person_id, at)
        outcome = Signed(after, signed, secret.text)
        user = ClinicUser(clinic.clinic_id, signer.person_id, "signatory", at)
        closing, closed = settling(self.follow_ups, contract, at)
        self.on.commit(
            [
                *self.clinics.changes(clinic, after, secret.text, ContractChanged()),
                self.contracts.change(contract, signed),
                self.users.binding(user),
                *closing,
            ],
            events=[happened("contract.signed", signed), *closed],
            receipt=receipt(outcome),
        )
        return outcome

    def _ask_network(
        self, clinic: Clinic, contract: ClinicContract, signer: Signer, receipt: ReceiptOfSignature
    ) -> Signed:
        at = clock.now()
        after = contract.questioned(signer.person_id, attempted(signer, at))
        task = task_of(clinic.clinic_id, contract.version, at)
        opening, opened = self.follow_ups.opening(task)
        outcome = Signed(clinic, after)
        self.on.commit(
            [self.contracts.change(contract, after), opening], events=[opened], receipt=receipt(outcome)
        )
        return outcome

    def _evidence(self, contract: ClinicContract, signature: Signature) -> bytes:
        """Returns the evidence file: what is proved, and the platform's signature over exactly this."""
        proved = canonical(evidence_of(contract, signature))
        seal = {"algorithm": ALGORITHM, "signature": b64encode(self.seal(proved)).decode()}
        return canonical({"evidence": json.loads(proved), "seal": seal})


def canonical(value: Mapping[str, Any]) -> bytes:
    """Returns the value as JSON that is always the same: names in order, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
