"""Promise 15, first half: no write takes a field that its body does not have, in the body or one level down.

All fields of a place are sent at once, and each must be refused by its own fault; then one of them alone, in
a release each. The body without them is a good one.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helsebro.caller import ANYONE
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Routes
from tests.builders.calls import Answered, ask, event
from tests.builders.decisions import seal_key
from tests.promises.exposure.described import Schema, example, forms, operations
from tests.promises.exposure.extra_fields import Place, extra, places, with_extra
from tests.promises.exposure.staged_writes import STAGED
from tests.promises.exposure.writes import NOT_OURS, XML, Write, stored, taking_a_body
from tests.promises.idempotent_routes import all_routes
from tests.suite import sizes

pytestmark = pytest.mark.usefixtures("aws")
TAKING = taking_a_body()
EVENTS = "POST /v1/clinic-events"


def passed(answer: Answered, place: Place, added: Mapping[str, Any]) -> list[str]:
    """Returns the pointers of the added fields that the answer does not refuse."""
    faults = answer.body.get("errors", ()) if answer.status == 422 else ()
    if place.is_map:
        return [] if any(place.owns(fault["pointer"]) for fault in faults) else [place.pointer("*")]
    refused = {fault["pointer"] for fault in faults if fault["code"] == "unknown-field"}
    return [pointer for pointer in map(place.pointer, added) if pointer not in refused]


def taken(send: Callable[[Any], Answered], body: Any, asked: Schema, answered: Schema) -> list[str]:
    """Returns the pointers of fields that a route takes, or passes over, although its body has no such."""
    found = []
    for place in places(body):
        added = extra(asked, answered, place)
        alone = list(added)[: sizes.size(1, len(added))]
        for names in [list(added), *([name] for name in alone)]:
            some = {name: added[name] for name in names}
            found += passed(send(with_extra(body, place, some)), place, some)
    return found


def test_every_operation_with_a_body_is_tried() -> None:
    described = {operation.name for operation in operations() if operation.described.get("requestBody")}
    assert {taking.operation.name for taking in TAKING.values()} == described
    assert not (STAGED.keys() | XML.keys()) - TAKING.keys()
    assert {name for name, taking in TAKING.items() if not taking.operation.body} == XML.keys()


def test_no_other_route_reads_a_body() -> None:
    """What a handler reads without saying so is in no schema, and nothing would refuse a part of it."""
    others = [route for route, _ in all_routes() if route.name not in TAKING]
    reads = re.compile(r"\bcall\.(json|read|raw_body)\b")
    found = {route.name for route in others if reads.search(inspect.getsource(route.handler))}
    assert found == NOT_OURS.keys()


def test_no_type_of_a_clinics_event_takes_an_extra_field() -> None:
    taking, [made] = TAKING[EVENTS], STAGED[EVENTS]
    write, (asked, answered) = made(), taking.schemas
    found = {str(kind["description"]): example(kind) for kind in forms(asked)}
    wrong = {
        type_: taken(partial(taking.send, write), body, asked, answered) for type_, body in found.items()
    }
    assert {type_: pointers for type_, pointers in wrong.items() if pointers} == {}


@pytest.mark.parametrize("name", sorted(TAKING.keys() - STAGED.keys() - XML.keys()))
def test_a_write_takes_no_field_that_its_body_lacks(name: str) -> None:
    taking = TAKING[name]
    for write in taking.beside():
        before = stored()
        assert taken(partial(taking.send, write), write.body, *taking.schemas) == []
        assert stored() == before
        assert taking.send(write, write.body).body.get("errors", []) == []


@pytest.mark.parametrize(("name", "made"), [(name, made) for name in sorted(STAGED) for made in STAGED[name]])
def test_a_write_about_a_stored_thing_takes_no_field_that_its_body_lacks(
    name: str, made: Callable[[], Write], aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    taking, write = TAKING[name], made()
    before = stored()
    assert taken(partial(taking.send, write), write.body, *taking.schemas) == []
    assert stored() == before
    # Control: without the field the same call is carried out.
    assert taking.send(write, write.body).status < 300
    assert stored() != before


app = APIGatewayHttpResolver()
toy = Routes(app)


@toy.post("/v1/careless", allows={ANYONE}, keyed=False, body="claims.claim_body.ClaimReportSent")
def careless(_: Call, body: Any) -> HttpAnswer:
    """The control: passes over what it does not know."""
    return HttpAnswer(200, {"cause": body.model_extra["cause"]})


def test_control_a_route_that_passes_over_unknown_fields_is_found() -> None:
    def send(body: Any) -> Answered:
        return ask(toy.handler, event("POST", "/v1/careless", body=body))

    asked: Schema = {"properties": {"cause": {}, "condition": {"properties": {"category": {}}}}}
    body = {"cause": "work", "condition": {"category": "injury"}}
    found = taken(send, body, asked, {"properties": {"claimId": {"type": "string"}}})
    assert {"/claimId", "/isAdmin", "/condition/approved"} <= {*found}
