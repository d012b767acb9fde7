"""Every route that names money or an account, or shows a full national number, needs a fresh login.

The routes are found in the OpenAPI document by the fields and shapes of their bodies and answers, so that a
new one cannot forget it: it is ``fresh``, or it stands below with the reason why it need not be.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helsebro_aws.http.errors import LoginNotFresh
from local.openapi import problems

DOCUMENT = json.loads(
    (Path(__file__).parents[3] / "layers/adapters/python/helsebro_aws/openapi.json").read_text()
)
ACCOUNTS = frozenset(
    {
        *("payTo", "payTos", "iban", "accountNumber", "registrationNumber", "account", "accountId"),
        *("creditorNumber", "fiCreditor", "payee", "payeeId", "payees", "bban", "kid", "paymentId"),
    }
)
NUMBERS = frozenset({"cpr", "fnr", "nationalNumber", "personNumber"})
MONEY = frozenset({"amount", "currency"})
XML = "application/xml"
"""Invoices: a document that names money and an account, whose fields no schema lists."""

READS = "it shows sums that were decided or agreed, and no account"
STATES = "it states what a treatment costs, and nothing is paid by it"
SAYS = "it says what a late change costs the member at the clinic, and nothing is paid by it"
ASKS = "it asks what would be covered, and changes nothing"

WITHOUT_FRESH_LOGIN = {
    "GET /v1/bank-reports/{reportId}": READS,
    "GET /v1/bookings": READS,
    "GET /v1/claims": READS,
    "GET /v1/claims/{claimId}": READS,
    "GET /v1/claims/{claimId}/explanation": READS,
    "GET /v1/claims/{claimId}/complaints": READS,
    "GET /v1/claims/{claimId}/extensions": READS,
    "GET /v1/claims/{claimId}/guarantees": READS,
    "GET /v1/claims/{claimId}/refunds": READS,
    "GET /v1/clinics/{clinicId}/practitioners": READS,
    "GET /v1/clinics/{clinicId}/statement": READS,
    "GET /v1/guarantees/{guaranteeId}": READS,
    "GET /v1/guarantees/{guaranteeId}/balance": READS,
    "GET /v1/invoices/{invoiceId}": READS,
    "GET /v1/ledger": READS,
    "GET /v1/me": READS,
    "GET /v1/me/benefits": READS,
    "GET /v1/payment-files": READS,
    "GET /v1/payment-files/{fileId}": READS,
    "GET /v1/payments": READS,
    "GET /v1/policies/{policyId}": READS,
    "GET /v1/policies/{policyId}/notices": READS,
    "GET /v1/reconciliations": READS,
    "GET /v1/refunds/{refundId}": READS,
    "GET /v1/tariffs": READS,
    "GET /v1/tariffs/{profession}/{service}": READS,
    "GET /v1/tasks": READS,
    "POST /v1/claims": STATES,
    "PUT /v1/claims/{claimId}/facts": STATES,
    "POST /v1/bookings": SAYS,
    "POST /v1/bookings/series": SAYS,
    "POST /v1/bookings/{bookingId}/cancel": SAYS,
    "POST /v1/bookings/{bookingId}/reschedule": SAYS,
    "POST /v1/waitlist/{waitlistId}/accept": SAYS,
    "POST /v1/coverage/replay": ASKS,
    "POST /v1/coverage/simulate": ASKS,
    "POST /v1/invoices/preflight": ASKS,
}
"""Route → why it needs no fresh login."""
ALSO_FRESH = {
    "POST /v1/payers/{payer}/account/confirm": "it chooses the account that a payer pays from",
    "POST /v1/payment-files": "it begins a payment",
    "DELETE /v1/payment-files/{fileId}": "it calls a payment off",
    "GET /v1/payment-files/{fileId}/content": "the file names accounts",
    "PUT /v1/me/contact": "mail and SMS about money go to the address",
    "PUT /v1/people/{personId}/contact": "letters, mail and SMS about money go to the address",
    "PUT /v1/policies/{policyId}/contact": "mail about money goes to the address",
    "DELETE /v1/clinics/{clinicId}/payees/{payeeId}": "it ends an account that a clinic is paid to",
    "POST /v1/clinic-events": "mail about money goes to the address, and it needs the login only then",
    "PUT /v1/clinics/{clinicId}/details": "mail about money goes to the address",
    "PUT /v1/clinics/{clinicId}/practitioners/{key}/user": "who signs in sees clients and sends invoices",
    "POST /v1/clinics/{clinicId}/contract/sign": "it is a signature",
    "POST /v1/people/search": "it takes a full national number, and needs the login only then",
    "POST /v1/clinics/{clinicId}/signing-secret/rotate": "it shows a secret",
}
"""Routes that need a fresh login for another reason."""


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method in ("get", "put", "post", "delete", "patch"):
                yield f"{method.upper()} {path}", operation


def names_in(schema: Any, document: dict[str, Any], seen: frozenset[str] = frozenset()) -> set[str]:
    """Returns the names of all fields that a schema has at any depth."""
    if isinstance(schema, list):
        return set().union(*(names_in(part, document, seen) for part in schema))
    if not isinstance(schema, dict):
        return set()
    reference = str(schema.get("$ref", ""))
    if reference:
        name = reference.rpartition("/")[2]
        if name in seen:
            return set()
        return names_in(document["components"]["schemas"][name], document, seen | {name})
    own = set(schema.get("properties", {}))
    inner = [*schema.get("properties", {}).values(), *(schema.get(key) for key in NESTED)]
    return own | names_in(inner, document, seen)


NESTED = ("items", "additionalProperties", "anyOf", "oneOf", "allOf", "prefixItems")


def sent(operation: dict[str, Any], document: dict[str, Any]) -> set[str]:
    content = operation.get("requestBody", {}).get("content", {})
    return names_in([each.get("schema") for each in content.values()], document) | (set(content) & {XML})


def answered(operation: dict[str, Any], document: dict[str, Any]) -> set[str]:
    contents = [
        each.get("schema")
        for status, answer in operation["responses"].items()
        if status.startswith("2")
        for each in answer.get("content", {}).values()
    ]
    return names_in(contents, document)


def is_sensitive(operation: dict[str, Any], document: dict[str, Any]) -> bool:
    """Whether a body or an answer names money or an account, or an answer shows a full number of a person."""
    body, answer = sent(operation, document), answered(operation, document)
    has_money = any(names >= MONEY for names in (body, answer)) or XML in body
    return has_money or bool((body | answer) & ACCOUNTS) or bool(answer & NUMBERS)


def needs_fresh_login(operation: dict[str, Any], document: dict[str, Any]) -> bool:
    refused = operation["responses"].get("401", {})
    if reference := str(refused.get("$ref", "")):
        refused = document["components"]["responses"][reference.rpartition("/")[2]]
    return LoginNotFresh.code in refused.get(problems.CODES, ())


def is_only_signed(operation: dict[str, Any]) -> bool:
    """Whether only clinic systems call: they sign, and have no login."""
    schemes = {name for credential in operation.get("security", ()) for name in credential}
    return not schemes & {"member", "staff"}


def forgotten(document: dict[str, Any]) -> set[str]:
    """Returns the routes that name money or a number, are not fresh, and stand in no table."""
    return {
        name
        for name, operation in operations(document)
        if is_sensitive(operation, document)
        and not needs_fresh_login(operation, document)
        and not is_only_signed(operation)
        and name not in WITHOUT_FRESH_LOGIN
    }


def test_no_route_that_names_money_or_shows_a_number_forgets_the_fresh_login() -> None:
    assert forgotten(DOCUMENT) == set(), "make the route fresh, or say here why it need not be"


def test_every_exception_is_a_route_that_would_need_a_reason() -> None:
    known = dict(operations(DOCUMENT))
    assert set(WITHOUT_FRESH_LOGIN) <= set(known)
    for name in WITHOUT_FRESH_LOGIN:
        assert is_sensitive(known[name], DOCUMENT), f"{name} needs no reason any more"
        assert not needs_fresh_login(known[name], DOCUMENT), name


def test_these_routes_need_a_fresh_login() -> None:
    fresh = {name for name, operation in operations(DOCUMENT) if needs_fresh_login(operation, DOCUMENT)}
    for_money = {name for name, operation in operations(DOCUMENT) if is_sensitive(operation, DOCUMENT)}
    assert fresh - for_money == set(ALSO_FRESH)
    assert fresh & for_money >= {
        "POST /v1/claims/{claimId}/refunds",
        "PUT /v1/tariffs/{profession}/{service}",
        "POST /v1/invoices",
        "POST /v1/policies",
        "POST /v1/policies/{policyId}/notices",
        "POST /v1/tasks/{taskId}/decision",
        "GET /v1/bookings/{bookingId}",
    }


def new_route(**parts: Any) -> dict[str, Any]:
    """Returns the document with one more route, which any login may call."""
    changed: dict[str, Any] = copy.deepcopy(DOCUMENT)
    responses = {"200": {"content": {"application/json": {"schema": parts.get("answer", {})}}}}
    body = {"content": {parts.get("media", "application/json"): {"schema": parts.get("body", {})}}}
    changed["paths"]["/v1/new"] = {
        "post": {"requestBody": body, "responses": responses, "security": [{"member": []}]}
    }
    return changed


def fields(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "string"} for name in names}}


@pytest.mark.parametrize(
    "parts",
    [
        {"body": {"type": "object", "properties": {"price": fields("amount", "currency")}}},
        {"answer": {"type": "array", "items": {"anyOf": [fields("amount", "currency"), {"type": "null"}]}}},
        {"body": fields("iban")},
        {"answer": {"type": "object", "properties": {"payTo": {}}}},
        {"answer": fields("cpr")},
        {"answer": {"allOf": [fields("fnr")]}},
        {"media": XML},
    ],
)
def test_control_a_new_route_is_found(parts: dict[str, Any]) -> None:
    assert forgotten(new_route(**parts)) == {"POST /v1/new"}


def test_control_a_route_that_only_takes_a_number_is_not_meant() -> None:
    assert forgotten(new_route(body=fields("cpr"))) == set()


def test_control_a_route_that_loses_its_freshness_is_found() -> None:
    changed = copy.deepcopy(DOCUMENT)
    operation = changed["paths"]["/v1/claims/{claimId}/refunds"]["post"]
    operation["responses"]["401"] = {problems.CODES: ["unauthenticated"]}
    assert forgotten(changed) == {"POST /v1/claims/{claimId}/refunds"}
