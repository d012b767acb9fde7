"""Promise 15: each read of staff, in each of their roles that may read it; every answer is judged."""

from __future__ import annotations

import pytest

from helsebro.caller import FINANCE, QUALITY, STAFF
from tests.builders.calls import ask, event
from tests.promises.exposure.read_world import QUEUES, reads, token
from tests.promises.idempotent_routes import all_routes

HANDED_OVER = {
    (route, right)
    for route in ("GET /v1/enquiries/<enquiry_id>/messages", "GET /v1/claims/<claim_id>/messages")
    for right in (FINANCE, QUALITY)
}
"""What these roles read only once a caseworker has handed it over; the tests of messages see that."""


@pytest.mark.usefixtures("aws")
def test_each_role_of_staff_reads_what_it_may() -> None:
    addresses, wrong = reads(), []
    for route, handler in all_routes():
        for right in sorted(route.allows & STAFF, key=lambda right: right.value):
            if route.name in addresses and (route.name, right) not in HANDED_OVER:
                address = addresses[route.name].format(queue=QUEUES.get(right.value, "onboarding"))
                answer = ask(handler, event("GET", address, by=token(right.value)))
                wrong += (
                    [] if answer.status == 200 else [(route.name, right.value, answer.status, answer.body)]
                )
    assert not wrong, wrong
