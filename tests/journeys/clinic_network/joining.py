"""A clinic that joins the network: its signatory applies, signs the contract and fills in what is missing."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from functools import partial
from typing import Any

import httpx

from local.clinic.clinic_system import ClinicSystem
from local.demo import login
from local.demo.http_client import client
from local.journey.people import StackAddresses, User, new_cpr
from local.journey.steps import until
from tests.builders.clinics.form import form, signatory

HIGH = "https://data.gov.dk/concept/core/nsis/loa/high"
NAME = "Mette Lund"
ADDRESS = {"street": "Søndergade 1", "postcode": "2100", "city": "København Ø", "country": "DK"}
PRACTITIONER: dict[str, Any] = {
    "name": "Sofie Bruun",
    "profession": "physiotherapist",
    "authorised": True,
    "providerNumber": False,
    "approvals": [],
    "address": ADDRESS,
    "treatments": ["physiotherapy"],
    "problems": [],
    "insuranceClients": True,
    "crisisHelp": False,
}


def signer(stack: StackAddresses, cpr: str, name: str = NAME) -> User:
    """Logs in a person with MitID at the assurance that a signature needs."""
    sub = f"mette{secrets.token_hex(3)}"
    login.make_user(stack.member_issuer, sub, {"dk.cpr": cpr, "acr": HIGH, "name": name})
    return User.logged_in(stack, partial(login.token, stack.member_issuer, stack.member_client_id, sub))


def accept(stack: StackAddresses, practitioner_id: str, mailbox_url: str) -> tuple[User, httpx.Response]:
    """Logs in a person with the practitioner's name, who accepts the invitation in the mail."""
    [token] = re.findall(r"/invitation#(\w+)", _mailed(mailbox_url, practitioner_id, "practitioner-invited"))
    person = signer(stack, new_cpr(), PRACTITIONER["name"])
    return person, person.post(f"/v1/practitioners/{practitioner_id}/user/accept", {"invitation": token})


def _mailed(mailbox_url: str, case_id: str, kind: str) -> str:
    """Returns the text of a mail, once it is sent."""
    asked = f"{mailbox_url}/messages.json?caseId={case_id}&kind={kind}&limit=10"

    def sent() -> str | None:
        items = client().get(asked, timeout=60).json()["items"]
        return next((each["text"] for each in items if "text" in each), None)

    text: str = until(f"the mail {kind}", sent)
    return text


@dataclass(frozen=True)
class Joining:
    """A clinic between its application and its first client."""

    stack: StackAddresses
    clinic_id: str
    signatory: User

    @classmethod
    def begun(cls, stack: StackAddresses, *, names_number: bool = True) -> Joining:
        """Applies with a new signatory, whose CPR number the form names or not."""
        cpr = new_cpr()
        number = {"cpr": cpr} if names_number else {}
        sent = form(signatory=signatory(name=NAME, **number))
        headers = {"Idempotency-Key": secrets.token_hex(8)}
        url = f"{stack.api_url}/v1/clinics/applications"
        answer = httpx.post(url, json=sent, headers=headers, timeout=60)
        assert answer.status_code == 201, answer.text
        return cls(stack, answer.json()["clinicId"], signer(stack, cpr))

    @property
    def clinic(self) -> str:
        """The path of the clinic."""
        return f"/v1/clinics/{self.clinic_id}"

    def status(self, mailbox_url: str) -> httpx.Response:
        """Reads where the application stands, with the token of the mail and without a login."""
        [token] = set(
            re.findall(r"/contract#([a-z2-7]+)", _mailed(mailbox_url, self.clinic_id, "application-received"))
        )
        headers = {"Helsebro-Invitation": token}
        return client().get(f"{self.stack.api_url}{self.clinic}/application", headers=headers, timeout=60)

    def read_contract(self) -> httpx.Response:
        """Returns the redirect to the contract, once the workflow has sent it."""

        def sent() -> httpx.Response | None:
            answer = self.signatory.get(f"{self.clinic}/contract")
            return answer if answer.status_code == 303 else None

        answer: httpx.Response = until("the contract", sent)
        return answer

    def sign(self, **body: Any) -> httpx.Response:
        """Signs the contract."""
        return self.signatory.post(f"{self.clinic}/contract/sign", body)

    def consent(self) -> httpx.Response:
        """Lets the clinic's system share data."""
        return self.signatory.post(f"{self.clinic}/system-consent", {"given": True})

    def fill_in(self) -> httpx.Response:
        """Fills in the details of the clinic."""
        hours = [{"weekday": "monday", "opens": "08:00", "closes": "16:00"}]
        body = {"address": ADDRESS, "openingHours": hours, "noticeHours": 48, "languages": ["da", "en"]}
        return self.signatory.put(f"{self.clinic}/details", body)

    def set_practitioner(self, key: str) -> httpx.Response:
        """Stores a practitioner, as the signatory does in the browser."""
        return self.signatory.put(f"{self.clinic}/practitioners/{key}", PRACTITIONER)

    def invite(self, key: str, language: str = "en") -> httpx.Response:
        """Invites a mailbox to sign in as the practitioner."""
        path, email = (
            f"{self.clinic}/practitioners/{key}/user",
            f"sofie-{secrets.token_hex(3)}@klinik.example",
        )
        return self.signatory.put(path, {"email": email}, **{"Accept-Language": language})

    def system(self, secret: str) -> ClinicSystem:
        """Returns the clinic's system, which signs with a secret."""
        return ClinicSystem(self.stack.api_url, self.clinic_id, secret, self.stack.clock.now)
