"""The cursor of a list: opaque text for the caller, the last key for DynamoDB.

It never holds the partition, which comes from the caller's own query: a forged cursor cannot leave it.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from helsebro.errors import BadInput, Fault

REST_OF_KEY = {"pk": {"sk"}, "listPk": {"listSk", "pk", "sk"}}
"""The names in a cursor, by the name of the partition key: of the table itself, and of its listing index."""


def write(last_key: dict[str, Any], partition: str) -> str:
    """Returns the cursor that continues after ``last_key``."""
    rest = {name: value for name, value in last_key.items() if name != partition}
    return urlsafe_b64encode(json.dumps(rest, sort_keys=True).encode()).decode().rstrip("=")


def read(cursor: str, partition: str, value: str) -> dict[str, Any]:
    """Returns the key to continue after. Raises ``BadInput`` (400) when ``write`` did not make the cursor."""
    try:
        rest = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        json.dumps(rest, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        rest = None
    is_complete = isinstance(rest, dict) and set(rest) == REST_OF_KEY[partition]
    if not is_complete or not all(isinstance(part, str) and part for part in rest.values()):
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return {**rest, partition: value}
