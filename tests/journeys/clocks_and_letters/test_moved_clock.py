"""A moved clock (`make clock`): what the rules wait for comes, and what protects a call keeps real time.

The stack's tests run one after another in one worker, so no other test sees the moved clock, and each of them
has its own payer and people. The fixture sets the clock back, which no command does.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from local.journey import insurance
from local.journey.benefits import decide, task_of, year_sum
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.asking import member
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.tenants import CLAIM, tenant

NEXT_WEEK, GUARANTEED, STAFF_WAIT, CONSENT = (timedelta(days=days) for days in (7, 10, 30, 366))
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """A member with an approved claim, a guarantee of a few days and a claim that staff have not decided."""

    member: User
    claim_id: str
    guarantee_id: str
    undecided: str

    def status(self) -> str:
        """Returns the status of the guarantee."""
        return str(self.member.get(f"/v1/guarantees/{self.guarantee_id}").json()["status"])

    def pdf(self) -> int:
        """Returns the status of the answer to a call of the guarantee's PDF."""
        return self.member.get(f"/v1/guarantees/{self.guarantee_id}/pdf").status_code

    def consent(self) -> str:
        """Returns the status of the consent of the approved claim."""
        return str(self.member.get(f"/v1/claims/{self.claim_id}/consent").json()["status"])

    def reserved(self) -> float:
        """Returns what the member's guarantees reserve of the year's sum."""
        return float(year_sum(self.member.get("/v1/me/benefits"))["reserved"]["amount"])

    def is_delayed(self) -> bool:
        """Returns whether the member reads that the decision of the second claim takes longer."""
        return self.member.get(f"/v1/claims/{self.undecided}").json()["delay"] is not None


@pytest.fixture
def case(running_stack: Stack) -> Case:
    journey, users = Journey(lambda _: None), Users(StackAddresses.of(running_stack.addresses))
    insured = insurance.insure(journey, users, insurance.open_payer(journey, users), new_cpr())
    claim_id, undecided = (insurance.report(journey, insured) for _ in range(2))
    caseworker = users.staff("caseworker")
    for each in (claim_id, undecided):
        insurance.consent_and_upload(journey, insured, each)
        task = task_of(caseworker, "claims", claimId=each)
        if each == claim_id:
            last_day = users.stack.clock.today() + GUARANTEED
            grant = {"sessions": 3, "validUntil": str(last_day), "clinicId": users.stack.clinic_id}
            decision = {"decision": "approve", "reason": "8.1", "grant": grant}
            assert decide(caseworker, task, decision).status_code == 200
    path = f"/v1/claims/{claim_id}/guarantees"
    [issued] = until("the guarantee", lambda: insured.get(path).json()["items"])
    return Case(insured, claim_id, issued["guaranteeId"], undecided)


def test_a_guarantee_ends_a_workflow_times_out_and_a_consent_expires(moved: Moved, case: Case) -> None:
    reserved = case.reserved()
    assert (case.status(), case.pdf(), case.consent(), case.is_delayed()) == ("active", 303, "given", False)
    assert reserved > 0

    moved.by(GUARANTEED - A_DAY)
    assert (case.status(), case.pdf(), case.reserved()) == ("active", 303, reserved)

    # The control: without the nightly run the benefits stay reserved.
    moved.clock.advance(moved.clock.now() + 2 * A_DAY)
    assert (case.status(), case.reserved()) == ("expired", reserved)
    moved.by(A_DAY)
    assert (case.status(), case.reserved(), case.is_delayed()) == ("expired", 0, False)

    lines = moved.by(STAFF_WAIT)
    assert "timeout" in "".join(lines)
    until("the timeout to be reported", case.is_delayed)
    assert (case.pdf(), case.consent()) == (303, "given")

    # Without the nights of a year, which would take the time of a journey.
    moved.clock.advance(moved.clock.now() + CONSENT - GUARANTEED - 2 * A_DAY - STAFF_WAIT)
    assert (case.pdf(), case.consent()) == (403, "expired")


def test_a_token_a_signature_and_a_receipt_keep_real_time(moved: Moved) -> None:
    """Promises 5, 10, 16: a token of eight hours, a signature of five minutes, and a receipt of a day."""
    stack = StackAddresses.of(moved.addresses)
    caller, key = tenant(stack).parent, secrets.token_hex(8)
    first = caller.post("/v1/claims", CLAIM, key)
    moved.clock.advance(moved.clock.now() + CONSENT)
    again = caller.post("/v1/claims", CLAIM, key)
    assert (again.status_code, again.content) == (201, first.content)
    assert stack.clinic_system().get(f"/v1/clinics/{stack.clinic_id}").status == 200
    later = caller.post("/v1/claims", CLAIM).json()
    days = [
        datetime.fromisoformat(caller.get(f"/v1/claims/{claim['claimId']}").json()["reportedAt"]).date()
        for claim in (first.json(), later)
    ]
    assert days[1] - days[0] >= CONSENT


def test_a_child_decides_for_itself_from_its_15th_birthday(moved: Moved) -> None:
    """F4-20: the guardian reads and decides until then."""
    stack = StackAddresses.of(moved.addresses)
    family, cpr = tenant(stack), cpr_turning_15(moved.clock.today() + NEXT_WEEK)
    child = {
        "cpr": cpr,
        "name": "Bo Ærø",
        "enrolledOn": "2024-01-01",
        "country": "DK",
        "publicHealthInsurance": True,
        "relation": "child",
        "scheme": "company",
        "mainInsuredPersonId": family.person_id,
    }
    path = f"/v1/policies/{family.policy_id}/insured"
    person_id = family.staff("underwriting").post(path, child).json()["personId"]
    claim = family.parent.post("/v1/claims", {**CLAIM, "personId": person_id}).json()
    consent, given = f"/v1/claims/{claim['claimId']}/consent", {"given": True}
    callers = family.parent, member(stack, cpr)
    assert [caller.put(consent, given).status_code for caller in callers] == [200, 403]
    moved.by(NEXT_WEEK + A_DAY)
    assert [caller.put(consent, given).status_code for caller in callers] == [404, 200]


def cpr_turning_15(on: date) -> str:
    """Returns an unused CPR number of a child whose 15th birthday is on a day, or up to three days before."""
    born = date(on.year - 15, on.month, min(on.day, 28))
    return f"{born:%d%m%y}{secrets.randbelow(4000) + 4000:04d}"
