"""Tariffs: what a session costs under each payer."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """Only ``tariffs`` writes them; decisions and invoices read them."""
    tariffs = parts.function("tariffs")
    grants.identify_members(parts, tariffs)
    grants.tariffs(parts, tariffs, "get", "query", "put")
    grants.payers(parts, tariffs, "get")
    grants.store_events(parts, tariffs)
