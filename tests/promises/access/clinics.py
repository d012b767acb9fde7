"""Two clinics of the proof, each onboarded over its routes, with a practitioner, a calendar and webhooks."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.ids import ClinicId, PractitionerId
from helsebro.webhooks.delivery import Delivery
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import DynamoPractitionerLogins
from helsebro_aws.platform import clock
from helsebro_aws.platform.field_encryption import encrypt
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from tests.builders.calls import ask, event, member, signed, staff
from tests.builders.clinics.contracts import contract_sent, settings, sign, signer
from tests.builders.clinics.users import invite
from tests.builders.network import SECRET, Stage, set_practitioner
from tests.promises.access.households import OWNERS

CLOSED = "https://clinic.example/webhooks"


@dataclass(frozen=True)
class StagedClinic:
    """A clinic, and the ids of what belongs to it."""

    stage: Stage
    things: dict[str, str]


def onboarded(name: str) -> StagedClinic:
    """Returns a clinic whose signatory signed, consented and whose system is connected."""
    owner = OWNERS[name]
    clinic_id = contract_sent(owner)
    signed_contract = sign(clinic_id, signer(owner))
    assert signed_contract.status == 200, signed_contract.body
    path = f"/v1/clinics/{clinic_id}/system-consent"
    consented = ask(settings(), event("POST", path, by=member(owner), body={"given": True}))
    assert consented.status == 200, consented.body
    _activate(clinic_id)
    key = f"practitioner-{name}"
    set_ = set_practitioner(clinic_id, key, profession="chiropractor", treatments=["chiropractic"])
    assert set_.status == 201, set_.body
    stage = Stage(clinic_id, key, PractitionerId(set_.body["practitionerId"]))
    return StagedClinic(stage, {**_ids_of(stage), **_webhooks_of(stage), **_payee_of(stage)})


def _activate(clinic_id: ClinicId) -> None:
    """Lets the clinic take clients, and its system sign with the secret of the tests."""
    sealed = encrypt(SECRET, table="network", field="signingSecrets", clinic=clinic_id)
    changes = {"signingSecrets": [{"sealed": sealed}], "status": "active"}
    tables.commit([Update(tables.settings.network_table, *clinic_key(clinic_id), set=changes)])


def _ids_of(stage: Stage) -> dict[str, str]:
    token = invite(stage.clinic_id, stage.practitioner_id)
    assert DynamoPractitionerLogins().find(stage.clinic_id, stage.practitioner_id).invitation
    return {
        "clinicId": stage.clinic_id,
        "practitionerId": stage.practitioner_id,
        "key": stage.key,
        "invitation": token,
    }


def _payee_of(stage: Stage) -> dict[str, str]:
    from functions.network.payees.handler import handler

    path = f"/v1/clinics/{stage.clinic_id}/payees"
    body = {"kind": "fi", "creditorNumber": "81234567"}
    # Registered for the clinic, so that its signatory may approve it.
    made = ask(handler, event("POST", path, by=staff("network", payer=None), body=body))
    assert made.status == 201, made.body
    return {"payeeId": made.body["payeeId"]}


def _webhooks_of(stage: Stage) -> dict[str, str]:
    from functions.webhooks.webhook_endpoints.handler import handler

    path = f"/v1/clinics/{stage.clinic_id}/webhook-endpoints"
    body = {"url": CLOSED, "events": ["*"]}
    made = ask(handler, signed("POST", path, clinic_id=stage.clinic_id, secret=SECRET, body=body))
    assert made.status == 201, made.body
    at, endpoint_id = clock.now(), made.body["endpointId"]
    told = {"eventId": f"evt_{stage.key}", "type": "booking.created", "at": instant(at), "data": {}}
    delivery = Delivery.of({**told, "clinicId": stage.clinic_id}, endpoint_id, at)
    return {"endpointId": endpoint_id, "deliveryId": DynamoDeliveries().begin(delivery).delivery_id}
