"""Every event that is accepted has a reader, and every event that is offered has a sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from functions.clinic_systems.clinic_events.handler import TYPES

from helsebro.deadlines.clocks import EVENTS_TO_COME
from helsebro.events import NOT_SENT_YET, TO_CLINICS
from helsebro_aws.clinic_systems.event_body import DATA
from helsebro_aws.webhooks.sent_shape import SENT
from tests.infra.template import Template

ROOT = Path(__file__).parents[3]
SENDERS = [
    path
    for folder in ("layers/domain/python/helsebro", "layers/adapters/python/helsebro_aws", "functions")
    for path in (ROOT / folder).rglob("*.py")
    if path.name not in {"events.py", "sent_shape.py", "clinic_event_shape.py", "event_body.py"}
    and path.parent.name != "rows"
    and path.name not in {"clocks.py", "clock_row.py"}
]
"""The files that may send events: all but the tables that name events of others."""
READ_BY: Mapping[str, tuple[str, ...]] = {
    "slots.published": ("helsebro_aws.calendars.dynamo_calendar.DynamoCalendar.publish",),
    "slots.replaced": ("helsebro_aws.calendars.dynamo_calendar.DynamoCalendar.replace",),
    "slots.withdrawn": ("helsebro_aws.calendars.dynamo_calendar.DynamoCalendar.withdraw",),
    "session.held": ("helsebro_aws.bookings.booking_changes.BookingChanges.report",),
    "session.missed": ("helsebro_aws.bookings.booking_changes.BookingChanges.report",),
    "session.cancelled": ("helsebro_aws.bookings.booking_changes.BookingChanges.cancel",),
    "session.corrected": ("helsebro_aws.bookings.making.corrected_session.CorrectedSessions.store",),
    "client.contacted": ("helsebro.deadlines.rows.of_clinics",),
    "course.ended": ("helsebro.benefits.ledger.Ledger.end_course",),
    "extension.requested": ("helsebro_aws.decisions.proposals.Proposals.of_extension",),
    "client.referred-on": ("helsebro.tasks.follow_up.follow_up",),
    "clinic.changed": ("helsebro_aws.network.dynamo_clinics.DynamoClinics",),
    "practitioner.changed": ("helsebro_aws.network.dynamo_practitioners.DynamoPractitioners",),
}
"""Type of a clinic's event → the code that acts on what it says, beyond the report itself."""
COMPOSED = {
    **{
        f"{which}.{{made.status}}": {f"{which}.{state}" for state in ("given", "refused", "withdrawn")}
        for which in ("consent", "clinic-consent", "personal-consent")
    },
    "mandate.{what}": {"mandate.given", "mandate.revoked"},
    "deadline.{milestone}": {f"deadline.{name}" for name in ("warned", "missed", "reached", "escalated")},
}
"""The types that the code composes."""
COMES_WITH_FACTS = frozenset({"claim.facts-changed"})


def found(path: str) -> Any:
    """Returns what a dotted path names. Raises ``AttributeError`` when there is no such code."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        try:
            at = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            at = getattr(at, name)
        return at
    raise AttributeError(path)


def listened_to(template: Template) -> Iterator[str]:
    """Yields every type that a rule of our own bus sends to a queue or a workflow."""
    for rule in template.of_type("AWS::Events::Rule").values():
        pattern = rule.get("EventPattern", {})
        if pattern.get("source") == ["helsebro"]:
            yield from pattern.get("detail-type", [])


def unsent(types: set[str]) -> set[str]:
    """Returns the types that no code names, whole or in a part that is composed."""
    code = "\n".join(path.read_text("utf-8") for path in SENDERS)
    assert all(f'"{composed}"' in code for composed in COMPOSED)
    made = frozenset[str]().union(*COMPOSED.values())
    return {kind for kind in types - made if f'"{kind}"' not in code}


def test_every_event_that_a_clinic_may_send_is_acted_on() -> None:
    assert TYPES.keys() == DATA.keys() == READ_BY.keys()
    assert all(found(path) for paths in READ_BY.values() for path in paths)


def test_every_webhook_that_is_offered_is_sent_or_listed_as_not_sent_yet() -> None:
    assert unsent(set(TO_CLINICS)) == NOT_SENT_YET
    assert {kind for kind, (meaning, _) in SENT.items() if "Not sent yet" in meaning} == NOT_SENT_YET


def test_every_event_that_a_consumer_waits_for_is_sent_or_listed_as_not_sent_yet(template: Template) -> None:
    types = set(listened_to(template))
    assert {"claim.completed", "task.decided", "client.referred-on"} <= types
    assert unsent(types) - COMES_WITH_FACTS == NOT_SENT_YET | EVENTS_TO_COME


def test_control_a_type_that_no_code_sends_is_found() -> None:
    assert unsent({"claim.completed", "claim.complete"}) == {"claim.complete"}
