"""The courier under a clock that the test moves (promise 11): schedules, outages, duplicates and crashes."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from helsebro.ids import ClinicId
from helsebro.signing.secret import WebhookSecret
from helsebro.signing.signature import verify
from helsebro.webhooks.delivery import Delivery, Response
from helsebro.webhooks.endpoint import Subscription, WebhookEndpoint
from helsebro_aws.webhooks.courier import Courier
from tests.builders.events.webhooks import Clock, DeliveriesInMemory, EndpointsInMemory, Receiver, WaitingRoom

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRET = WebhookSecret(b"s" * 32)
DOWN = Response(None, fault="unreachable")
SCHEDULE = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
EVENT = {
    "eventId": "evt_a",
    "type": "booking.created",
    "at": NOW.isoformat(),
    "payer": "tryg",
    "clinicId": "cli_a",
    "data": {"bookingId": "bkg_a"},
}


def endpoint(name: str = "whe_a", *types: str) -> WebhookEndpoint:
    asked = Subscription(f"https://{name.replace('_', '-')}.example/hooks", types or ("*",))
    return asked.endpoint(name, ClinicId("cli_a"), SECRET, NOW)


@dataclass
class World:
    """A clinic's endpoints, a receiver and the time."""

    receiver: Receiver = field(default_factory=Receiver)
    endpoints: EndpointsInMemory = field(default_factory=EndpointsInMemory)
    deliveries: DeliveriesInMemory = field(default_factory=DeliveriesInMemory)
    waiting: WaitingRoom = field(default_factory=WaitingRoom)
    clock: Clock = field(default_factory=lambda: Clock(NOW))
    jitter: float = 0.0

    @property
    def courier(self) -> Courier:
        return Courier(
            self.endpoints,
            self.deliveries,
            self.waiting,
            self.receiver.post,
            now=self.clock.now,
            draw=lambda: self.jitter,
        )

    def take(self, message: dict[str, Any]) -> None:
        for delivery in self.courier.due(message):
            self.courier.attempt(delivery)

    def run_until(self, at: datetime) -> None:
        """Takes every message that the waiting room shows before ``at``."""
        while self.waiting.messages and self.waiting.messages[0][0] <= at:
            shown_at, _, message = heapq.heappop(self.waiting.messages)
            self.clock.at = max(self.clock.at, shown_at)
            self.take(message)
        self.clock.at = at

    @property
    def only(self) -> Delivery:
        [delivery] = self.deliveries.kept.values()
        return delivery


def a_world(*endpoints: WebhookEndpoint, answer: Response | None = None) -> World:
    world = World()
    for one in endpoints or (endpoint(),):
        world.endpoints.put(one)
    world.receiver.answer = answer or Response(204)
    return world


def test_an_event_reaches_every_endpoint_that_subscribes_to_it_with_its_own_signature() -> None:
    wanting, other = endpoint("whe_a", "booking.created"), endpoint("whe_b", "booking.cancelled")
    world = a_world(wanting, other, endpoint("whe_c"))
    world.take(EVENT)
    assert sorted(url for url, _, _ in world.receiver.got) == [
        "https://whe-a.example/hooks",
        "https://whe-c.example/hooks",
    ]
    for _, headers, body in world.receiver.got:
        assert verify(headers, body, [SECRET], NOW).message_id == "evt_a"


def test_an_event_that_comes_again_is_sent_once() -> None:
    world = a_world()
    for _ in range(3):
        world.take(EVENT)
    assert len(world.receiver.got) == 1


@pytest.mark.parametrize("jitter", [-1.0, 0.0, 1.0])
def test_a_dead_receiver_gets_ten_attempts_on_the_schedule_and_each_is_logged(jitter: float) -> None:
    world = a_world(answer=DOWN)
    world.jitter = jitter
    world.take(EVENT)
    world.run_until(NOW + timedelta(days=6))
    waits = [later.at - earlier.at for earlier, later in pairwise(world.only.attempts)]
    assert [wait.total_seconds() for wait in waits] == pytest.approx(
        [seconds * (1 + jitter / 10) for seconds in SCHEDULE]
    )
    assert (world.only.state, len(world.receiver.got)) == ("exhausted", 10)


def test_a_receiver_that_was_down_for_seventy_hours_still_gets_the_event_once() -> None:
    world = a_world(answer=DOWN)
    world.take(EVENT)
    world.run_until(NOW + timedelta(hours=70))
    failed = len(world.receiver.got)
    world.receiver.answer = Response(200)
    world.run_until(NOW + timedelta(days=6))
    assert (world.only.state, len(world.receiver.got) - failed) == ("delivered", 1)
    assert world.endpoints.get("cli_a", "whe_a").failing_since is None


def test_the_answer_gone_disables_the_endpoint_and_nothing_more_is_sent() -> None:
    world = a_world(answer=Response(410))
    world.take(EVENT)
    world.take({**EVENT, "eventId": "evt_b"})
    assert len(world.receiver.got) == 1
    assert (world.only.state, world.endpoints.disabled) == ("cancelled", ["whe_a"])


