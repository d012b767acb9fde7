"""The signed contract of a demo clinic, which the seed stores as the onboarding would leave it.

Its PDF has no seal: only the functions may sign with the seal's key.
"""

from __future__ import annotations

from helsebro.ids import PersonId
from helsebro.network.clinic import Clinic
from local.demo.people import Person

ISSUER = "https://demo.helsebro.example"
ASSURANCE = "https://data.gov.dk/concept/core/nsis/loa/high"


def store_signed(clinic: Clinic, signatory: Person) -> None:
    """Stores the contract of a clinic as signed by its signatory, with its PDF and its evidence."""
    from helsebro.identity.clinic_user import ClinicUser
    from helsebro.onboarding.contract import sent, sha256_of
    from helsebro.onboarding.evidence import evidence_of
    from helsebro.onboarding.signature import Signature
    from helsebro_aws.dynamodb.keys import as_attributes
    from helsebro_aws.dynamodb.record import to_item
    from helsebro_aws.dynamodb.tables import Put, tables
    from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
    from helsebro_aws.identity.pseudonym import invitation
    from helsebro_aws.onboarding.contract_papers import ContractPapers
    from helsebro_aws.onboarding.contract_pdf.contract_document import ContractPaper, render_contract
    from helsebro_aws.onboarding.keys import contract_key
    from helsebro_aws.onboarding.signing import canonical

    at, language = clinic.checklist.contract_signed, "nb" if clinic.country == "NO" else "da"
    assert at
    papers, clinic_id = ContractPapers(), clinic.clinic_id
    pdf = render_contract(ContractPaper(clinic, signatory.name, language, at))
    contract = sent(clinic_id, sha256_of(pdf), language, invitation(clinic_id), at)
    papers.store_contract(clinic_id, contract.sha256, pdf)
    unproved = Signature(PersonId(clinic.signatory_id or ""), ISSUER, ASSURANCE, at, at, "cpr-number")
    evidence = canonical({"evidence": evidence_of(contract, unproved), "seal": None})
    papers.store_evidence(clinic_id, sha256_of(evidence), evidence)
    signature = Signature(
        unproved.person_id, ISSUER, ASSURANCE, at, at, "cpr-number", evidence_sha256=sha256_of(evidence)
    )
    item = {**to_item(contract.signed(signature)), "taskToken": "none", "startedBy": {}, "isResumed": True}
    table = tables.settings.network_table
    user = DynamoClinicUsers().binding(ClinicUser(clinic_id, signature.person_id, "signatory", at))
    tables.commit([Put(table, {**as_attributes(contract_key(clinic_id)), **item}, when=None), user])
