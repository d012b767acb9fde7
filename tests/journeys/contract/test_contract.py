"""Bad input and failures over HTTP, as the contract says; and no payer sees another payer's data."""

from __future__ import annotations

import secrets
import time
from typing import Any

import httpx
import pytest

from local.journey.people import StackAddresses
from local.stack.identity_providers import STAFF_CLIENT
from local.stack.stack import Stack
from tests.journeys.asking import Asker, cpr_of_age, member
from tests.journeys.tenants import CLAIM, Tenant, tenant

UNKNOWN_PERSON = "per_" + "a" * 24


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


@pytest.fixture(scope="module")
def ours(stack: StackAddresses) -> Tenant:
    return tenant(stack)


@pytest.fixture(scope="module")
def theirs(stack: StackAddresses) -> Tenant:
    return tenant(stack)


@pytest.fixture(scope="module")
def claim_id(ours: Tenant) -> str:
    return str(ours.parent.post("/v1/claims", CLAIM).json()["claimId"])


def without_instance(answer: httpx.Response) -> dict[str, Any]:
    """Returns the problem without what differs from call to call: its path and its correlation id."""
    of_the_call = ("instance", "correlationId")
    return {name: part for name, part in answer.json().items() if name not in of_the_call}


def other_than(identifier: str) -> str:
    return identifier[:-4] + ("aaaa" if not identifier.endswith("aaaa") else "bbbb")


def tampered(token: str) -> str:
    return token[:-8] + ("AAAAAAAA" if not token.endswith("AAAAAAAA") else "BBBBBBBB")


def test_an_answer_lists_every_fault_of_a_body(ours: Tenant) -> None:
    body = {"cause": "x", "condition": {"arisenOn": "1"}, "treatment": {"type": "x"}, "description": ""}
    refused = ours.parent.post("/v1/claims", body)
    assert refused.status_code == 422
    pointers = {fault["pointer"] for fault in refused.json()["errors"]}
    assert pointers >= {"/cause", "/condition/arisenOn", "/treatment/type", "/description"}
    assert all(set(fault) >= {"pointer", "code", "detail"} for fault in refused.json()["errors"])


@pytest.mark.parametrize(
    "raw, kind, status",
    [(b"{", "application/json", 400), (b"[]", "application/json", 422), (b"<a/>", "application/xml", 415)],
)
def test_a_body_that_cannot_be_read_is_refused(ours: Tenant, raw: bytes, kind: str, status: int) -> None:
    assert ours.parent.post("/v1/claims", raw, **{"content-type": kind}).status_code == status


def test_a_refusal_has_three_languages_and_danish_is_the_default(stack: StackAddresses) -> None:
    titles = [
        Asker(stack).get("/v1/claims", **{"accept-language": language}).json()["title"]
        for language in ("fr", "da", "nb-NO,nb;q=0.9", "en")
    ]
    assert titles[0] == titles[1]
    assert len(set(titles)) == 3


def test_an_unknown_id_and_another_payers_id_get_the_same_404(
    ours: Tenant, theirs: Tenant, claim_id: str
) -> None:
    asked = [theirs.parent, theirs.staff("caseworker"), ours.staff("caseworker")]
    answers = [asked[0].get(f"/v1/claims/{claim_id}"), asked[1].get(f"/v1/claims/{claim_id}")]
    answers += [by.get(f"/v1/claims/{wanted}") for by in asked for wanted in ("clm_x", other_than(claim_id))]
    answers += [asked[0].get(f"/v1/claims/{claim_id}/documents"), asked[1].get("/v1/guarantees/gar_x")]
    answers += [theirs.staff("underwriting").get(f"/v1/policies/{ours.policy_id}")]
    answers += [theirs.staff("finance").get(f"/v1/payers/{ours.payer}")]
    answers += [
        asked[1].post("/v1/claims", {**CLAIM, "personId": person})
        for person in (ours.person_id, UNKNOWN_PERSON)
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert all(without_instance(answer) == without_instance(answers[0]) for answer in answers)


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(time.time()) - 600},
        {"client_id": STAFF_CLIENT},
        {"acr": "https://data.gov.dk/concept/core/nsis/loa/low"},
        {"acr": None},
        {"iss": "https://issuer.example"},
        {"dk.cpr": None},
    ],
)
def test_an_invalid_token_is_401(stack: StackAddresses, claims: dict[str, Any]) -> None:
    bad = member(stack, cpr_of_age(30), **claims)
    assert [bad.get(path).status_code for path in ("/v1/claims", "/v1/me")] == [401, 401]


def test_a_missing_a_broken_and_an_unsigned_token_are_401(stack: StackAddresses) -> None:
    good = member(stack, cpr_of_age(30)).token
    for token in ("", "abc", tampered(good), good.rpartition(".")[0] + "."):
        asker = Asker(stack, token)
        assert [asker.get(path).status_code for path in ("/v1/claims", "/v1/me")] == [401, 401]


