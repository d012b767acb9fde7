"""A member without MitID phones: a caseworker does all of it, and the guarantee goes by post (F4-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from local.demo.http_client import client
from local.journey.benefits import JsonObject, decide, task_of
from local.journey.insurance import claim_body, consent_and_upload
from local.journey.people import StackAddresses, User
from local.journey.steps import until
from local.stack.stack import Stack
from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer

HOME = {
    "name": "Asta Ærø",
    "street": "Havnegade 1, 2. tv",
    "postcode": "8000",
    "city": "Aarhus C",
    "country": "DK",
}


@dataclass(frozen=True)
class Phoned:
    """What a caseworker does for a person on the phone."""

    insurer: Insurer
    person_id: str

    @property
    def caseworker(self) -> User:
        """The caseworker, logged in."""
        return self.insurer.staff("caseworker")

    def evidence(self, decision: str) -> dict[str, Any]:
        """Returns the evidence of a call that just was; the words are the newest ones."""
        wording = self.caseworker.get("/v1/wordings").json()[decision]
        at = self.caseworker.stack.clock.now()
        return {"how": "phone", "textVersion": wording["textVersion"], "at": at.isoformat()}

    def contact(self, **contact: Any) -> Any:
        """Enters where the person is reached; returns the answer."""
        path = f"/v1/people/{self.person_id}/contact"
        tag = {"If-Match": self.caseworker.get(path).headers["etag"]}
        return self.caseworker.put(path, {"hasLogin": False, **contact}, **tag)

    def case(self) -> BilledCase:
        """Reports a claim for the person; the caseworker reads and writes in place of the member."""
        body = {**claim_body(self.caseworker.stack.clock.today()), "personId": self.person_id}
        reported = self.caseworker.post("/v1/claims", body)
        assert reported.status_code == 201, reported.text
        claim_id = reported.json()["claimId"]
        return BilledCase(self.insurer.journey, self.insurer.staff, self.caseworker, claim_id, "DKK")

    def decides_consent(self, case: BilledCase, given: bool) -> JsonObject:
        """Records the person's yes or no on the phone; returns the consent."""
        body = {"given": given, "evidence": self.evidence("consent" if given else "consentRefusal")}
        answer = self.caseworker.put(f"{case.path}/consent", body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def letter(self, case: BilledCase, kind: str) -> JsonObject:
        """Waits for a letter about the case in the print queue."""

        def look() -> JsonObject | None:
            queued = self.caseworker.get("/v1/letters?state=queued&limit=100").json()["items"]
            wanted = (case.claim_id, kind)
            return next((each for each in queued if (each["caseId"], each["kind"]) == wanted), None)

        return until(f"the letter {kind}", look)

    def printed(self, letter: JsonObject, part: str) -> str:
        """Returns the text of a PDF of a print job: the letter, or what is put into its envelope."""
        link = self.caseworker.get(f"/v1/letters/{letter['letterId']}/{part}")
        assert link.status_code == 303, link.text
        pdf = client().get(link.headers["location"], timeout=60).raise_for_status().content
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)

    def moved(self, letter: JsonObject, state: str) -> JsonObject:
        """The print house reports what happened to a letter; returns it."""
        tag = {"If-Match": f'"{letter["version"]}"'}
        path = f"/v1/letters/{letter['letterId']}/state"
        return dict(self.caseworker.post(path, {"state": state}, **tag).json())


@pytest.fixture(scope="module")
def insurer(running_stack: Stack) -> Insurer:
    return Insurer.danish(StackAddresses.of(running_stack.addresses))


def goes_home(text: str) -> bool:
    return all(HOME[line] in text for line in ("name", "street", "postcode", "city"))


