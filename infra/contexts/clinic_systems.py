"""Clinic systems: the events that they send, the feed that they read, and calendars instead of a system."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions
from infra.platform.protection import encrypted_fields

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """The first two functions identify the clinic that calls: its system, or a person of it."""
    events = parts.function("clinic_events")
    grants.identify_members(parts, events)
    grants.identify_clinics(parts, events)
    grants.find_own_clinics(parts, events)
    grants.items(parts, events, parts.tables.cases, "get", "query", "put", "update", "check")
    grants.practitioners(parts, events, "get", "get-many", "query", "put", "update")
    grants.clinics(parts, events, "get", "put", "update")
    grants.clinic_traces(parts, events, "put", "delete")
    grants.ledgers(parts, events, "query", "put", "update")
    grants.money(parts, events, partitions.MONEY_LEDGERS, "put")
    grants.store_events(parts, events)
    grants.keep_answers(parts, events)

    feed = parts.function("clinic_feed")
    grants.identify_members(parts, feed)
    grants.identify_clinics(parts, feed)
    grants.find_own_clinics(parts, feed)
    grants.items(parts, feed, parts.tables.outbox, "get")
    grants.feeds(parts, feed, "get", "query")
    # Whose guarantee an event is about, for a practitioner.
    grants.items(parts, feed, parts.tables.cases, "get-many")

    _add_calendars(parts)


def _add_calendars(parts: Parts) -> None:
    """A clinic without a system names a calendar, which is read by the clock.

    A calendar takes 10 seconds at most to fetch, and some to read.
    """
    subscriptions = parts.function("calendar_subscriptions")
    grants.identify_members(parts, subscriptions)
    grants.identify_clinics(parts, subscriptions)
    grants.clinics(parts, subscriptions, "get")
    grants.practitioners(parts, subscriptions, "get", "put", "delete")
    grants.encrypt_field(parts, subscriptions, encrypted_fields.CALENDAR_ADDRESS)

    read = parts.function("read_calendars", "calendar", timeout=Duration.minutes(10), memory=1024)
    consumers.every(parts, read, consumers.EVERY_QUARTER)
    grants.items(parts, read, parts.tables.network, "list")
    grants.practitioners(parts, read, "get", "get-many", "query", "put", "update", "delete")
    grants.clinics(parts, read, "get", "update")
    grants.clinic_tasks(parts, read, "put")
    grants.store_events(parts, read)
    grants.decrypt_field(parts, read, encrypted_fields.CALENDAR_ADDRESS)
