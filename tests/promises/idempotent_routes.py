"""The parts of the proof of promise 5: every POST route, the effects, and a route that can fail."""

from __future__ import annotations

import importlib
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helsebro.caller import CLINIC_SYSTEM, FINANCE, PAYER_ROLES, Right
from helsebro.errors import Unavailable
from helsebro.events import Event
from helsebro_aws.dynamodb.refusals import SameKeyBusy
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Route, Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.field_encryption import encrypt
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.policies import ANNA, EMPLOYER_CVR
from tests.promises.atomic_dynamodb import atomic_transactions

FUNCTIONS = Path(__file__).parents[2] / "functions"
AT_ONCE = 50
OF_A_FORM = {"clinic_id": "cli_a", "practitioner_id": f"prc_{'a' * 26}", "person_id": f"per_{'a' * 26}"}
"""The parameters of a path whose form is looked at before anything else."""


def all_routes() -> Iterator[tuple[Route, Callable[[Any, Any], Any]]]:
    """Yields every route of every function, with the handler of its function."""
    for path in sorted(FUNCTIONS.glob("*/*/handler.py")):
        module = importlib.import_module(f"functions.{path.parent.parent.name}.{path.parent.name}.handler")
        for route in getattr(module, "route", Routes(APIGatewayHttpResolver())).declared:
            yield route, module.handler


POSTS = {route.name: (route, handler) for route, handler in all_routes() if route.name.startswith("POST ")}


def caller_with(rights: frozenset[Right]) -> dict[str, Any] | None:
    """Returns token claims with one of the rights, or ``None`` for a public route."""
    if Right.ANYONE in rights:
        return None
    if rights & {Right.MEMBER, Right.CLINIC_USER}:
        return member(ANNA, auth_time=time.time(), acr="https://issuer.example/loa/high")
    if Right.EMPLOYER in rights:
        return member(**{"dk.cvr": EMPLOYER_CVR})
    right = next(iter(rights & PAYER_ROLES or rights))
    return staff(right.value, payer="tryg" if right in PAYER_ROLES else None)


def address(name: str) -> str:
    """Returns the route's path with a value for every parameter."""
    return re.sub(r"<(\w+)>", lambda each: OF_A_FORM.get(each[1], "clm_aaaaaaaa"), name.removeprefix("POST "))


def effects(aws: dict[str, Any]) -> Counter[str]:
    """Returns how often each event happened: the outbox has one row for each change."""
    rows = aws["dynamodb"].scan(TableName="outbox", ConsistentRead=True)["Items"]
    return Counter(row["type"]["S"] for row in rows)


def at_once(post: Callable[[], Answered]) -> list[Answered]:
    """Sends the same request fifty times at once and returns the answers."""
    with atomic_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        return [answer.result() for answer in [pool.submit(post) for _ in range(AT_ONCE)]]


def assert_one_effect(answers: list[Answered], happened: int) -> None:
    """Asserts one effect, and that every answer is the same success or a 409."""
    assert happened == 1
    successes = [answer for answer in answers if answer.status < 300]
    assert {answer.status for answer in answers if answer not in successes} <= {409}
    assert len({str(answer.body) for answer in successes}) == 1
    assert len([answer for answer in successes if "idempotency-replayed" not in answer.headers]) == 1


app = APIGatewayHttpResolver()
toy = Routes(app)
breaks: dict[str, Callable[[], None]] = {}


def break_at(place: str) -> None:
    """Runs the break that is set for this place, once."""
    breaks.pop(place, lambda: None)()


@toy.post("/v1/careful", allows={FINANCE, CLINIC_SYSTEM})
def careful(call: Call) -> HttpAnswer:
    """Commits its effect and its receipt together, as every route does."""
    return effect(call, with_receipt=True)


@toy.post("/v1/careless", allows={FINANCE})
def careless(call: Call) -> HttpAnswer:
    """The control: commits its effect without a receipt."""
    return effect(call, with_receipt=False)


def effect(call: Call, *, with_receipt: bool) -> HttpAnswer:
    """Creates one item, unless a break is set before or after the commit."""
    thing = clock.randomness().hex()
    answer = HttpAnswer(201, {"thing": thing})
    break_at("before")
    tables.commit(
        [Put("cases", {"pk": thing, "sk": "THING"})],
        events=[Event("thing.made", datetime.now(UTC), "tryg")],
        receipt=call.receipt(answer) if with_receipt else None,
    )
    break_at("after")
    return answer


def crash() -> None:
    raise RuntimeError("the process is gone")


def busy() -> None:
    raise Unavailable("busy")


def same_key_busy() -> None:
    raise SameKeyBusy()


def make(route: str, key: str = "k") -> Answered:
    return ask(toy.handler, event("POST", f"/v1/{route}", by=staff("finance"), body={}, key=key))


SECRET = "whsec_" + "A" * 43 + "="


def by_clinic(
    message: dict[str, Any] | None = None, key: str | None = None
) -> tuple[Answered, dict[str, Any]]:
    """Sends a clinic's signed message, a new one or ``message`` again; returns the answer and the message."""
    sealed = encrypt(SECRET, table="network", field="signingSecrets", clinic="cli_a")
    clinic = {
        "pk": "cli_a",
        "sk": "CLINIC",
        "consentedAt": "2026-01-05T09:00:00.000000Z",
        "signingSecrets": [{"sealed": sealed}],
    }
    tables.commit([Put("network", clinic, when=None)])
    message = message or signed("POST", "/v1/careful", clinic_id="cli_a", secret=SECRET, body={})
    headers = {**message["headers"], **({"idempotency-key": key} if key else {})}
    return ask(toy.handler, {**message, "headers": headers}), message
