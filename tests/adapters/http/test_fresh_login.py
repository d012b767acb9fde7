from __future__ import annotations

import time
from datetime import UTC, datetime
from math import inf, nan
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helsebro.caller import CASEWORKER, CLINIC_SYSTEM, CLINIC_USER, MEMBER
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.fresh_login import is_fresh
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform.field_encryption import encrypt
from tests.builders.calls import ask, event, member, signed, staff
from tests.builders.clinics.users import bind

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECONDS = int(NOW.timestamp())
ANNA = "0101801234"
SECRET = "whsec_" + "A" * 43 + "="

app = APIGatewayHttpResolver()
route = Routes(app)


@route.put("/v1/door", allows={MEMBER, CASEWORKER, CLINIC_SYSTEM}, fresh=True)
def open_door(call: Call) -> HttpAnswer:
    """Opens a door that needs a fresh login."""
    return HttpAnswer(200, {"by": call.caller.subject})


@route.get("/v1/door", allows={MEMBER})
def see_door(call: Call) -> HttpAnswer:
    """Shows the door to every login."""
    return HttpAnswer(200, {"by": call.caller.subject})


@route.get("/v1/key", allows={MEMBER, CLINIC_SYSTEM}, fresh=frozenset({CLINIC_USER}))
def see_key(call: Call) -> HttpAnswer:
    """Shows the key to members, and to clinic users with a fresh login."""
    return HttpAnswer(200, {"by": call.caller.subject})


def put(by: Any, **headers: str) -> Any:
    return ask(route.handler, event("PUT", "/v1/door", by=by, headers=headers))


@pytest.mark.parametrize(
    "auth_time, fresh",
    [
        (SECONDS, True),
        (SECONDS - 300, True),
        (SECONDS - 301, False),
        (SECONDS + 30, True),
        (SECONDS + 31, False),
        (float(SECONDS), True),
        (0, False),
        (-SECONDS, False),
        (10**400, False),
        (-(10**400), False),
        (1e300, False),
        (SECONDS * 1000, False),
        (SECONDS + 86_400, False),
        (inf, False),
        (nan, False),
        (True, False),
        (None, False),
        ("abc", False),
        (str(SECONDS), False),
        (f"{SECONDS}.0", False),
        ("", False),
        ([SECONDS], False),
        ({"at": SECONDS}, False),
    ],
)
def test_a_login_is_fresh_for_five_minutes_and_never_before_it_was(auth_time: object, fresh: bool) -> None:
    assert is_fresh(auth_time, NOW) is fresh


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(
    "claims", [{"auth_time": None}, {"auth_time": 0}, {"auth_time": "abc"}, {"auth_time": 10**400}]
)
def test_an_old_login_is_answered_with_how_old_it_may_be(claims: dict[str, Any]) -> None:
    answer = put(member(**claims))
    assert (answer.status, answer.body["code"]) == (401, "insufficient_user_authentication")
    assert answer.body["maxAge"] == 300
    challenge = answer.headers["www-authenticate"]
    assert challenge.startswith('Bearer error="insufficient_user_authentication", error_description="')
    assert challenge.endswith(", max_age=300")


@pytest.mark.usefixtures("aws")
def test_members_and_staff_who_have_just_logged_in_may_pass() -> None:
    now = time.time()
    assert put(member(auth_time=now)).status == 200
    assert put(staff("caseworker", auth_time=now)).status == 200
    assert put(staff("caseworker", auth_time=None)).status == 401


@pytest.mark.usefixtures("aws")
def test_a_route_may_need_a_fresh_login_of_some_callers_only() -> None:
    bind(ClinicId("cli_a"), ANNA)

    def see(at_clinic: bool, seconds_ago: float) -> int:
        by = member(ANNA, auth_time=time.time() - seconds_ago)
        headers = {"helsebro-clinic": "cli_a"} if at_clinic else {}
        return ask(route.handler, event("GET", "/v1/key", by=by, headers=headers)).status

    assert [see(False, 400), see(True, 400), see(True, 10)] == [200, 401, 200]


@pytest.mark.usefixtures("aws")
def test_who_has_no_right_is_not_asked_to_log_in_again() -> None:
    assert put(staff("finance")).status == 403


@pytest.mark.usefixtures("aws")
def test_other_routes_take_an_old_login() -> None:
    assert ask(route.handler, event("GET", "/v1/door", by=member(auth_time=0))).status == 200


@pytest.mark.usefixtures("aws")
def test_a_clinics_signature_is_no_login_and_always_fresh() -> None:
    sealed = encrypt(SECRET, table="network", field="signingSecrets", clinic="cli_a")
    clinic = {
        "pk": "cli_a",
        "sk": "CLINIC",
        "consentedAt": "2026-01-05T09:00:00.000000Z",
        "signingSecrets": [{"sealed": sealed}],
    }
    tables.commit([Put("network", clinic, when=None)])
    call = signed("PUT", "/v1/door", clinic_id="cli_a", secret=SECRET, body={})
    assert ask(route.handler, call).status == 200


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("language, title", [("da", "Log ind"), ("nb", "Logg inn"), ("en", "Log in")])
def test_the_answer_is_in_the_readers_language(language: str, title: str) -> None:
    assert put(member(auth_time=0), **{"accept-language": language}).body["title"].startswith(title)