def test_the_other_issuers_token_is_403_and_an_unknown_route_404(stack: StackAddresses) -> None:
    asker = member(stack, cpr_of_age(30))
    assert asker.get("/v1/tasks?queue=claims").status_code == 403
    assert asker.get("/v1/nothing-here").status_code == 404
    assert asker.get("/v1/verify").status_code == 404


@pytest.mark.parametrize(
    "method, path, role",
    [
        ("PUT", "/v1/payers/x1", "underwriting"),
        ("POST", "/v1/policies", "caseworker"),
        ("GET", "/v1/tasks?queue=claims", "finance"),
        ("GET", "/v1/tasks?queue=refunds", "caseworker"),
        ("GET", "/v1/payments", "caseworker"),
        ("GET", "/v1/claims", "underwriting"),
        ("GET", "/v1/insights/service-levels", "finance"),
        ("GET", "/v1/deadlines?queue=claims", "finance"),
        ("GET", "/v1/deadlines?queue=payments", "caseworker"),
        ("POST", "/v1/bookings", "finance"),
    ],
)
def test_a_role_without_the_right_is_403(ours: Tenant, method: str, path: str, role: str) -> None:
    assert ours.staff(role).ask(method, path, {}).status_code == 403


def test_a_post_needs_a_key_and_the_same_key_has_one_effect(ours: Tenant) -> None:
    key = secrets.token_hex(8)
    missing = ours.parent.post("/v1/claims", CLAIM, key="none")
    assert (missing.status_code, missing.json()["code"]) == (400, "idempotency-key-missing")
    first = ours.parent.post("/v1/claims", CLAIM, key=key)
    again = ours.parent.post("/v1/claims", CLAIM, key=f'"{key}"')
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    reused = ours.parent.post("/v1/claims", {**CLAIM, "cause": "unknown"}, key=key)
    assert (reused.status_code, reused.json()["code"]) == (422, "idempotency-key-reused")


def test_lists_have_pages_and_a_wrong_limit_or_cursor_is_400(ours: Tenant, claim_id: str) -> None:
    ours.parent.post("/v1/claims", CLAIM)
    first = ours.parent.get("/v1/claims?limit=1").json()
    rest = ours.parent.get(f"/v1/claims?limit=100&cursor={first['nextCursor']}").json()
    ids = [claim["claimId"] for claim in first["items"] + rest["items"]]
    assert claim_id in ids
    assert (len(ids), rest["nextCursor"]) == (len(set(ids)), None)
    wrong = ("limit=0", "limit=101", "limit=x", "cursor=x", "status=x")
    assert {ours.parent.get(f"/v1/claims?{query}").status_code for query in wrong} == {400}


def test_the_lists_of_a_payer_hold_no_data_of_another(ours: Tenant, theirs: Tenant, claim_id: str) -> None:
    assert claim_id in ours.staff("caseworker").get("/v1/claims?limit=100").text
    caseworker, finance = theirs.staff("caseworker"), theirs.staff("finance")
    of_a_person = f"/v1/claims?personId={ours.person_id}"
    for path in ("/v1/claims", of_a_person, "/v1/tasks?queue=claims", "/v1/deadlines?queue=claims"):
        assert caseworker.get(path).json()["items"] == []
    assert finance.get("/v1/payments").json()["items"] == []
    asked = {"personId": ours.person_id, "cause": "leisure", "treatment": {"type": "physiotherapy"}}
    unknown = {**asked, "personId": "per_" + "a" * 26}
    of_ours, of_unknown = (caseworker.post("/v1/coverage/simulate", body) for body in (asked, unknown))
    assert of_ours.json()["trail"][0]["rule"] == "R-201"
    assert (of_ours.status_code, of_ours.text) == (of_unknown.status_code, of_unknown.text)


@pytest.mark.parametrize("age, reported, seen", [(8, 201, 200), (14, 201, 200), (16, 404, 404)])
def test_a_parent_acts_for_a_child_until_it_is_fifteen(
    ours: Tenant, age: int, reported: int, seen: int
) -> None:
    child = ours.children[age]
    answer = ours.parent.post("/v1/claims", {**CLAIM, "personId": child})
    assert answer.status_code == reported
    assert ours.parent.get(f"/v1/claims?personId={child}").status_code == seen
    family = {person["personId"]: person["access"] for person in ours.parent.get("/v1/me").json()["family"]}
    assert family[child] == ("full" if age < 15 else "none")
    if reported == 201:
        consent = f"/v1/claims/{answer.json()['claimId']}/consent"
        assert ours.parent.put(consent, {"given": True}).json()["status"] == "given"


def test_public_routes_need_no_token(stack: StackAddresses) -> None:
    for path in ("/v1/openapi.json", "/v1/help"):
        assert Asker(stack).get(path).status_code == 200
    assert Asker(stack).get("/v1/verify/HB-0000-0000-0000-0000").status_code == 404
