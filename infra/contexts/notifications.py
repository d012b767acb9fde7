"""Notifications: where people are reached, and what they want to be told."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.PLATFORM


def add_functions(parts: Parts) -> None:
    """Everything of this context."""
    _add_contacts(parts)


def _add_contacts(parts: Parts) -> None:
    """``contacts`` and ``preferences`` need a login, ``unsubscribe`` the link of an e-mail."""
    contacts = parts.function("contacts", "mail")
    grants.identify_members(parts, contacts)
    grants.items(parts, contacts, parts.tables.people, "get", "get-many", "query", "put")
    grants.store_events(parts, contacts)

    preferences = parts.function("preferences")
    grants.identify_members(parts, preferences)
    grants.items(parts, preferences, parts.tables.people, "get", "get-many", "query", "put")
    grants.store_events(parts, preferences)

    unsubscribe = parts.function("unsubscribe")
    grants.items(parts, unsubscribe, parts.tables.people, "get", "get-many", "query", "put")
    grants.store_events(parts, unsubscribe)
    grants.decrypt_field(parts, unsubscribe, grants.UNSUBSCRIBE)
