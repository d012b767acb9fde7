"""Logins: through each broker's dialect to a claim, and a refund with a login that is too old."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from local.demo import login
from local.demo.brokers import BROKERS
from local.demo.code_flow import claims_of
from local.demo.norwegian_number import new_fnr, with_check_digits
from local.journey import insurance
from local.journey.people import ASSURANCE, NOT_FRESH, StackAddresses, User, new_cpr
from local.stack.stack import Stack
from tests.journeys.bills_and_borders.insurer import Insurer

EMPLOYER_CVR = "10150817"
"""Whose policy a journey's payer has."""
CHALLENGE = 'Bearer error="insufficient_user_authentication"'


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


@pytest.fixture(scope="module")
def danish(stack: StackAddresses) -> Insurer:
    return Insurer.danish(stack)


@pytest.fixture(scope="module")
def norwegian(stack: StackAddresses) -> Insurer:
    return Insurer.norwegian(stack)


def through(running: Stack, broker: str, number: str, **also: Any) -> User:
    """Returns the person with this number, who logs in through a broker in the broker's own words."""
    issuer, client_id = running.addresses["brokerIssuers"][broker], running.addresses["memberClientId"]
    sub = f"b{secrets.token_hex(4)}"
    login.make_user(issuer, sub, {**BROKERS[broker](number, "Asta Ærø"), **also})
    return User(StackAddresses.of(running.addresses), login.token(issuer, client_id, sub))


def report(member: User) -> httpx.Response:
    """The member reports a claim."""
    today = str(member.stack.clock.today())
    claim: Mapping[str, Any] = {
        "cause": "leisure",
        "condition": {"category": "injury", "arisenOn": today},
        "treatment": {"type": "physiotherapy", "startsOn": today, "sessions": 2},
        "description": "Knæ",
    }
    return member.post("/v1/claims", claim)


@pytest.mark.parametrize("broker", ["signaturgruppen", "idura", "signicat"])
def test_a_danish_member_files_a_claim_through_a_broker(
    running_stack: Stack, danish: Insurer, broker: str
) -> None:
    cpr = new_cpr()
    own = insurance.insure(danish.journey, danish.users, danish.policy_id, cpr)
    member = through(running_stack, broker, cpr)
    assert not {"dk.cpr", "acr"} & set(claims_of(member.token)) or broker == "signaturgruppen"
    assert member.get("/v1/me").json()["person"]["personId"] == own.get("/v1/me").json()["person"]["personId"]
    reported = report(member)
    assert reported.status_code == 201, reported.text
    assert own.get(f"/v1/claims/{reported.json()['claimId']}").status_code == 200


@pytest.mark.parametrize("broker", ["bankid", "signicat"])
def test_a_norwegian_member_files_a_claim_through_a_broker(
    running_stack: Stack, norwegian: Insurer, broker: str
) -> None:
    fnr = new_fnr()
    own = norwegian.norwegian_member(fnr)
    member = through(running_stack, broker, fnr)
    assert "no.fnr" not in claims_of(member.token)
    assert member.get("/v1/me").json()["person"]["personId"] == own.get("/v1/me").json()["person"]["personId"]
    reported = report(member)
    assert reported.status_code == 201, reported.text


def test_a_test_user_of_bankid_is_insured_and_files_a_claim_where_the_deployment_says_so(
    running_stack: Stack, norwegian: Insurer
) -> None:
    """Tenor adds 80 to the month of a person who does not exist."""
    fnr = new_fnr("158679")
    norwegian.norwegian_member(fnr)
    assert report(through(running_stack, "bankid", fnr)).status_code == 201


def test_an_employer_reads_the_policy_with_a_login_of_mitid_erhverv(
    running_stack: Stack, danish: Insurer
) -> None:
    employer = through(running_stack, "mitid-erhverv", EMPLOYER_CVR)
    assert employer.get(f"/v1/policies/{danish.policy_id}").status_code == 200
    assert employer.get("/v1/me").status_code == 403
    other = through(running_stack, "mitid-erhverv", "12345674")
    assert other.get(f"/v1/policies/{danish.policy_id}").status_code == 404


@pytest.mark.parametrize(
    "broker, also, code",
    [
        ("signaturgruppen", {"loa": "https://data.gov.dk/concept/core/nsis/Low"}, "assurance-too-low"),
        ("idura", {"loA": "LOW"}, "assurance-too-low"),
        ("signicat", {"mitid_loa": "LOW"}, "assurance-too-low"),
        ("idura", {"cprNumberIdentifier": None, "dk.cpr": "0101801234"}, "token-without-person"),
        ("signaturgruppen", {"no.fnr": with_check_digits("010180123")}, "token-names-two-people"),
        ("signicat", {"nin": 101801234}, "token-invalid"),
    ],
)
def test_a_login_that_is_weak_or_unclear_is_refused(
    running_stack: Stack, broker: str, also: dict[str, Any], code: str
) -> None:
    answer = through(running_stack, broker, "0101801234", **also).get("/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (401, code)


def logged_in(stack: StackAddresses, cpr: str, seconds_ago: int) -> User:
    """Returns the member after a login so long ago, as a renewed token says it."""
    sub = f"b{secrets.token_hex(4)}"
    claims = {"dk.cpr": cpr, "acr": ASSURANCE, "auth_time": int(time.time()) - seconds_ago}
    login.make_user(stack.member_issuer, sub, claims)
    return User(stack, login.token(stack.member_issuer, stack.member_client_id, sub))


def test_a_refund_needs_a_fresh_login(danish: Insurer, stack: StackAddresses) -> None:
    cpr = new_cpr()
    member = insurance.insure(danish.journey, danish.users, danish.policy_id, cpr)
    case = danish.case(
        member,
        {
            "condition": {"category": "injury", "arisenOn": str(stack.clock.today())},
            "treatment": {"type": "physiotherapy", "startsOn": str(stack.clock.today())},
        },
    )
    body = {
        "documentIds": [case.upload("invoice")],
        "treatments": [
            {"on": str(stack.clock.today()), "type": "physiotherapy", "cost": case.money("450.00")}
        ],
        "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
    }
    stale = logged_in(stack, cpr, 301)
    assert stale.get(case.path).status_code == 200, "other routes take the same login"
    refused = stale.post(f"{case.path}/refunds", body)
    assert (refused.status_code, refused.json()["code"]) == (401, NOT_FRESH)
    challenge = refused.headers["www-authenticate"]
    assert challenge.startswith(CHALLENGE)
    assert challenge.endswith("max_age=300")
    assert stale.get(f"{case.path}/refunds").json()["items"] == [], "nothing was received"
    asked = logged_in(stack, cpr, 0).post(f"{case.path}/refunds", body)
    assert asked.status_code == 202, asked.text
