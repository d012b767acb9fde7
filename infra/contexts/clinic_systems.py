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
    grants.read(parts, events, parts.tables.cases, parts.tables.network)
    grants.commit(parts, events, parts.tables.cases, parts.tables.network)
    grants.update_benefits(parts, events)

    feed = parts.function("clinic_feed")
    grants.identify_clinics(parts, feed)
    feed.may(["dynamodb:GetItem"], [parts.tables.outbox.table_arn])
    feeds = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["*#events"]}}
    feed.may(["dynamodb:GetItem", "dynamodb:Query"], [parts.tables.network.table_arn], **feeds)
