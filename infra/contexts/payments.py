"""Payments: the approved amounts that wait for the payment file."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.MONEY


def add_functions(parts: Parts) -> None:
    """``payments`` only reads, and decrypts no account."""
    payments = parts.function("payments")
    grants.items(parts, payments, parts.tables.money, "list")
    grants.identify_members(parts, payments)
