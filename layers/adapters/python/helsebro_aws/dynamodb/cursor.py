"""The cursor of a list: opaque text for the caller, the last key for DynamoDB.

The partition is never in it: it comes from the caller's own query, so that a made-up cursor cannot leave it.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from helsebro.errors import BadInput, Fault

REST_OF_KEY = {"pk": {"sk"}, "listPk": {"listSk", "pk", "sk"}}
"""What a cursor holds beside the partition: in a table's own list, and in a listing."""


def write(last_key: dict[str, Any], partition: str) -> str:
    """The cursor that continues after ``last_key``."""
    rest = {name: value for name, value in last_key.items() if name != partition}
    return urlsafe_b64encode(json.dumps(rest, sort_keys=True).encode()).decode().rstrip("=")


def read(cursor: str, partition: str, value: str) -> dict[str, Any]:
    """The key to continue after. Raises ``BadInput`` (400) for anything ``write`` did not make."""
    try:
        rest = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        json.dumps(rest, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        rest = None
    whole = isinstance(rest, dict) and set(rest) == REST_OF_KEY[partition]
    if not whole or not all(isinstance(part, str) and part for part in rest.values()):
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return {**rest, partition: value}
