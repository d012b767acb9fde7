"""The HTTP client of this process."""

from __future__ import annotations

import atexit
from functools import cache

import httpx


@cache
def client() -> httpx.Client:
    """Returns the one client of this process: each new one would read the certificates again."""
    made = httpx.Client(timeout=60)
    atexit.register(made.close)
    return made