def test_a_claim_by_phone_ends_with_a_printed_guarantee(insurer: Insurer) -> None:
    member = insurer.member()
    phoned = Phoned(insurer, member.get("/v1/me").json()["person"]["personId"])

    # Without an address nothing can be posted, so the caseworker is told at once to ask for it.
    refused = phoned.contact()
    assert "address-missing" in {fault["code"] for fault in refused.json()["errors"]}
    assert phoned.contact(address=HOME).status_code == 200

    case = phoned.case()
    assert case.read()["missing"][0] == "consent"
    assert phoned.decides_consent(case, given=True)["status"] == "given"
    consent_and_upload(insurer.journey, phoned.caseworker, case.claim_id)
    case.approve(insurer.users.stack.clinic_id)
    guarantee = case.guarantee()
    the_decision_comes_with_its_reasons(phoned, case)

    letter = phoned.letter(case, "guarantee-issued")
    assert letter["hasEnclosure"]
    assert goes_home(phoned.printed(letter, "pdf"))
    assert guarantee["number"] in phoned.printed(letter, "enclosure")
    posted = phoned.moved(phoned.moved(letter, "printed"), "posted")
    assert posted["state"] == "posted"

    extend(phoned, case)
    extended = phoned.letter(case, "guarantee-extended")
    assert goes_home(phoned.printed(extended, "pdf"))
    assert guarantee["number"] in phoned.printed(extended, "enclosure")

    revoke(phoned, guarantee["guaranteeId"])
    revoked = phoned.letter(case, "guarantee-revoked")
    assert goes_home(phoned.printed(revoked, "pdf"))
    assert not revoked["hasEnclosure"]

    assert phoned.decides_consent(case, given=False)["status"] == "withdrawn"
    sees_who_did_it(member, case)


def the_decision_comes_with_its_reasons(phoned: Phoned, case: BilledCase) -> None:
    """The printed decision says what the explanation says, since the person has no login to read it."""
    printed = phoned.printed(phoned.letter(case, "decision-made"), "pdf")
    said = " ".join(printed.split())
    shown = phoned.caseworker.get(f"{case.path}/explanation", **{"Accept-Language": "da"}).json()
    clauses = [row["clauseText"] for row in shown["because"]]
    assert clauses
    assert [text for text in clauses if " ".join(text.split()) not in said] == []
    assert goes_home(printed)


def extend(phoned: Phoned, case: BilledCase) -> None:
    """The person asks for more on the phone, and a caseworker grants it."""
    asked = phoned.caseworker.post(f"{case.path}/extensions", {"reason": "Not well yet", "sessions": 2})
    assert asked.status_code == 202, asked.text
    task = task_of(phoned.caseworker, "extensions", extensionId=asked.json()["extensionId"])
    grant = {"sessions": 2, "validUntil": str(case.today + timedelta(days=200))}
    decided = decide(phoned.caseworker, task, {"decision": "approve", "reason": "By need", "grant": grant})
    assert decided.status_code == 200, decided.text


def revoke(phoned: Phoned, guarantee_id: str) -> None:
    """A caseworker revokes the guarantee."""
    path = f"/v1/guarantees/{guarantee_id}"
    tag = {"If-Match": phoned.caseworker.get(path).headers["etag"]}
    assert phoned.caseworker.post(f"{path}/revoke", {"reason": "Moved abroad"}, **tag).status_code == 200


def sees_who_did_it(member: User, case: BilledCase) -> None:
    """The person logs in later, and sees everything with who did it and how."""
    assert member.get(case.path).json()["reportedBy"] == "caseworker"
    history = member.get(f"{case.path}/consent").json()["history"]
    assert [past["status"] for past in history] == ["withdrawn", "given"]
    assert {(past["decidedBy"], past["evidence"]["how"]) for past in history} == {("member", "phone")}
    documents = member.get(f"{case.path}/documents").json()["items"]
    assert [document["addedBy"] for document in documents] == ["caseworker"]
    [extension] = member.get(f"{case.path}/extensions").json()["items"]
    assert (extension["askedBy"], extension["sentBy"]) == ("member", "caseworker")
