"""The key of an act, by which the API does it once."""

from __future__ import annotations

import secrets


def new_key() -> str:
    """Returns a new ``Idempotency-Key``. Send the same one again when you repeat the act."""
    return secrets.token_hex(16)
