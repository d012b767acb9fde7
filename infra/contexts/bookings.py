"""Bookings: a slot taken under a guarantee."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """``bookings`` decrypts a CPR number for the system of the clinic that treats (F2-08)."""
    cases, people, network = parts.tables.cases, parts.tables.people, parts.tables.network

    bookings = parts.function("bookings")
    grants.identify_members(parts, bookings)
    grants.identify_clinics(parts, bookings)
    grants.items(parts, bookings, cases, "get", "get-many", "list", "put", "update", "check")
    grants.items(parts, bookings, people, "query")
    grants.payers(parts, bookings, "get")
    grants.items(parts, bookings, network, "get-many", "query", "update")
    grants.clinics(parts, bookings, "check")
    grants.store_events(parts, bookings)
    grants.keep_answers(parts, bookings)
    grants.decrypt_field(parts, bookings, grants.NUMBER)
