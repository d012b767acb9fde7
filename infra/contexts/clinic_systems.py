"""Clinic systems: the events that they send, and the feed of events that they read."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """Both functions verify the signature of each call."""
    events = parts.function("clinic_events")
    grants.identify_clinics(parts, events)
    grants.items(parts, events, parts.tables.cases, "get", "put", "update", "check")
    grants.items(parts, events, parts.tables.network, "get", "get-many", "query", "put", "update", "delete")
    grants.ledgers(parts, events, "query", "put", "update")
    grants.store_events(parts, events)
    grants.keep_answers(parts, events)

    feed = parts.function("clinic_feed")
    grants.identify_clinics(parts, feed)
    grants.items(parts, feed, parts.tables.outbox, "get")
    grants.feeds(parts, feed, "get", "query")
