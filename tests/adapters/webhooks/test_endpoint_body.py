"""Every fault of an endpoint at once: of the address, and of each type that it subscribes to."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro_aws.http.bodies import parse
from helsebro_aws.webhooks.endpoint_body import NewEndpointShape

GOOD = "https://hooks.klinik.dk/helsebro"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"url": 1, "events": ["zzz"]}, {("/url", "not-a-string"), ("/events/0", "unknown-event-type")}),
        ({"events": ["zzz"]}, {("/url", "missing"), ("/events/0", "unknown-event-type")}),
        ({"url": "ftp://x.dk", "events": 7}, {("/url", "address-scheme"), ("/events", "not-an-array")}),
        (
            {"url": "ftp://x.dk", "events": [1, "booking.created", "zzz"], "x": 1},
            {
                ("/url", "address-scheme"),
                ("/events/0", "not-a-string"),
                ("/events/2", "unknown-event-type"),
                ("/x", "unknown-field"),
            },
        ),
        ({"url": "", "events": []}, {("/url", "too-short"), ("/events", "no-event-types")}),
        ({"url": GOOD, "events": [["*"]]}, {("/events/0", "not-a-string")}),
    ],
)
def test_every_fault_is_reported_at_once(body: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    with pytest.raises(BadInput) as bad:
        parse(NewEndpointShape, body)
    assert {(fault.pointer, fault.code) for fault in bad.value.faults} == expected
    assert len(bad.value.faults) == len(expected)


@pytest.mark.parametrize(
    ("events", "expected"), [({}, ("*",)), ({"events": ["contact.due"]}, ("contact.due",))]
)
def test_a_valid_endpoint_subscribes_to_the_types_it_names_or_to_all(
    events: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert parse(NewEndpointShape, {"url": GOOD, **events}).subscription().listens_to == expected
