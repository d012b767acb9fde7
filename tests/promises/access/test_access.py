"""Promise 14: every operation by every caller with own things, another's and unknown ones; no answer tells.

A run takes a part of the matrix in which every operation occurs with a caller of each kind, a release takes
all. The control is a route without the check, on which the same judge must find a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helsebro.caller import MEMBER, Right
from helsebro.errors import NotAllowed
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Routes
from tests.builders.decisions import seal_key
from tests.conftest import TABLES
from tests.promises.access.bodies import BODIES
from tests.promises.access.callers import PEOPLE
from tests.promises.access.differences import EVERYONE, LEFT_OUT, UNSEEN
from tests.promises.access.households import HOUSEHOLDS
from tests.promises.access.judge import Judge, owns
from tests.promises.access.matrix import WORDS, body_of, may_ever, variants
from tests.promises.access.operations import Operation, operations
from tests.promises.access.world import World, world
from tests.suite import sizes
from tests.suite.moto import moto_state

OPERATIONS = operations()


@pytest.fixture(scope="module")
def staged_world(aws_parts: dict[str, str], aws_clients: dict[str, Any]) -> Iterator[World]:
    """The world, made once: what a call changes is put back."""
    assert aws_parts
    moto_state.empty_tables(*TABLES)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("HELSEBRO_SEAL_KEY", seal_key(aws_clients["kms"]))
        yield world()


def lacking(operation: Operation, made: World) -> list[str]:
    """Returns in words which row of the tables the operation lacks."""
    things = made.things["anna"]
    faults = [f"no thing for {name}" for name in operation.in_path if name not in {**WORDS, **things}]
    faults += [f"no thing for {name}" for name in operation.ids_in_query if name not in things]
    is_used = any(owns(person, operation, one) for person in PEOPLE for one in HOUSEHOLDS)
    faults += [] if is_used or any(may_ever(one, operation) for one in PEOPLE) else ["no owner"]
    if operation.takes_body and operation.name not in BODIES and not operation.route.body_optional:
        return [*faults, "no body"]
    bodies = [
        body_of(operation, things, staff, each) for each in variants(operation) for staff in (True, False)
    ]
    named = {name for body in bodies for name in _keys(body)}
    left_out = {name for call, name in LEFT_OUT if call == operation.name}
    return faults + [f"no thing for {name} in the body" for name in operation.ids_in_body - named - left_out]


def _keys(body: Any) -> Iterator[str]:
    for part in body if isinstance(body, list) else body.values() if isinstance(body, dict) else ():
        yield from _keys(part)
    yield from body if isinstance(body, dict) else ()


def test_every_operation_has_its_rows(staged_world: World) -> None:
    found = {one.name: faults for one in OPERATIONS if (faults := lacking(one, staged_world))}
    assert found == {}


def test_another_persons_thing_is_answered_like_one_that_is_not_there(staged_world: World) -> None:
    judge = Judge(staged_world, sizes.size(0, 1) == 1, PEOPLE)
    faults: list[str] = []
    for place, operation in enumerate(OPERATIONS):
        faults += judge.faults(place, operation)
        moto_state.forget_models("dynamodb")
    assert not faults, "\n".join(faults)
    assert judge.asked >= 5 * len(OPERATIONS)
    if judge.whole:
        assert UNSEEN.keys() - judge.unseen == set()


def test_each_unseen_row_names_a_kind_of_caller_and_an_operation() -> None:
    assert set(EVERYONE.split()) == {one.name.split(" ")[0] for one in PEOPLE}
    assert {kind for _, kind in UNSEEN} <= set(EVERYONE.split())
    assert {name for name, _ in UNSEEN} <= {one.name for one in OPERATIONS}


app = APIGatewayHttpResolver()
careless = Routes(app)


@careless.get("/v1/claims/<claim_id>", allows={MEMBER})
def without_a_check(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """The control: shows any claim to any member."""
    assert call.caller.person_id
    return HttpAnswer(200, {"claimId": DynamoClaims().find(claim_id).claim_id})


@careless.get("/v1/claims/<claim_id>/guidance", allows={MEMBER})
def that_tells(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """The control: says 403 about another's claim and 404 about an unknown one."""
    if DynamoClaims().find(claim_id).person_id != call.caller.person_id:
        raise NotAllowed("role-missing")
    return HttpAnswer(200, {"claimId": claim_id})


@pytest.mark.parametrize("route", careless.declared, ids=lambda route: route.handler.__name__)
def test_control_a_route_without_the_check_is_found(staged_world: World, route: Any) -> None:
    name = route.name.replace("<claim_id>", "{claimId}")
    members = [one for one in PEOPLE if one.rights == {Right.MEMBER}]
    faults = list(
        Judge(staged_world, True, members).faults(0, Operation(name, {}, {}, route, careless.handler))
    )
    assert any("member anna with bo's things" in fault for fault in faults), faults


def test_control_a_new_operation_without_rows_is_found(staged_world: World) -> None:
    body: dict[str, Any] = {"content": {"application/json": {"schema": {"properties": {"wishId": {}}}}}}
    known = OPERATIONS[0]
    name = "POST /v1/wishes/{wishId}"
    new = Operation(name, {"requestBody": body}, {}, known.route, known.handler)
    assert lacking(new, staged_world) == ["no thing for wishId", "no body"]
