"""The seed: demo payers, policies, people and clinics, over the API as their own staff and systems would.

    python -m local.demo.seed .local/stack.json

Adds ``demoClinic`` to that file. Only the clinics themselves are put straight into the tables: onboarding has
people in it who would have to sign.
"""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx

from local.clinic.clinic_system import ClinicSystem
from local.demo import login, network
from local.demo.network import DemoClinic, DemoPractitioner
from local.demo.people import NORWEGIAN, Family, Person, families
from local.demo.policies import AT_LEISURE, AT_WORK, IN_NORWAY, NEXT_INDEX, PAYERS, SINCE, DemoPolicy

PROBLEMS = ["back", "neck", "shoulder", "knee", "stress", "anxiety"]


class SeedRefused(Exception):
    """The API did not take a piece of the seed; the text says which and why."""


@dataclass(frozen=True)
class Seed:
    """Sows into the stack at these addresses."""

    addresses: Mapping[str, Any]
    today: date

    def sow(self) -> dict[str, str]:
        """Everything; gives the demo clinic of ``stack.json``."""
        for payer, body in PAYERS.items():
            self._staff("PUT", f"/v1/payers/{payer}", "platform", body)
            self._staff("PUT", f"/v1/indexes/{self.today.year + 1}", f"{payer}-underwriting", NEXT_INDEX)
        self._insure_families()
        norwegian = self._policy(IN_NORWAY)
        self._insure(IN_NORWAY, norwegian, NORWEGIAN, relation="employee")
        demo, *_ = [self._open(clinic) for clinic in network.clinics()]
        return demo

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

    def _open(self, clinic: DemoClinic) -> dict[str, str]:
        """The clinic with its practitioners and slots, and its system told of what happens."""
        clinic_id, secret = _register(clinic)
        system = ClinicSystem(self.addresses["apiUrl"], clinic_id, secret)
        known = [self._practitioner(system, clinic, one) for one in clinic.practitioners]
        connect = {"apiUrl": system.api_url, "clinicId": clinic_id, "signingSecret": secret}
        _taken(httpx.post(f"{self.addresses['clinicSystemUrl']}/connect", json=connect, timeout=60))
        return {
            "clinicId": clinic_id,
            "signingSecret": secret,
            "practitionerId": known[0],
            "practitionerKey": clinic.practitioners[0].key,
        }

    def _practitioner(self, system: ClinicSystem, clinic: DemoClinic, one: DemoPractitioner) -> str:
        body = {
            "name": one.name,
            "profession": one.profession,
            "authorised": one.authorised,
            "providerNumber": one.authorised,
            "approvals": list(one.approvals),
            "address": clinic.address,
            "treatments": list(one.treatments),
            "problems": PROBLEMS,
            "insuranceClients": True,
            "crisisHelp": one.crisis_help,
        }
        made = system.put(f"/v1/clinics/{system.clinic_id}/practitioners/{one.key}", body)
        slots = list(network.slots(one.key, clinic.zone, self.today))
        published = system.publish_slots(one.key, slots)
        if made.status != 201 or published.status != 202:
            raise SeedRefused(f"{one.key}: {made.status} {made.body} {published.status} {published.body}")
        return str(made.body["practitionerId"])

    def _staff(self, method: str, path: str, sub: str, body: Mapping[str, Any]) -> dict[str, Any]:
        token = login.token(self.addresses["staffIssuer"], self.addresses["staffClientId"], sub)
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": secrets.token_hex(8)}
        url = f"{self.addresses['apiUrl']}{path}"
        return _taken(httpx.request(method, url, json=body, headers=headers, timeout=60))


def _register(clinic: DemoClinic) -> tuple[str, str]:
    """An active clinic in the tables; its id and the secret its system signs with."""
    from helsebro import ids
    from helsebro.network.clinic import Checklist, Clinic, ClinicContact
    from helsebro.signing.secret import WebhookSecret
    from helsebro_aws.identity import pseudonym
    from helsebro_aws.network.dynamo_clinics import DynamoClinics
    from helsebro_aws.platform import clock

    clinic_id, secret = ids.plain("cli", clock.randomness()), WebhookSecret(secrets.token_bytes(32)).text
    at = clock.now()
    signatory = pseudonym.person_id(clinic.signatory.country, clinic.signatory.number)
    contact = ClinicContact(phone="+45 33 00 00 00", email=f"{clinic.signatory.sub}@example.org")
    known = Clinic(
        clinic_id=clinic_id,
        name=clinic.name,
        cvr=clinic.cvr,
        country=clinic.country,
        contact=contact,
        status="active",
        checklist=Checklist(at, at, at, at, at, at),
        signatory_id=signatory,
    )
    DynamoClinics().register(known, secret)
    return clinic_id, secret


def _taken(answer: httpx.Response) -> dict[str, Any]:
    if not answer.is_success:
        raise SeedRefused(f"{answer.request.method} {answer.request.url}: {answer.status_code} {answer.text}")
    return dict(answer.json())


def main(written: Path) -> int:
    """Sows, and writes what ``stack.json`` tells of it."""
    addresses = json.loads(written.read_text())
    demo = Seed(addresses, datetime.now(UTC).date()).sow()
    written.write_text(json.dumps({**addresses, "demoClinic": demo}, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
