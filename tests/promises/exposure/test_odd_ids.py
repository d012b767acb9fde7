"""An id of another form is answered as an unknown one, and no function asks the tables for what it may not.

A role is limited to parts of a table by the form of the key: on AWS such a read is refused, which is a 500.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from helsebro.caller import CLINIC_USER, Right
from helsebro.ids import ClinicId
from helsebro_aws.http.routes import Route
from tests.builders.calls import ask, event
from tests.builders.clinics.users import bind
from tests.builders.policies import ANNA
from tests.promises.exposure.described import example
from tests.promises.exposure.writes import CLINIC, taking_a_body
from tests.promises.idempotent_routes import all_routes, caller_with

TAKING = taking_a_body()
NAMED = [(route, handler) for route, handler in all_routes() if "_id>" in route.name]
ODD = ("clm_aaaaaaaa", "per_a", "prc_a", "xyz", "tryg", "a#b")
CLINICS_READ = "GET /v1/bookings"


def _call(route: Route, right: Right, odd: str) -> dict[str, Any]:
    method, path = route.name.split(" ")
    path = re.sub(r"<\w+>", odd, path)
    body = example(TAKING[route.name].operation.body or {}) if route.name in TAKING else None
    headers = {"if-match": '"1"', **({"helsebro-clinic": CLINIC} if right is CLINIC_USER else {})}
    return event(method, path, by=caller_with(frozenset({right})), body=body, headers=headers)


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("odd", ODD)
def test_an_id_of_another_form_is_never_a_fault_of_ours(odd: str) -> None:
    bind(ClinicId(CLINIC), ANNA)
    for route, handler in NAMED:
        for right in route.allows - {Right.CLINIC_SYSTEM}:
            answer = ask(handler, _call(route, right, odd))
            assert answer.status < 500, (route.name, right)


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("odd", ODD)
def test_a_person_of_another_form_has_no_bookings_for_a_clinic(odd: str) -> None:
    bind(ClinicId(CLINIC), ANNA)
    handlers: dict[str, Callable[[Any, Any], Any]] = {route.name: handler for route, handler in all_routes()}
    by, headers = caller_with(frozenset({CLINIC_USER})), {"helsebro-clinic": CLINIC}
    call = event("GET", f"/v1/bookings?personId={odd}", by=by, headers=headers)
    assert ask(handlers[CLINICS_READ], call).body["items"] == []
