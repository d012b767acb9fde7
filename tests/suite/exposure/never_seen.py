"""Pairs of an operation and a role that no test of the functions answers, and why that is no gap."""

from __future__ import annotations

from collections.abc import Mapping

NEVER_SEEN: Mapping[str, Mapping[str, str]] = {}
"""The reason by operation and role."""
