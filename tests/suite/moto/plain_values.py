"""Values as moto holds them, for JSON."""

from __future__ import annotations

from base64 import b64encode
from typing import Any


def plain(value: Any) -> Any:
    """Returns a value of an answer with its bytes as text, as DynamoDB sends them."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return b64encode(value).decode() if isinstance(value, bytes) else value
