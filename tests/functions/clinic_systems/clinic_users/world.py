"""A clinic with two practitioners, a client of one of them, and everyone who might call about the client."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.webhooks.delivery import Delivery
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.identity import pseudonym
from helsebro_aws.platform import clock
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from tests.builders.calls import Answered, ask, signed
from tests.builders.clinics.users import (
    COLLEAGUE,
    ELSEWHERE,
    SIGNATORY,
    STRANGER,
    TREATS,
    SignedIn,
    bind,
)
from tests.builders.network import SECRET, Stage, book, guarantee_of, set_practitioner, staged
from tests.builders.policies import insured_of, payer_of, policy_of

CALLERS = ("system", "signatory", "treats", "colleague", "elsewhere", "stranger")
"""Who calls. ``treats`` is the practitioner of the client, ``colleague`` another one of the same clinic."""


@dataclass(frozen=True)
class World:
    """The clinic, its client's guarantee and booking, and the handlers by route."""

    stage: Stage
    guarantee: Guarantee
    booking_id: str
    handlers: Mapping[str, Callable[[Any, Any], Any]]

    @property
    def clinic(self) -> str:
        """The path of the clinic."""
        return f"/v1/clinics/{self.stage.clinic_id}"

    def answer(self, caller: str, route: str, path: str, body: Any = None, media: str = "") -> Answered:
        """Returns the answer to a call; every caller but the system names the clinic in a header."""
        method = route.split()[0]
        headers = {"content-type": media} if media else {}
        if caller == "system":
            call = signed(method, path, clinic_id=self.stage.clinic_id, secret=SECRET, body=body)
            call["headers"] |= headers
        else:
            person = SignedIn(PEOPLE[caller], self.stage.clinic_id)
            claims = {"auth_time": time.time()}
            call = person.call(method, path, body, headers=headers, claims=claims)
        return ask(self.handlers[route], call)

    def report(self, type_: str, **data: Any) -> dict[str, Any]:
        """Returns the body of a report of the clinic."""
        return {"type": type_, "timestamp": instant(clock.now()), "data": data}

    def endpoint(self) -> str:
        """Returns the id of a new webhook endpoint of the clinic."""
        path = f"{self.clinic}/webhook-endpoints"
        body = {"url": "https://clinic.example/hooks", "events": ["*"]}
        made = self.answer("system", "POST /v1/clinics/<clinic_id>/webhook-endpoints", path, body)
        return str(made.body["endpointId"])

    def delivery(self, endpoint_id: str) -> str:
        """Returns the id of a delivery to an endpoint."""
        told = {
            "eventId": "evt_a",
            "type": "booking.created",
            "at": datetime.now(UTC).isoformat(),
            "clinicId": self.stage.clinic_id,
            "data": {"bookingId": self.booking_id},
        }
        return str(DynamoDeliveries().begin(Delivery.of(told, endpoint_id, datetime.now(UTC))).delivery_id)


PEOPLE = {
    "signatory": SIGNATORY,
    "treats": TREATS,
    "colleague": COLLEAGUE,
    "elsewhere": ELSEWHERE,
    "stranger": STRANGER,
}


def world(handlers: Mapping[str, Callable[[Any, Any], Any]]) -> World:
    """Stores it all."""
    stage = staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})
    colleague = set_practitioner(stage.clinic_id, "bo", name="Bo Holm").body["practitionerId"]
    other = staged("other")
    bind(stage.clinic_id, SIGNATORY)
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    bind(stage.clinic_id, COLLEAGUE, colleague)
    bind(other.clinic_id, ELSEWHERE)
    payer_of()
    insured_of(policy_of())
    guarantee = guarantee_of()
    booked = book(guarantee, stage.free_slot())
    assert booked.status == 201, json.dumps(booked.body)
    return World(stage, guarantee, booked.body["bookingId"], handlers)
