"""The calls of the matrix: for each route of clinics one call about a client, and the answer to each caller.

An answer is a status, or a status and what the body must show.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.builders.clinics import calendars
from tests.builders.clinics.matches import match
from tests.builders.network import begun, practitioner_body, slot_body, soon
from tests.functions.clinic_systems.clinic_users.world import CALLERS, World

Request = tuple[str, Any]
"""A path and a body."""


@dataclass(frozen=True)
class Row:
    """A route with its call, and the statuses for the callers in the order of ``CALLERS``.

    ``sees`` reads from the body what ``seen`` holds: for those who may see the client, and for a colleague of
    the same clinic and the callers in ``nothing_for``.
    """

    route: str
    request: Callable[[World], Request]
    statuses: tuple[int, ...]
    sees: Callable[[Any], Any] | None = None
    seen: tuple[Any, Any] = (None, None)
    media: str = ""
    nothing_for: tuple[str, ...] = ()

    def expected(self, caller: str) -> tuple[int, Any]:
        """Returns the status, and what the body shows, for a caller."""
        status = self.statuses[CALLERS.index(caller)]
        sees_nothing = caller in ("colleague", *self.nothing_for)
        return status, self.seen[sees_nothing] if self.sees and status < 300 else None


OWN = (200, 200, 200, 404, 404, 404)
"""Only those who may see the client."""
REPORT = (202, 202, 202, 404, 403, 403)
"""A report: only clinics may send one, and only about their own clients."""
RUNS = (200, 200, 403, 403, 404, 404)
"""What is about the whole clinic: its practitioners may not, and others do not see the clinic."""
TEAM = "/v1/clinics/<clinic_id>/practitioners"
ENDPOINTS = "/v1/clinics/<clinic_id>/webhook-endpoints"
ENDPOINT = f"{ENDPOINTS}/<endpoint_id>"


def _reports(type_: str, **data: Any) -> Callable[[World], Request]:
    """Returns the report about the booking or the guarantee, which ``data`` names by its field."""

    def request(world: World) -> Request:
        if type_ in ("session.held", "session.missed"):
            begun(world.booking_id)
        about = {"bookingId": world.booking_id, "guaranteeId": world.guarantee.guarantee_id}
        named = {name: about.get(name, text) for name, text in data.items()}
        return "/v1/clinic-events", world.report(type_, **named)

    return request


def _publish(world: World) -> Request:
    slots = [slot_body(soon(200))]
    return "/v1/clinic-events", world.report("slots.published", practitionerKey="anna", slots=slots)


def _decline(world: World) -> Request:
    assert match(world.guarantee, world.stage).status == 200
    return f"/v1/guarantees/{world.guarantee.guarantee_id}/match/decline", {"reason": "other"}


def _with_endpoint(path: str) -> Callable[[World], Request]:
    def request(world: World) -> Request:
        endpoint_id = world.endpoint()
        named = {"endpoint": endpoint_id, "delivery": world.delivery(endpoint_id)}
        return f"{world.clinic}/webhook-endpoints/{path.format(**named)}", None

    return request


def _calendar(world: World) -> Request:
    calendars.subscribe(world.stage)
    return f"{world.clinic}/practitioners/anna/calendar", None


def _items(body: Any) -> int:
    return len(body["items"])


REPORTS = "POST /v1/clinic-events"
ROWS = (
    Row("GET /v1/clinics/<clinic_id>", lambda w: (w.clinic, None), (200, 200, 200, 200, 404, 404)),
    Row(
        f"PUT {TEAM}/<key>",
        lambda w: (f"{w.clinic}/practitioners/anna", practitioner_body()),
        (200, 200, 200, 403, 404, 404),
    ),
    Row(f"GET {TEAM}", lambda w: (f"{w.clinic}/practitioners", None), (200, 200, 200, 200, 404, 404)),
    # The signatory ends the practitioner, and then there is nothing left to end.
    Row(
        f"DELETE {TEAM}/<key>",
        lambda w: (f"{w.clinic}/practitioners/anna", None),
        (204, 204, 403, 403, 404, 404),
    ),
    Row(
        f"PUT {TEAM}/<key>/calendar",
        lambda w: (f"{w.clinic}/practitioners/anna/calendar", calendars.body()),
        (200, 200, 200, 403, 404, 404),
    ),
    Row(f"GET {TEAM}/<key>/calendar", _calendar, (200, 200, 200, 403, 404, 404)),
    Row(f"DELETE {TEAM}/<key>/calendar", _calendar, (204, 204, 204, 403, 404, 404)),
    Row(
        f"POST {TEAM}/<key>/calendar-feed",
        lambda w: (f"{w.clinic}/practitioners/anna/calendar-feed", {}),
        (201, 201, 201, 403, 404, 404),
    ),
    Row(
        f"DELETE {TEAM}/<key>/calendar-feed",
        lambda w: (f"{w.clinic}/practitioners/anna/calendar-feed", None),
        (204, 204, 204, 403, 404, 404),
    ),
    Row("GET /v1/clinics/<clinic_id>/changes", lambda w: (f"{w.clinic}/changes", None), RUNS),
    Row("GET /v1/clinics/<clinic_id>/statement", lambda w: (f"{w.clinic}/statement", None), RUNS),
    Row(
        "GET /v1/clinics/<clinic_id>/guarantees",
        lambda w: (f"{w.clinic}/guarantees", None),
        (200, 200, 200, 200, 404, 404),
        _items,
        (1, 0),
    ),
    Row(
        "GET /v1/bookings",
        lambda w: (f"/v1/bookings?personId={w.guarantee.person_id}", None),
        (200, 200, 200, 200, 404, 404),
        _items,
        (1, 0),
    ),
    # Without a person it is a list of the caller's own bookings, of which a stranger has none.
    Row(
        "GET /v1/bookings",
        lambda _: ("/v1/bookings", None),
        (200, 200, 200, 200, 200, 200),
        _items,
        (1, 0),
        nothing_for=("elsewhere", "stranger"),
    ),
    Row(
        "GET /v1/bookings/<booking_id>",
        lambda w: (f"/v1/bookings/{w.booking_id}", None),
        OWN,
        lambda body: body["client"]["name"],
        ("Anna Holm", None),
    ),
    Row(
        "GET /v1/guarantees/<guarantee_id>",
        lambda w: (f"/v1/guarantees/{w.guarantee.guarantee_id}", None),
        OWN,
    ),
    # Those who may decline learn that a session is booked, which must be cancelled before.
    Row("POST /v1/guarantees/<guarantee_id>/match/decline", _decline, (409, 409, 409, 404, 403, 403)),
    Row("GET /v1/events", lambda _: ("/v1/events", None), (200, 200, 200, 200, 403, 403)),
    Row(REPORTS, _publish, (202, 202, 202, 422, 403, 403)),
    Row(REPORTS, _reports("client.contacted", bookingId="", by="phone"), REPORT),
    Row(REPORTS, _reports("client.contacted", guaranteeId="", by="phone"), REPORT),
    Row(REPORTS, _reports("session.held", bookingId=""), REPORT),
    Row(REPORTS, _reports("session.missed", bookingId=""), REPORT),
    Row(REPORTS, _reports("session.cancelled", bookingId="", by="clinic"), REPORT),
    Row(REPORTS, _reports("course.ended", guaranteeId=""), REPORT),
    Row(REPORTS, _reports("client.referred-on", guaranteeId="", to="gp"), REPORT),
    Row(REPORTS, _reports("clinic.changed", name="Klinik Syd"), (202, 202, 403, 403, 403, 403)),
    Row(
        REPORTS,
        _reports("practitioner.changed", practitionerKey="anna", insuranceClients=False),
        (202, 202, 202, 422, 403, 403),
    ),
    Row(
        f"POST {ENDPOINTS}",
        lambda w: (f"{w.clinic}/webhook-endpoints", {"url": "https://a.example/h", "events": ["*"]}),
        (201, 201, 403, 403, 404, 404),
    ),
    Row(f"GET {ENDPOINTS}", lambda w: (f"{w.clinic}/webhook-endpoints", None), RUNS),
    Row(f"POST {ENDPOINT}/rotate", _with_endpoint("{endpoint}/rotate"), RUNS),
    Row(f"POST {ENDPOINT}/test", _with_endpoint("{endpoint}/test"), (202, 202, 403, 403, 404, 404)),
    Row(f"GET {ENDPOINT}/deliveries", _with_endpoint("{endpoint}/deliveries"), RUNS),
    Row(
        f"POST {ENDPOINT}/deliveries/<delivery_id>/replay",
        _with_endpoint("{endpoint}/deliveries/{delivery}/replay"),
        (202, 202, 403, 403, 404, 404),
    ),
    Row(f"GET {ENDPOINTS}/deliveries", _with_endpoint("deliveries"), RUNS),
    Row(
        f"POST {ENDPOINTS}/deliveries/<delivery_id>/replay",
        _with_endpoint("deliveries/{delivery}/replay"),
        (202, 202, 403, 403, 404, 404),
    ),
    # The signatory deletes it, and then it is gone.
    Row(f"DELETE {ENDPOINT}", _with_endpoint("{endpoint}"), (404, 204, 403, 403, 404, 404)),
    # The signatory replaces the secret; the one that the system signs with rotates nothing any more.
    Row(
        "POST /v1/clinics/<clinic_id>/signing-secret/rotate",
        lambda w: (f"{w.clinic}/signing-secret/rotate", {}),
        (403, 200, 403, 403, 404, 404),
    ),
)
