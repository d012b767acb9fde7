"""Who is calling: the authorizer of the routes that members and staff both reach."""

from __future__ import annotations

from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """``authorize`` reads the issuers' public keys over HTTPS and nothing of ours."""
    parts.function("authorize")
