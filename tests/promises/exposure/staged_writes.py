"""Writes that find what they name: their routes read the thing, or the case, before or with the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helsebro_aws.dynamodb.record import instant
from helsebro_aws.identity import pseudonym
from helsebro_aws.platform import clock
from tests.builders.calls import member, staff
from tests.builders.claims import claim_body, claim_of, evidence, read
from tests.builders.clinics.contracts import contract_sent, signer
from tests.builders.clinics.users import bind
from tests.builders.decisions import (
    approval,
    bill_of,
    claim_in_review,
    cost,
    insured_anna,
    refund_body,
    refund_of,
    refund_task_of,
    task_of,
)
from tests.builders.extensions import extension_body
from tests.builders.mandates import given
from tests.builders.messages.threads import BEFORE_A_CASE, caseworker, inbox, of_case, of_enquiry, written
from tests.builders.network import guarantee_of, slot_body, staged
from tests.builders.objections.complaints import complaint_body, denied_claim
from tests.builders.payments.payment_stage import owing
from tests.builders.policies import ANNA, enrolment_body, payer_of, policy_body, policy_of
from tests.promises.exposure.writes import Write

MEMBER = member(ANNA)


def _report() -> Write:
    insured_anna()
    whole = claim_body(evidence={"referral": "none"}, event={"kind": "violence", "occurredOn": "2024-09-01"})
    return Write("/v1/claims", whole, MEMBER)


def _draft() -> Write:
    insured_anna()
    return Write("/v1/me/drafts", claim_body(), MEMBER)


def _facts() -> Write:
    insured_anna()
    claim_id = claim_of()
    body = {"facts": [{"path": "condition.symptomsFrom", "value": "2024-09-01"}]}
    version = read(claim_id).body["version"]
    return Write(f"/v1/claims/{claim_id}/facts", body, MEMBER, {"if-match": f'"{version}"'})


def _consent() -> Write:
    insured_anna()
    body = {"given": True, "evidence": evidence()}
    return Write(f"/v1/claims/{claim_of()}/consent", body, caseworker())


def _consent_to_clinic() -> Write:
    insured_anna()
    body = {"given": True, "evidence": evidence("clinic-consent")}
    return Write(f"/v1/claims/{claim_of()}/consent/clinics/{staged().clinic_id}", body, caseworker())


def _personal_consent() -> Write:
    insured_anna()
    body = {"given": True, "evidence": evidence("general-consent")}
    return Write(f"/v1/claims/{claim_of()}/consent/personal/general", body, caseworker())


def _revocation() -> Write:
    insured_anna()
    claim_id = claim_of()
    path = f"/v1/claims/{claim_id}/mandates/{given(claim_id)}/revoke"
    return Write(path, {"evidence": evidence("mandate-revocation")}, caseworker())


def _mandate() -> Write:
    insured_anna()
    holder = {"cpr": "0303751234", "name": "Bo Holm", "email": "bo@example.org"}
    body = {"holder": holder, "powers": ["contact"], "evidence": evidence("mandate")}
    return Write(f"/v1/claims/{claim_of()}/mandates", body, caseworker())


def _approve() -> Write:
    insured_anna()
    return Write(f"/v1/tasks/{task_of(claim_in_review())}/decision", approval(), caseworker())


def _approve_refund() -> Write:
    insured_anna()
    task_id = refund_task_of(refund_of(claim_in_review()))
    body = {"decision": "approve", "approved": [{"index": 0, "amount": cost("450.00")}]}
    return Write(f"/v1/tasks/{task_id}/decision", body, staff("caseworker", "finance"))


def _extension() -> Write:
    return Write(f"/v1/claims/{guarantee_of().claim_id}/extensions", extension_body(), MEMBER)


def _complaint() -> Write:
    insured_anna()
    return Write(f"/v1/claims/{denied_claim()}/complaints", complaint_body(), MEMBER)


def _refund() -> Write:
    insured_anna()
    claim_id = claim_in_review()
    return Write(f"/v1/claims/{claim_id}/refunds", refund_body(bill_of(claim_id)), MEMBER)


def _account() -> Write:
    insured_anna()
    return Write("/v1/me/accounts/tryg", {"payTo": {"iban": "DK5000400440116243"}}, MEMBER)


def _message() -> Write:
    insured_anna()
    return Write(of_case(claim_of()), {"text": "Hvornår ringer I?"}, MEMBER)


def _read_message() -> Write:
    insured_anna()
    path = of_case(claim_of())
    return Write(f"{path}/read", {"messageId": written(path, by=caseworker())}, MEMBER)


def _read_own() -> Write:
    insured_anna()
    written(BEFORE_A_CASE)
    path = of_enquiry(inbox().body["items"][0]["enquiryId"])
    return Write(f"{BEFORE_A_CASE}/read", {"messageId": written(path, by=caseworker())}, MEMBER)


def _enquiry() -> tuple[str, str]:
    insured_anna()
    message_id = written(BEFORE_A_CASE)
    return of_enquiry(inbox().body["items"][0]["enquiryId"]), message_id


def _answer_enquiry() -> Write:
    return Write(_enquiry()[0], {"text": "I morgen."}, caseworker())


def _read_enquiry() -> Write:
    path, message_id = _enquiry()
    return Write(f"{path}/read", {"messageId": message_id}, caseworker())


def _payment_file() -> Write:
    body = {"payableIds": [owing().owes().payable_id], "currency": "DKK"}
    return Write("/v1/payment-files", body, staff("finance"))


def _policy() -> Write:
    payer_of("tryg")
    return Write("/v1/policies", policy_body(parameters={"firstGrantPhysical": 5}), staff("underwriting"))


def _tariff() -> Write:
    payer_of("tryg")
    body = {"rates": [{"from": "2026-01-01", "authorised": True, "perSession": cost("500.00")}]}
    return Write("/v1/tariffs/psychologist/first", body, staff("underwriting"), {"if-match": ""})


def _enrolment() -> Write:
    payer_of("tryg")
    return Write(f"/v1/policies/{policy_of('tryg')}/insured", enrolment_body(), staff("underwriting"))


def _new_secret() -> Write:
    stage = staged()
    bind(stage.clinic_id, ANNA)
    return Write(f"/v1/clinics/{stage.clinic_id}/signing-secret/rotate", {"lost": False}, MEMBER)


def _payee() -> Write:
    signs = pseudonym.person_id("DK", ANNA)
    stage = staged(clinic_changes={"signatory_id": signs})
    body = {"kind": "account-dk", "registrationNumber": "0040", "accountNumber": "0440116243"}
    return Write(f"/v1/clinics/{stage.clinic_id}/payees", body, MEMBER)


def _signature() -> Write:
    return Write(f"/v1/clinics/{contract_sent()}/contract/sign", {}, signer())


def _slots() -> Write:
    stage = staged()
    bind(stage.clinic_id, ANNA)
    data = {"practitionerKey": stage.key, "slots": [slot_body()]}
    body = {"type": "slots.published", "timestamp": instant(clock.now()), "data": data}
    return Write("/v1/clinic-events", body, MEMBER, {"helsebro-clinic": stage.clinic_id})


STAGED: Mapping[str, tuple[Callable[[], Write], ...]] = {
    "POST /v1/claims": (_report,),
    "POST /v1/me/drafts": (_draft,),
    "PUT /v1/claims/<claim_id>/facts": (_facts,),
    "PUT /v1/claims/<claim_id>/consent": (_consent,),
    "PUT /v1/claims/<claim_id>/consent/clinics/<clinic_id>": (_consent_to_clinic,),
    "PUT /v1/claims/<claim_id>/consent/personal/<kind>": (_personal_consent,),
    "POST /v1/claims/<claim_id>/mandates/<mandate_id>/revoke": (_revocation,),
    "POST /v1/claims/<claim_id>/mandates": (_mandate,),
    "POST /v1/tasks/<task_id>/decision": (_approve, _approve_refund),
    "POST /v1/claims/<claim_id>/complaints": (_complaint,),
    "POST /v1/claims/<claim_id>/extensions": (_extension,),
    "POST /v1/claims/<claim_id>/refunds": (_refund,),
    "PUT /v1/me/accounts/<payer>": (_account,),
    "POST /v1/claims/<claim_id>/messages": (_message,),
    "PUT /v1/claims/<claim_id>/messages/read": (_read_message,),
    "PUT /v1/me/messages/read": (_read_own,),
    "POST /v1/enquiries/<enquiry_id>/messages": (_answer_enquiry,),
    "PUT /v1/enquiries/<enquiry_id>/messages/read": (_read_enquiry,),
    "POST /v1/payment-files": (_payment_file,),
    "POST /v1/policies": (_policy,),
    "POST /v1/policies/<policy_id>/insured": (_enrolment,),
    "PUT /v1/tariffs/<profession>/<service>": (_tariff,),
    "POST /v1/clinics/<clinic_id>/payees": (_payee,),
    "POST /v1/clinics/<clinic_id>/signing-secret/rotate": (_new_secret,),
    "POST /v1/clinics/<clinic_id>/contract/sign": (_signature,),
    "POST /v1/clinic-events": (_slots,),
}