def test_five_days_without_success_disable_the_endpoint_and_notify_once() -> None:
    world = a_world(answer=DOWN)
    for day in range(7):
        world.run_until(NOW + timedelta(days=day))
        world.take({**EVENT, "eventId": f"evt_{day}", "at": world.clock.at.isoformat()})
    world.run_until(NOW + timedelta(days=9))
    gone = world.endpoints.get("cli_a", "whe_a")
    assert gone.disabled_at is not None
    assert timedelta(days=5) <= gone.disabled_at - NOW < timedelta(days=6)
    assert world.endpoints.disabled == ["whe_a"]
    assert {delivery.state for delivery in world.deliveries.kept.values()} <= {"cancelled", "exhausted"}


def test_a_receiver_that_fails_now_and_then_gets_everything_and_stays_enabled() -> None:
    world = a_world()
    for hour in range(150):
        world.receiver.answer = DOWN if hour % 3 else Response(204)
        world.run_until(NOW + timedelta(hours=hour))
        world.take({**EVENT, "eventId": f"evt_{hour}", "at": world.clock.at.isoformat()})
    world.receiver.answer = Response(204)
    world.run_until(NOW + timedelta(hours=300))
    assert {delivery.state for delivery in world.deliveries.kept.values()} == {"delivered"}
    assert world.endpoints.get("cli_a", "whe_a").enabled


def test_a_wait_that_the_receiver_asks_for_is_kept() -> None:
    world = a_world(answer=Response(429, timedelta(hours=1)))
    world.take(EVENT)
    world.run_until(NOW + timedelta(minutes=59))
    assert len(world.receiver.got) == 1
    world.run_until(NOW + timedelta(minutes=61))
    assert len(world.receiver.got) == 2


class Killed(Exception):
    """The function was killed."""


class KilledIn:
    """A part whose ``method`` kills the function on its first call."""

    def __init__(self, part: Any, method: str) -> None:
        self.part, self.method = part, method

    def __getattr__(self, name: str) -> Any:
        if name != self.method:
            return getattr(self.part, name)
        self.method = ""
        raise Killed


@pytest.mark.parametrize("method", ["note", "send", "save"])
def test_a_crash_in_the_middle_of_an_attempt_loses_nothing(method: str) -> None:
    """The queue sends the message again; the attempt is made again and logged once."""
    world = a_world(answer=DOWN)
    name = {"note": "endpoints", "send": "waiting", "save": "deliveries"}[method]
    killing: dict[str, Any] = {name: KilledIn(getattr(world.courier, name), method)}
    mortal = replace(world.courier, **killing)
    [delivery] = mortal.due(EVENT)
    with pytest.raises(Killed):
        mortal.attempt(delivery)
    world.receiver.answer = Response(204)
    world.take(EVENT)
    world.run_until(NOW + timedelta(days=6))
    assert (world.only.state, len(world.only.attempts)) == ("delivered", 1)
    assert len(world.receiver.got) == 2


def test_a_duplicate_message_causes_no_second_attempt() -> None:
    world = a_world(answer=DOWN)
    for _ in range(2):
        world.take(EVENT)
    while world.waiting.messages:
        shown_at, _, message = heapq.heappop(world.waiting.messages)
        world.clock.at = max(world.clock.at, shown_at)
        early = datetime.fromisoformat(message["dueAt"]) > world.clock.at
        for _ in range(1 if early else 2):  # a round of waiting that is doubled is only waited twice
            world.take(message)
    assert len(world.receiver.got) == len(world.only.attempts) == 10


def test_two_couriers_with_the_same_message_log_one_attempt() -> None:
    world = a_world(answer=DOWN)
    [first], [second] = world.courier.due(EVENT), world.courier.due(EVENT)
    for delivery in (first, second):
        world.courier.attempt(delivery)
    assert len(world.only.attempts) == 1


def test_pending_deliveries_to_a_deleted_or_disabled_endpoint_are_cancelled() -> None:
    for gone in (True, False):
        world = a_world(answer=DOWN)
        world.take(EVENT)
        if gone:
            world.endpoints.kept.clear()
        else:
            world.endpoints.put(replace(endpoint(), disabled_at=NOW))
        world.run_until(NOW + timedelta(hours=1))
        assert (world.only.state, len(world.receiver.got)) == ("cancelled", 1)


def test_a_test_and_a_replay_are_sent_when_they_are_requested() -> None:
    world = a_world()
    world.take(EVENT)
    first = world.only
    asked = [first.again("dlv_again", NOW), endpoint().test("evt_test", NOW)]
    for delivery in asked:
        world.deliveries.begin(delivery)
        requested = {"type": "webhook.requested", "data": {"deliveryId": delivery.delivery_id}}
        for _ in range(2):
            world.take({**EVENT, "eventId": "evt_request", **requested})
    ids = [headers["webhook-id"] for _, headers, _ in world.receiver.got]
    assert ids == ["evt_a", "evt_a", "evt_test"]
    assert world.deliveries.get("cli_a", "dlv_again").replay_of == first.delivery_id


def test_the_receiver_sees_both_signatures_while_a_secret_is_rotated_out() -> None:
    new = WebhookSecret(b"n" * 32)
    world = a_world(endpoint().rotated(new, NOW))
    world.take(EVENT)
    [(_, headers, body)] = world.receiver.got
    assert all(verify(headers, body, [secret], NOW) for secret in (SECRET, new))
    assert len(headers["webhook-signature"].split(" ")) == 2
