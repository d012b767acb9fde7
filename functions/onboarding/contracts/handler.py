"""Contracts: the signatory reads the clinic's contract, and signs or declines it.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CLINIC_SYSTEM, MEMBER, NETWORK
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ClinicContract
from helsebro.onboarding.signature import NEEDED_ASSURANCE
from helsebro.receipt import Receipt
from helsebro_aws.http import sealed_answer
from helsebro_aws.http.answer import HttpAnswer, see_other
from helsebro_aws.http.call import Call, body_class
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.clinic_view import shown
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from helsebro_aws.onboarding.signer_login import INVITATION, signer_of
from helsebro_aws.onboarding.signing import ContractSigning, Signed

if TYPE_CHECKING:
    from functions.onboarding.contracts.answers import DeclinedContractAnswer, SignedContractAnswer

    from helsebro_aws.onboarding import contract_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, contracts, papers = DynamoClinics(), DynamoContracts(), ContractPapers()
signing = ContractSigning()
CONTRACT = "/v1/clinics/<clinic_id>/contract"
SECRET = "signingSecret"
SIGNATURE = "onboarding.contract_body.SignatureShape"
NOT_OPEN = "already-signed contract-declined contract-not-ready signature-in-review"


@route.post(
    f"{CONTRACT}/sign",
    allows={MEMBER},
    creates=False,
    answers=200,
    also_answers=(202,),
    body_shape=SIGNATURE,
    returns="answers.SignedContractAnswer",
    refuses={
        409: NOT_OPEN,
        422: "contract-expired not-the-contract-sent not-the-signatory",
    },
    fresh=True,
    assurance=NEEDED_ASSURANCE,
    body_optional=True,
)
def sign_contract(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Signs the clinic's contract (F0-05, F0-06).

    The login must have the assurance ``high``. The person must be the one whose CPR number the application
    named; if it named none, the body holds the ``invitation`` of the mail, and the name in the login must be
    the one in the application. With another name the answer is 202: the network team checks who signs, and
    then the person signs again.

    Only this answer shows ``signingSecret``, the first secret of the clinic's system.
    """
    shape: contract_body.SignatureShape = call.read(body_class(SIGNATURE)) if call.raw_body else _no_body()
    signer = signer_of(call)

    def sign() -> HttpAnswer:
        signed = signing.sign(
            clinic_id,
            signer,
            lambda made: sealed_answer.receipt(call, _signed(call, made), SECRET),
            agreed_to=shape.contract_sha256,
            invitation=shape.invitation,
        )
        return _signed(call, signed)

    return sealed_answer.once(call, SECRET, sign)


@route.post(
    f"{CONTRACT}/decline",
    allows={MEMBER},
    creates=False,
    answers=200,
    body="onboarding.contract_body.DeclineShape",
    returns="answers.DeclinedContractAnswer",
    refuses={409: NOT_OPEN, 422: "contract-expired not-the-signatory"},
)
def decline_contract(call: Call, body: contract_body.DeclineShape, clinic_id: ClinicId) -> HttpAnswer:
    """Declines the clinic's contract, which ends its application. The clinic may apply again."""
    shape: DeclinedContractAnswer = {"clinicId": clinic_id, "status": "declined"}
    answer = HttpAnswer(200, shape)
    receipt: Receipt = call.receipt(answer)
    signing.decline(clinic_id, signer_of(call), body.reason, receipt, body.invitation)
    return answer


@route.get(CONTRACT, allows={CLINIC_SYSTEM, MEMBER, NETWORK}, answers=303, headers=("Invitation",))
def read_contract(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Redirects to the sealed PDF of the clinic's contract; the link is valid for 60 seconds.

    The signatory, the clinic's system and the staff of the network may read it. Until the contract is signed
    it can also be read with the token of the mail, in the header ``Helsebro-Invitation``. A contract that was
    declined or has expired is not kept.
    """
    return see_other(papers.link_to_contract(_visible(call, clinic_id)))


@route.get(f"{CONTRACT}/evidence", allows={CLINIC_SYSTEM, MEMBER, NETWORK}, answers=303)
def read_contract_evidence(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Redirects to the evidence of the signature: digests, times, issuer and assurance, sealed by us.

    The file names no person. The link is valid for 60 seconds. A contract that is not signed has no evidence.
    """
    contract = _visible(call, clinic_id)
    if contract.signature is None:
        raise NotFound()
    return see_other(papers.link_to_evidence(contract))


def _visible(call: Call, clinic_id: ClinicId) -> ClinicContract:
    clinic, contract = clinics.find(clinic_id), contracts.known(clinic_id)
    if contract is None or not contract.is_kept:
        raise NotFound()
    accepted = bool(call.caller.person_id) and call.caller.person_id == contract.accepted_person
    invited = contract.is_open and contract.has_invited(call.headers.get(INVITATION))
    reads = clinic.is_run_by(call.caller) or NETWORK in call.caller.rights
    if not (reads or accepted or invited):
        raise NotFound()
    return contract


def _no_body() -> contract_body.SignatureShape:
    made: contract_body.SignatureShape = body_class(SIGNATURE)()
    return made


def _signed(call: Call, made: Signed) -> HttpAnswer:
    shape: SignedContractAnswer = {
        **shown(made.clinic, call.language),
        "signature": "signed" if made.secret else "in-review",
        "signingSecret": made.secret,
    }
    return HttpAnswer(200 if made.secret else 202, shape)


handler = route.handler
