"""What the proof of promise 5 works with: every POST route there is, effects, and a route that can break."""

from __future__ import annotations

import importlib
import re
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
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Route, Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.field_encryption import encrypt
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.policies import ANNA, EMPLOYER_CVR
from tests.promises.atomic_dynamodb import whole_transactions

FUNCTIONS = Path(__file__).parents[2] / "functions"
AT_ONCE = 50


def _all_routes() -> Iterator[tuple[Route, Callable[[Any, Any], Any]]]:
    for path in sorted(FUNCTIONS.glob("*/*/handler.py")):
        module = importlib.import_module(f"functions.{path.parent.parent.name}.{path.parent.name}.handler")
        for route in getattr(module, "route", Routes(APIGatewayHttpResolver())).declared:
            yield route, module.handler


POSTS = {route.name: (route, handler) for route, handler in _all_routes() if route.name.startswith("POST ")}


def caller_with(rights: frozenset[Right]) -> dict[str, Any] | None:
    """Token claims that have one of the rights; None where anybody may."""
    if Right.ANYONE in rights:
        return None
    if Right.MEMBER in rights:
        return member(ANNA)
    if Right.EMPLOYER in rights:
        return member(**{"dk.cvr": EMPLOYER_CVR})
    right = next(iter(rights & PAYER_ROLES or rights))
    return staff(right.value, payer="tryg" if right in PAYER_ROLES else None)


def address(name: str) -> str:
    """The route's path with something in every gap."""
    return re.sub(r"<\w+>", "clm_aaaaaaaa", name.removeprefix("POST "))


def effects(aws: dict[str, Any]) -> Counter[str]:
    """How often what has happened: the outbox has one row a change."""
    rows = aws["dynamodb"].scan(TableName="outbox", ConsistentRead=True)["Items"]
    return Counter(row["type"]["S"] for row in rows)


def at_once(post: Callable[[], Answered]) -> list[Answered]:
    """The answers to the same request, sent fifty times at the same time."""
    with whole_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        return [answer.result() for answer in [pool.submit(post) for _ in range(AT_ONCE)]]


def assert_one_effect(answers: list[Answered], happened: int) -> None:
    """One effect; everybody is told it, or that it is under way."""
    assert happened == 1
    told = [answer for answer in answers if answer.status < 300]
    assert {answer.status for answer in answers if answer not in told} <= {409}
    assert len({str(answer.body) for answer in told}) == 1
    assert len([one for one in told if "idempotency-replayed" not in one.headers]) == 1


app = APIGatewayHttpResolver()
toy = Routes(app)
breaks: dict[str, Callable[[], None]] = {}


def broken(place: str) -> None:
    """Whatever is to go wrong here, once."""
    breaks.pop(place, lambda: None)()


@toy.post("/v1/careful", allows={FINANCE, CLINIC_SYSTEM})
def careful(call: Call) -> Answer:
    """Commits its effect and its answer together, as every route does."""
    return effect(call, with_receipt=True)


@toy.post("/v1/careless", allows={FINANCE})
def careless(call: Call) -> Answer:
    """The control: commits its effect alone."""
    return effect(call, with_receipt=False)


def effect(call: Call, *, with_receipt: bool) -> Answer:
    """One thing created, unless something breaks before or after the commit."""
    thing = clock.randomness().hex()
    answer = Answer(201, {"thing": thing})
    broken("before")
    tables.commit(
        [Put("cases", {"pk": thing, "sk": "THING"})],
        events=[Event("thing.made", datetime.now(UTC), "tryg")],
        receipt=call.receipt(answer) if with_receipt else None,
    )
    broken("after")
    return answer


def crash() -> None:
    raise RuntimeError("the process is gone")


def busy() -> None:
    raise Unavailable("busy")


def make(route: str, key: str = "k") -> Answered:
    return ask(toy.handler, event("POST", f"/v1/{route}", by=staff("finance"), body={}, key=key))


SECRET = "whsec_" + "A" * 43 + "="


def by_clinic(
    message: dict[str, Any] | None = None, key: str | None = None
) -> tuple[Answered, dict[str, Any]]:
    """The answer to a clinic's signed message, a new one or that message again, and the message."""
    sealed = encrypt(SECRET, table="network", field="signingSecrets", clinic="cli_a")
    clinic = {"pk": "cli_a", "sk": "CLINIC", "signingSecrets": [{"sealed": sealed}]}
    tables.commit([Put("network", clinic, when=None)])
    message = message or signed("POST", "/v1/careful", clinic_id="cli_a", secret=SECRET, body={})
    headers = {**message["headers"], **({"idempotency-key": key} if key else {})}
    return ask(toy.handler, {**message, "headers": headers}), message
