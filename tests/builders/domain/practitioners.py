"""A practitioner for tests: a field that a test does not set does not matter to it."""

from __future__ import annotations

from typing import Any

from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner


def practitioner(**changes: Any) -> Practitioner:
    """A physiotherapist of the clinic ``cli_a`` in Esbjerg."""
    base: dict[str, Any] = {
        "practitioner_id": "prc_kim",
        "clinic_id": "cli_a",
        "key": "kim",
        "name": "Kim Kirk",
        "profession": "physiotherapist",
        "authorised": True,
        "provider_number": False,
        "address": Address("Torvegade 1", "6700", "Esbjerg", "DK"),
        "treatments": ("physiotherapy",),
        "insurance_clients": True,
        "crisis_help": False,
    }
    return Practitioner(**base | changes)
