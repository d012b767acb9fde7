"""The edge: CloudFront adds a secret to every call, so that no caller can avoid the web ACL.

The gateway's own address is public. A function refuses every call that does not have the secret.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

HEADER = "x-helsebro-edge"
LOCAL = "local"
"""The value of the setting on the embedded stack, which has no edge: every call is let through."""


def has_passed(event: Mapping[str, Any], secret_hashes: str) -> bool:
    """Returns whether the call has the edge's secret in ``x-helsebro-edge``.

    ``secret_hashes`` are the SHA-256 digests of the valid secrets in hexadecimal, separated by commas: two
    while a secret is replaced. Without any, no call has passed.
    """
    if secret_hashes == LOCAL:
        return True
    headers: Mapping[str, str] = event.get("headers") or {}
    sent = [value for name, value in headers.items() if name.lower() == HEADER]
    if len(sent) != 1:
        return False
    digest = sha256(sent[0].encode("utf-8", "replace")).hexdigest().encode()
    # All are compared, so that the time does not show which one is valid.
    return any([hmac.compare_digest(digest, known.strip().encode()) for known in secret_hashes.split(",")])
