"""The network of clinics and what is booked there: practitioners, their slots, sessions."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """``bookings`` alone opens a CPR number: for the system of the clinic that treats (F2-08)."""
    cases, people, network = parts.tables.cases, parts.tables.people, parts.tables.network

    clinics = parts.function("clinics")
    grants.know_members(parts, clinics)
    grants.know_clinics(parts, clinics)
    grants.read(parts, clinics, network)

    practitioners = parts.function("practitioners")
    grants.know_members(parts, practitioners)
    grants.know_clinics(parts, practitioners)
    grants.read(parts, practitioners, network)
    grants.commit(parts, practitioners, network)

    bookings = parts.function("bookings")
    grants.know_members(parts, bookings)
    grants.know_clinics(parts, bookings)
    grants.read(parts, bookings, cases, people, network)
    grants.commit(parts, bookings, cases, network)
    grants.open_field(parts, bookings, grants.NUMBER)

    events = parts.function("clinic_events")
    grants.know_clinics(parts, events)
    grants.read(parts, events, cases, network)
    grants.commit(parts, events, cases, network)
    grants.keep_benefits(parts, events)
