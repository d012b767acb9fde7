"""Promise 2: a lost reply never loses or doubles a booking, and its owner is never refused.

DynamoDB stores a transaction and the connection breaks before the reply: for ``N`` holds, ``N`` bookings and
``N`` moves (10 each; 200 for a release). Every write of the product is a transaction, so these three stand
for its puts, updates and checks. The core sends the transaction again with the same token; where that is in
vain, the member sends the request again under the same key. The control sends it under another key.

The same holds on an endpoint that forgets tokens, as the embedded stack's does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from functions.bookings.bookings.handler import route

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.routes import _answer
from helsebro_aws.http.tracing.request_line import RequestLine
from helsebro_aws.platform import rust_core
from helsebro_aws.platform.rust_core import core
from tests.builders.calls import event, member
from tests.builders.claims import outbox_rows
from tests.builders.network import MOST_AT_ONCE, guarantees_of, slot_body, soon, staged, stored
from tests.promises.lost_replies.lossy_endpoint import LossyEndpoint, lossy, remembered_tokens
from tests.suite.moto.moto_state import empty_tables
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
N = size(10, 200, "N")
THREADS = 16
REPEATS = N + 1
"""How often a member sends one request at most: each of them may lose a reply, and ``N`` replies are lost."""
NOTHING: Mapping[str, str] = MappingProxyType({})
ATTEMPTS = rust_core.ON_THE_STACK["max_retries"]
ROUTES = {found.name: found for found in route.declared}
AT_MOST = 80
"""Slots a message may publish, in one calendar."""


@dataclass(frozen=True)
class Owner:
    """A member with a guarantee, and two free slots of their own."""

    cpr: str
    guarantee: Guarantee
    slots: tuple[SlotId, SlotId]


@pytest.fixture(scope="module")
def endpoint(aws_endpoint: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LossyEndpoint]:
    log: Path = tmp_path_factory.mktemp("lossy") / "endpoint.log"
    with lossy(aws_endpoint, log) as running:
        yield running


@pytest.fixture
def through(endpoint: LossyEndpoint, aws: dict[str, Any]) -> Iterator[LossyEndpoint]:
    """The tables of the functions are behind the endpoint that loses replies."""
    assert aws
    usual = tables.client
    tables.client = core.DynamoDBClient(
        region="eu-north-1", endpoint_url=endpoint.url, **rust_core.ON_THE_STACK
    )
    yield endpoint
    endpoint.lose_replies(0)
    tables.client = usual
    empty_tables("cases", "network", "outbox", "idempotency")


def owners(count: int) -> list[Owner]:
    """Returns members who each have two free slots of one practitioner."""
    stage, slots = staged(), []
    bodies = [slot_body(soon(72 + place)) for place in range(2 * count)]
    for start in range(0, len(bodies), AT_MOST):
        answer = stage.publish(*bodies[start : start + AT_MOST])
        assert answer.status == 202, answer.body
        slots += [SlotId(slot["slotId"]) for slot in answer.body["published"]]
    cprs = [f"{1 + place // 10_000:02}0180{place % 10_000:04}" for place in range(count)]
    made = [
        each
        for start in range(0, count, MOST_AT_ONCE)
        for each in guarantees_of(cprs[start : start + MOST_AT_ONCE])
    ]
    pairs = zip(slots[:count], slots[count:], strict=True)
    return [Owner(cpr, each, pair) for cpr, each, pair in zip(cprs, made, pairs, strict=True)]


def post(
    owner: Owner,
    path: str,
    body: dict[str, Any],
    key: Callable[[int], str],
    named: Mapping[str, str] = NOTHING,
) -> Any:
    """Returns the first answer that is no 503, to a request sent up to ``REPEATS`` times under ``key``."""
    found = ROUTES["POST /v1/bookings/<booking_id>/reschedule" if named else f"POST {path}"]
    for attempt in range(REPEATS):
        call = event("POST", path, by=member(owner.cpr), body=body, key=key(attempt))
        answer = _answer(call, found, named, RequestLine(call))
        if answer.status != 503:
            return answer
    return answer


def same_key(owner: Owner, act: str, attempt: int) -> str:
    """Returns one key for all attempts."""
    assert attempt < REPEATS
    return f"{act}-{owner.guarantee.guarantee_id}"


def new_key(owner: Owner, act: str, attempt: int) -> str:
    """Returns another key for each attempt."""
    return f"{act}-{owner.guarantee.guarantee_id}-{attempt}"


Keys = Callable[[Owner, str, int], str]


def hold(keys: Keys, owner: Owner) -> Any:
    """Holds the owner's first slot."""
    body = {"guaranteeId": owner.guarantee.guarantee_id, "slotId": owner.slots[0]}
    return post(owner, "/v1/holds", body, partial(keys, owner, "hold"))


def book(keys: Keys, owner: Owner) -> Any:
    """Books the owner's first slot."""
    body = {"guaranteeId": owner.guarantee.guarantee_id, "slotId": owner.slots[0], "service": "first"}
    return post(owner, "/v1/bookings", body, partial(keys, owner, "book"))


def move(keys: Keys, owner: Owner, booking_id: str) -> Any:
    """Moves a booking to the owner's second slot."""
    path = f"/v1/bookings/{booking_id}/reschedule"
    named = {"booking_id": booking_id}
    return post(owner, path, {"slotId": owner.slots[1]}, partial(keys, owner, "move"), named)


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Returns the answers to acts of several members at once."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda act: act(), acts))


def statuses(answers: list[Any]) -> Counter[int]:
    """Returns how many answers there are of each status."""
    return Counter(answer.status for answer in answers)


@pytest.fixture(params=["remembered", "forgotten"])
def tokens(request: pytest.FixtureRequest) -> Iterator[None]:
    """DynamoDB remembers the token of a transaction; the embedded stack's endpoint forgets it."""
    with remembered_tokens() if request.param == "remembered" else nullcontext():
        yield


@pytest.mark.usefixtures("tokens")
def test_lost_replies_double_no_booking_and_refuse_no_owner(
    through: LossyEndpoint, aws: dict[str, Any]
) -> None:
    members, lost = owners(N), through.lost()
    through.lose_replies(N)
    assert statuses(at_once([partial(hold, same_key, owner) for owner in members])) == {201: N}
    through.lose_replies(N)
    booked = at_once([partial(book, same_key, owner) for owner in members])
    assert statuses(booked) == {201: N}
    ids = [answer.body["bookingId"] for answer in booked]
    through.lose_replies(N)
    pairs = zip(members, ids, strict=True)
    moved = at_once([partial(move, same_key, owner, booking) for owner, booking in pairs])
    assert statuses(moved) == {200: N}

    assert through.lost() - lost == 3 * N
    assert len(set(ids)) == N
    assert [answer.body["slotId"] for answer in moved] == [owner.slots[1] for owner in members]
    assert [len(outbox_rows(aws, kind)) for kind in ("booking.created", "booking.rescheduled")] == [N, N]
    assert {stored(owner.guarantee)["sessionsBooked"] for owner in members} == {1}


def test_control_under_another_key_an_owner_is_refused_the_own_booking(through: LossyEndpoint) -> None:
    """Every attempt of the core is lost, so that the member has to send the request again."""
    owner = owners(1)[0]
    through.lose_replies(ATTEMPTS)
    assert book(new_key, owner).status == 409
