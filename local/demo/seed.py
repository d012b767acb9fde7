"""The seed: creates demo payers, policies, people and clinics over the API, as their staff and systems do.

    python -m local.demo.seed .local/stack.json

Adds ``demoClinic`` to that file. It writes only the clinics themselves to the tables, because people
must sign in the onboarding of a clinic.
"""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from helsebro.ids import ClinicId
from helsebro.local_day import local_day
from helsebro_aws.platform import clock
from local.clinic.clinic_system import ClinicSystem
from local.demo import contract, login, network, payees
from local.demo.http_client import client
from local.demo.network import DemoClinic, DemoPractitioner
from local.demo.people import NORWEGIAN, Family, Person, families
from local.demo.policies import (
    AT_LEISURE,
    AT_WORK,
    IN_NORWAY,
    NEXT_INDEX,
    PAY_FROM,
    PAYERS,
    SINCE,
    DemoPolicy,
)

NOTHING: Mapping[str, str] = {}
PROBLEMS = ["back", "neck", "shoulder", "knee", "stress", "anxiety"]


class SeedRefused(Exception):
    """The API refused a call of the seed; the message says which and why."""


@dataclass(frozen=True)
class Seed:
    """Creates the demo data in the stack at these addresses."""

    addresses: Mapping[str, Any]
    today: date

    def create(self) -> dict[str, Any]:
        """Creates everything; returns the demo clinic of ``stack.json``."""
        for payer, body in PAYERS.items():
            self._staff("PUT", f"/v1/payers/{payer}", "platform", body)
            self._pay_from(payer)
            self._staff("PUT", f"/v1/indexes/{self.today.year + 1}", f"{payer}-underwriting", NEXT_INDEX)
        self._insure_families()
        norwegian = self._policy(IN_NORWAY)
        self._insure(IN_NORWAY, norwegian, NORWEGIAN, relation="employee")
        demo, *_ = [self._open(clinic) for clinic in network.clinics()]
        return demo

    def _pay_from(self, payer: str) -> None:
        """Sets the account that the payer pays from, which its finance confirms."""
        account = f"/v1/payers/{payer}/account"
        set_to = self._staff("PUT", account, "platform", PAY_FROM[payer])
        if "waiting" in set_to:
            version = {"If-Match": f'"{set_to["version"]}"'}
            self._staff("POST", f"{account}/confirm", f"{payer}-finance", {}, version)

    def _insure_families(self) -> None:
        at_work, at_leisure = self._policy(AT_WORK), self._policy(AT_LEISURE)
        for family in families(self.today):
            self._insure(AT_WORK, at_work, family.main, relation="employee")
            self._insure_family(at_leisure, family)

    def _insure_family(self, policy_id: str, family: Family) -> None:
        main = self._insure(AT_LEISURE, policy_id, family.main, relation="employee")
        self._insure(AT_LEISURE, policy_id, family.spouse, relation="spouse", mainInsuredPersonId=main)
        for child in family.children:
            self._insure(AT_LEISURE, policy_id, child, relation="child", mainInsuredPersonId=main)

    def _policy(self, policy: DemoPolicy) -> str:
        made = self._staff("POST", "/v1/policies", f"{policy.payer}-underwriting", policy.body())
        return str(made["policyId"])

    def _insure(self, policy: DemoPolicy, policy_id: str, person: Person, **family: str) -> str:
        body = {
            ("fnr" if person.country == "NO" else "cpr"): person.number,
            "name": person.name,
            "enrolledOn": SINCE,
            "country": person.country,
            "publicHealthInsurance": True,
            "scheme": "company",
            "email": f"{person.sub}@example.org",
            **family,
        }
        path = f"/v1/policies/{policy_id}/insured"
        return str(self._staff("POST", path, f"{policy.payer}-underwriting", body)["personId"])

    def _open(self, clinic: DemoClinic) -> dict[str, Any]:
        """Creates the clinic with practitioners and slots, and registers its inbox for webhooks."""
        clinic_id, secret = _register(clinic)
        system = ClinicSystem(self.addresses["apiUrl"], clinic_id, secret)
        known = [self._practitioner(system, clinic, practitioner) for practitioner in clinic.practitioners]
        connect = {"apiUrl": system.api_url, "clinicId": clinic_id, "signingSecret": secret}
        _checked(client().post(f"{self.addresses['clinicSystemUrl']}/connect", json=connect))
        return {
            "clinicId": clinic_id,
            "signingSecret": secret,
            "practitionerId": known[0],
            "practitionerKey": clinic.practitioners[0].key,
            "payees": list(payees.PAYEES),
        }

    def _practitioner(self, system: ClinicSystem, clinic: DemoClinic, demo: DemoPractitioner) -> str:
        body = {
            "name": demo.name,
            "profession": demo.profession,
            "authorised": demo.authorised,
            **({"authorisationId": demo.authorisation_id} if demo.authorisation_id else {}),
            "providerNumber": demo.authorised,
            "approvals": list(demo.approvals),
            "address": clinic.address,
            "treatments": list(demo.treatments),
            "problems": PROBLEMS,
            "insuranceClients": True,
            "crisisHelp": demo.crisis_help,
        }
        made = system.put(f"/v1/clinics/{system.clinic_id}/practitioners/{demo.key}", body)
        slots = [
            *network.slots_of_today(demo.key, clinic.zone, clock.now()),
            *network.slots(demo.key, clinic.zone, clock.now().astimezone(clinic.zone).date()),
        ]
        published = system.publish_slots(demo.key, slots)
        if made.status != 201 or published.status != 202:
            raise SeedRefused(f"{demo.key}: {made.status} {made.body} {published.status} {published.body}")
        return str(made.body["practitionerId"])

    def _staff(
        self, method: str, path: str, sub: str, body: Mapping[str, Any], also: Mapping[str, str] = NOTHING
    ) -> dict[str, Any]:
        token = login.token(self.addresses["staffIssuer"], self.addresses["staffClientId"], sub)
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": secrets.token_hex(8), **also}
        url = f"{self.addresses['apiUrl']}{path}"
        return _checked(client().request(method, url, json=body, headers=headers))


