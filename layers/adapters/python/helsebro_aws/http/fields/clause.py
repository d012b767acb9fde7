"""The number of a clause of the terms."""

from __future__ import annotations

CLAUSE = r"^[0-9]{1,2}(\.[0-9]{1,2}){0,4}$"
"""How the terms print it."""
