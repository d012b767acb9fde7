"""Counted in: what the sessions of a grant are, where no clinic gives the treatment."""

from __future__ import annotations

WITHOUT_CLINIC = frozenset(
    {
        "transport",
        "companion-transport",
        "companion-lodging",
        "patient-transport",
        "stay",
        "medicine",
        "aid",
        "home-nurse",
        "home-help",
    }
)
"""The treatments that no clinic gives at an appointment: the member pays, and we refund the bill."""


TRIPS = frozenset({"transport", "companion-transport", "patient-transport"})
"""Of those, the ones whose sessions are trips there and back."""
