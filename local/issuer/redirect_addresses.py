"""Redirect addresses: where a local issuer sends a user back to after the login, and where not."""

from __future__ import annotations

from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
"""Any port and path of it: a program takes the port that is free (RFC 8252, section 7.3)."""
CALLBACK = "http://localhost:3000/callback"


def is_registered(address: str, portal_origins: tuple[str, ...]) -> bool:
    """Returns whether the issuer sends a user back to this address."""
    if not address.isascii() or not address.isprintable() or "#" in address or "\\" in address:
        return False
    try:
        found = urlsplit(address)
        port = found.port
    except ValueError:
        return False
    if found.username is not None or found.scheme != "http":
        return False
    is_of_portal = f"{found.scheme}://{found.netloc}" in portal_origins
    return address == CALLBACK or is_of_portal or (found.hostname == LOOPBACK and port != 0)


def registered(portal_origins: tuple[str, ...]) -> list[str]:
    """Returns the addresses as they are shown to a developer; ``*`` stands for any port or path."""
    others = [origin for origin in portal_origins if urlsplit(origin).hostname != LOOPBACK]
    return [CALLBACK, f"http://{LOOPBACK}:*", *(f"{origin}/*" for origin in others)]