def _register(clinic: DemoClinic) -> tuple[str, str]:
    """Stores an active clinic; returns its id and the secret that its system signs with."""
    from helsebro import ids
    from helsebro.network.clinic import Checklist, Clinic, ClinicContact
    from helsebro.network.system_consent import CURRENT_CONSENT
    from helsebro.signing.secret import WebhookSecret
    from helsebro_aws.identity import pseudonym
    from helsebro_aws.network.dynamo_clinics import DynamoClinics

    clinic_id, secret = ids.plain("cli", clock.randomness()), WebhookSecret(secrets.token_bytes(32)).text
    at = clock.now()
    signatory = pseudonym.person_id(clinic.signatory.country, clinic.signatory.number)
    contact = ClinicContact(phone="+45 33 00 00 00", email=f"{clinic.signatory.sub}@example.org")
    known = Clinic(
        clinic_id=ClinicId(clinic_id),
        name=clinic.name,
        cvr=clinic.cvr,
        country=clinic.country,
        contact=contact,
        status="active",
        checklist=Checklist(at, at, at, at, at, at),
        signatory_id=signatory,
        consented_at=at,
        consent_text_version=CURRENT_CONSENT,
    )
    DynamoClinics().register(payees.store_in_force(known), secret)
    contract.store_signed(known, clinic.signatory)
    return clinic_id, secret


def _checked(answer: httpx.Response) -> dict[str, Any]:
    if not answer.is_success:
        raise SeedRefused(f"{answer.request.method} {answer.request.url}: {answer.status_code} {answer.text}")
    return dict(answer.json())


def main(written: Path) -> int:
    """Creates the demo data, and adds the demo clinic to the file of addresses."""
    addresses = json.loads(written.read_text())
    demo = Seed(addresses, local_day(clock.now())).create()
    written.write_text(json.dumps({**addresses, "demoClinic": demo}, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
