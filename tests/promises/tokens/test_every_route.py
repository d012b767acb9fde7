"""Promise 16 at every route of the OpenAPI document: no hostile token gets anything but a 401.

Each token goes through the authorizer and then, with the authorizer's verdict, to the function. A run takes
a part of the pairs in which every token and every route occurs, a release takes all.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jwt
import pytest
from functions.platform.authorize.handler import context_of

from helsebro.caller import Right
from helsebro.ids import ClinicId
from helsebro_aws.http.callers import MEMBERS
from helsebro_aws.http.routes import Route
from tests.builders.calls import LambdaContext, event
from tests.builders.clinics.users import bind
from tests.builders.identity import claims, rsa_key, signed
from tests.builders.policies import ANNA
from tests.conftest import STAFF_ISSUER
from tests.promises.idempotent_routes import all_routes, caller_with
from tests.promises.tokens.hostile_tokens import REFUSED, VALID_BUT_USELESS, trusting, web
from tests.suite import sizes

DOCUMENT = Path(__file__).parents[3] / "layers/adapters/python/helsebro_aws/openapi.json"
CLINIC = ClinicId("cli_aaaaaaaa")
Context = Mapping[str, str]
OF_MEMBERS = MEMBERS | {Right.CLINIC_USER}

ROUTES = [(route, handler) for route, handler in all_routes() if Right.ANYONE not in route.allows]
PUBLIC = [(route, handler) for route, handler in all_routes() if Right.ANYONE in route.allows]


def contexts(tokens: Mapping[str, tuple[Callable[[], str], str]]) -> dict[str, Context]:
    """Returns what the authorizer says of each token."""
    trusted = trusting(web())
    return {
        name: context_of({"authorization": f"Bearer {made()}"}, trusted) for name, (made, _) in tokens.items()
    }


def address(route: Route) -> str:
    return re.sub(r"<\w+>", "clm_aaaaaaaa", route.name.split()[1].replace("<clinic_id>", CLINIC))


def answer(
    route: Route, handler: Callable[[Any, Any], Any], context: Context, **headers: str
) -> tuple[int, str]:
    """Returns the status of the route's answer, and its code."""
    call = event(route.name.split()[0], address(route), body={}, headers=headers)
    call["requestContext"]["authorizer"] = {"lambda": dict(context)}
    result = handler(call, LambdaContext())
    is_json = "json" in result["headers"].get("Content-Type", "") and result["body"]
    return int(result["statusCode"]), str(json.loads(result["body"]).get("code", "")) if is_json else ""


def pairs(found: Mapping[str, Context]) -> Iterator[tuple[str, Context, Route, Callable[[Any, Any], Any]]]:
    """Yields every pair of a token and a route, or the part that this run takes."""
    step = sizes.size(12, 1)
    for place, (route, handler) in enumerate(ROUTES):
        for number, (name, context) in enumerate(found.items()):
            if (place + number) % step == 0:
                yield name, context, route, handler


def test_the_routes_are_those_of_the_document() -> None:
    document = json.loads(DOCUMENT.read_text())
    described = {
        f"{method.upper()} {path}"
        for path, operations in document["paths"].items()
        for method in operations
        if method in ("get", "put", "post", "delete")
    }
    declared = {re.sub(r"<(\w+)>", "{}", route.name) for route, _ in (*ROUTES, *PUBLIC)}
    assert {re.sub(r"\{\w+\}", "{}", name) for name in described} == declared
    assert len(REFUSED) + len(VALID_BUT_USELESS) >= 40


@pytest.mark.usefixtures("aws_parts")
def test_a_token_that_is_refused_is_401_on_every_route() -> None:
    found = contexts(REFUSED)
    assert {
        name: context for name, context in found.items() if context != {"refused": REFUSED[name][1]}
    } == {}
    wrong = []
    met: Counter[str] = Counter()
    for name, context, route, handler in pairs(found):
        met[name] += 1
        if answer(route, handler, context) != (401, REFUSED[name][1]):
            wrong.append((name, route.name))
    assert wrong == []
    assert min(met[name] for name in found) >= 5


