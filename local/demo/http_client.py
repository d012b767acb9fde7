"""The HTTP client of this process."""

from __future__ import annotations

from functools import cache

import httpx


@cache
def client() -> httpx.Client:
    """Returns the one client of this process: each new one would read the certificates again."""
    return httpx.Client(timeout=60)
