"""A clinic gets ``contact.due`` before its contact duty is missed (F1-10, F1-16)."""

from __future__ import annotations