@pytest.mark.usefixtures("aws_parts")
def test_a_token_that_is_valid_but_useless_is_401_or_403_where_no_member_may_call() -> None:
    found, wrong = contexts(VALID_BUT_USELESS), []
    assert {name for name, context in found.items() if "claims" not in context} == set()
    for name, context, route, handler in pairs(found):
        code = VALID_BUT_USELESS[name][1]
        got = answer(route, handler, context)
        nobody = code == "token-without-person" and not route.allows & OF_MEMBERS
        if got != ((403, "role-missing") if nobody else (401, code)):
            wrong.append((name, route.name, got))
    assert wrong == []


@pytest.mark.usefixtures("aws_parts")
def test_a_public_route_answers_a_hostile_token_as_it_answers_nobody() -> None:
    hostile = {"refused": "token-invalid"}
    for route, handler in PUBLIC:
        if route.name.startswith("GET "):
            assert answer(route, handler, hostile)[0] == answer(route, handler, {})[0], route.name


def logged_in(route: Route, auth_time: object, **more: object) -> Context:
    """Returns the verdict on a good token of someone whom the route allows, who logged in then."""
    said = {**(caller_with(route.allows) or {}), "auth_time": auth_time, **more}
    whole = claims(**{"dk.cpr": None, "acr": None, **said})
    of_staff = said["iss"] == STAFF_ISSUER
    token = signed(whole, rsa_key("staff"), kid="staff-1") if of_staff else signed(whole)
    return context_of({"authorization": f"Bearer {token}"}, trusting(web()))


def ago(seconds: int) -> int:
    """Returns the second that was so many seconds ago."""
    return int(time.time()) - seconds


def odd_times() -> list[object]:
    """Returns times of a login that say none, or one that has not come yet."""
    present = int(time.time())
    text = [str(present), f"{present}.0", "", "now", "2026-11-30T08:00:00Z"]
    number = [10**400, -(10**400), 1e300, -1.0, -present, float("inf"), float("nan"), present * 1000]
    return [None, True, False, [present], {"at": present}, ago(-60), ago(-86_400), *text, *number]


FRESH = [(route, handler) for route, handler in ROUTES if route.fresh]


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(("route", "handler"), FRESH, ids=[route.name for route, _ in FRESH])
def test_a_stale_login_is_401_on_every_route_that_needs_a_fresh_one(
    route: Route, handler: Callable[[Any, Any], Any]
) -> None:
    bind(CLINIC, ANNA)
    headers = {"helsebro-clinic": CLINIC} if Right.CLINIC_USER in route.allows else {}
    for auth_time in (ago(301), ago(86_400), *odd_times()):
        got = answer(route, handler, logged_in(route, auth_time), **headers)
        assert got == (401, "insufficient_user_authentication"), auth_time
    # Control: the same caller passes with a fresh login, and is answered by the route itself.
    assert answer(route, handler, logged_in(route, ago(0)), **headers)[0] != 401


@pytest.mark.usefixtures("aws")
def test_an_odd_time_in_a_good_token_is_a_bug_on_no_route() -> None:
    """The last pair is a token that ends in a year that no calendar has."""
    times: list[dict[str, object]] = [
        *({"auth_time": odd} for odd in odd_times()),
        {"auth_time": ago(0), "exp": 10**400},
    ]
    step, bugs = sizes.size(12, 1), []
    for place, (route, handler) in enumerate(ROUTES):
        if caller_with(route.allows):
            for number, said in enumerate(times):
                if (place + number) % step == 0 and answer(route, handler, logged_in(route, **said))[
                    0
                ] >= 500:
                    bugs.append((route.name, said))
    assert bugs == []


OF_A_MEMBER = {"GET /v1/me": 200, "GET /v1/claims": 200, "GET /v1/bookings": 200}
"""What a member gets from the own lists."""


@pytest.mark.usefixtures("aws")
def test_control_an_authorizer_that_does_not_verify_lets_hostile_tokens_through() -> None:
    """Without the check of the signature a forged token of a member is answered by the route."""
    forged = REFUSED["another's key, our kid"][0]()
    careless = {"claims": json.dumps(jwt.decode(forged, options={"verify_signature": False}))}
    own = [(route, handler) for route, handler in ROUTES if route.name in OF_A_MEMBER]
    assert {route.name: answer(route, handler, careless)[0] for route, handler in own} == OF_A_MEMBER
