"""Masked address: enough of an address for a caseworker to recognise it, and not enough to use it."""

from __future__ import annotations

from helsebro.notifications.channel import Channel


def masked(address: str, channel: Channel) -> str:
    """Returns ``a…@example.org``, ``+45…33`` or ``2100 København Ø``; nothing for digital post."""
    match channel:
        case "email":
            name, at, host = address.rpartition("@")
            return f"{name[:1]}…{at}{host}" if at else ""
        case "sms":
            return f"{address[:3]}…{address[-2:]}" if address else ""
        case "letter":
            parts = address.split(", ")
            return parts[-2] if len(parts) > 2 else ""
        case "digital-post":
            return ""
