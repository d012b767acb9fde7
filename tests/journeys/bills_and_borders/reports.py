"""What members report in these journeys, without the facts that they are asked for later."""

from __future__ import annotations

from typing import Any


def report(type_: str, currency: str = "DKK", **treatment: object) -> dict[str, Any]:
    """Returns the report of an injury and a treatment of three sessions, each at a price of 500."""
    return {
        "condition": {"category": "injury"},
        "treatment": {
            "type": type_,
            "inNetwork": False,
            "sessions": 3,
            "cost": {"amount": "500.00", "currency": currency},
            **treatment,
        },
    }


CHIROPRACTIC = report("chiropractic", practitioner={"providerNumber": True})
OSTEOPATHY = report("osteopathy", practitioner={"approvals": ["ROD"]})
PHYSIOTHERAPY = report("physiotherapy", inNetwork=True)
