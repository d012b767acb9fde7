"""A case as its member and the payer's staff see it over HTTP, from the facts to the payable of a bill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from helsebro.local_day import local_day
from local.journey.benefits import JsonObject, decide, task_of
from local.journey.insurance import consent_and_upload
from local.journey.people import User
from local.journey.steps import Journey, until

ACCOUNTS: Mapping[str, dict[str, str]] = {
    "DKK": {"registrationNumber": "1234", "accountNumber": "1234567890"},
    "NOK": {"accountNumber": "86011117947"},
}
"""The account that a refund is paid to, by the currency of the payer."""
Billed = tuple[str, str]
"""A treatment of a bill: its type and its price."""


def asked_in_words(claim: JsonObject) -> dict[str, JsonObject]:
    """Returns the facts of a claim that its member is asked for, by path, but those that are papers."""
    return {
        fact["path"]: fact
        for fact in claim["facts"]
        if (fact["state"], fact["askedOf"]) == ("asked", "member") and fact["answerKind"] != "paper"
    }


@dataclass(frozen=True)
class BilledCase:
    """``staff`` logs in the payer's staff of a role; the member reads and writes in ``language``."""

    journey: Journey
    staff: Callable[[str], User]
    member: User
    claim_id: str
    currency: str
    language: str = "da"

    @property
    def country(self) -> str:
        """The country of the payer, where the treatment is given."""
        return "DK" if self.currency == "DKK" else "NO"

    @property
    def today(self) -> date:
        """The day in the time zone of the case, in which grants and bills have theirs."""
        return local_day(self.member.stack.clock.now(), self.country)

    @property
    def path(self) -> str:
        """The path of the claim."""
        return f"/v1/claims/{self.claim_id}"

    def money(self, amount: str) -> dict[str, str]:
        """Returns an amount in the payer's currency."""
        return {"amount": amount, "currency": self.currency}

    def read(self, language: str = "", of: str = "") -> JsonObject:
        """Returns the claim or what belongs to it, as the member reads it in a language."""
        answer = self.member.get(self.path + of, **{"Accept-Language": language or self.language})
        return dict(self.journey.step("the member reads the case", answer, 200).json())

    def asked(self) -> dict[str, JsonObject]:
        """Returns the facts that are asked for, by path."""
        return {fact["path"]: fact for fact in self.read()["facts"] if fact["state"] == "asked"}

    def states(self) -> dict[str, str]:
        """Returns the state of every fact by path."""
        return {fact["path"]: fact["state"] for fact in self.read()["facts"]}

    def answer(self, values: Mapping[str, object]) -> JsonObject:
        """The member answers every question but those for a paper, as ``values`` say; returns the claim."""
        usual, claim = self._usual_answers(), self.read()
        asked = asked_in_words(claim)
        return self.state({path: values[path] if path in values else usual[path] for path in asked}, claim)

    def _usual_answers(self) -> Mapping[str, object]:
        return {
            "condition.arisenOn": str(self.today - timedelta(days=20)),
            "condition.chronic": False,
            "condition.arisenAbroad": False,
            "condition.circumstances": [],
            "treatment.startsOn": str(self.today),
            "treatment.country": self.country,
            "treatment.practitioner.relation": "none",
            "treatment.sessions": 3,
            "evidence.otherInsurer": "none",
            "evidence.otherInsurer.name": "Alka",
            "evidence.subsidy": self.money("0.00"),
        }

    def state(self, values: Mapping[str, object], claim: JsonObject | None = None) -> JsonObject:
        """The member states facts by path in a ``claim`` that was read, or reads it; returns the claim."""
        facts = [{"path": path, "value": value} for path, value in values.items()]
        known = claim or self.read()
        tag = {"If-Match": f'"{known["version"]}"', "Accept-Language": self.language}
        stated = self.member.put(f"{self.path}/facts", {"facts": facts}, **tag)
        return dict(self.journey.step("the member states facts", stated, 200).json())

    def consent(self) -> None:
        """The member gives the consent of the case."""
        given = self.member.put(f"{self.path}/consent", {"given": True})
        self.journey.step("the member gives the case consent", given, 200)

    def upload(self, file_type: str) -> str:
        """The member gives the consent, if it lacks, and uploads a paper; returns the document's id."""
        return consent_and_upload(self.journey, self.member, self.claim_id, file_type)

    def task(self) -> JsonObject:
        """Waits for the task of the claim, and returns it."""
        return task_of(self.staff("caseworker"), "claims", claimId=self.claim_id)

    def approve(self, clinic_id: str = "") -> None:
        """A caseworker grants three sessions, at a clinic if one is named, and the guarantee is issued."""
        until_day = self.today + timedelta(days=120)
        grant = {"sessions": 3, "validUntil": str(until_day)}
        grant |= {"clinicId": clinic_id} if clinic_id else {}
        self._decide({"decision": "approve", "reason": "8.1", "grant": grant})
        until("the guarantee", lambda: self.read(of="/guarantees")["items"])

    def deny(self, reason: str, clause: str = "") -> None:
        """A caseworker denies the claim, by a clause if one is named."""
        self._decide({"decision": "deny", "reason": reason, **({"clause": clause} if clause else {})})

    def _decide(self, decision: JsonObject) -> None:
        decided = decide(self.staff("caseworker"), self.task(), decision)
        self.journey.step("a caseworker decides", decided, 200)

    def guarantee(self) -> JsonObject:
        """Returns the last guarantee of the case."""
        return dict(self.read(of="/guarantees")["items"][-1])

    def bill(self, *billed: Billed) -> str:
        """The member asks for a refund of a bill of these treatments, held today; returns the refund's id."""
        treatments = [
            {"on": str(self.today), "type": type_, "cost": self.money(price)} for type_, price in billed
        ]
        body = {
            "documentIds": [self.upload("invoice")],
            "treatments": treatments,
            "payTo": ACCOUNTS[self.currency],
        }
        asked = self.member.post(f"{self.path}/refunds", body)
        return str(self.journey.step("the member asks for a refund", asked, 202).json()["refundId"])

    def refund_task(self, refund_id: str) -> JsonObject:
        """Waits for the task of a refund, and returns it."""
        return task_of(self.staff("finance"), "refunds", refundId=refund_id)

    def settle(self, task: JsonObject) -> JsonObject:
        """Finance approves a refund as proposed; returns the refund once it is decided."""
        decided = decide(self.staff("finance"), task, {"decision": "approve", "reason": "8.4.2"})
        self.journey.step("finance approves the refund", decided, 200)
        path = f"/v1/refunds/{task['subject']['refundId']}"

        def look() -> JsonObject | None:
            read = self.member.get(path, **{"Accept-Language": self.language})
            refund = dict(self.journey.step("the member reads the refund", read, 200).json())
            return refund if refund.get("decidedAt") else None

        return until("the refund to be decided", look)

    def payable(self, refund_id: str) -> str:
        """Waits for the payable of a refund, and returns its amount."""

        def look() -> str | None:
            listed = self.staff("finance").get("/v1/payments?status=approved&limit=100")
            items = self.journey.step("finance reads the payables", listed, 200).json()["items"]
            found = (item["amount"] for item in items if item.get("refundId") == refund_id)
            amount = next(found, None)
            assert amount is None or amount["currency"] == self.currency
            return amount and str(amount["amount"])

        return until("the payable", look)
