"""The clocks of the consents beside that of a case: to a clinic, general, and to contact."""

from __future__ import annotations

from datetime import timedelta

from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import AsStored

REMINDED = timedelta(days=30)
"""How long before a consent expires its reminder is sent."""


def _personal(kind: str) -> ClockRow:
    of_kind = {"kind": frozenset({kind})}
    return ClockRow(
        kind=f"{kind}-consent-expiry",
        source="F4-13, Q31: a consent is valid for one year",
        queue="claims",
        subject="personId",
        length=AsStored(),
        starts=(On("personal-consent.given", of_kind),),
        cancels=(On("personal-consent.withdrawn", of_kind), On("personal-consent.refused", of_kind)),
        facts="personal-consent",
        nature="expiry",
        restarts=True,
        warns=REMINDED,
        stands_alone=True,
    )


OF_CONSENTS = (
    ClockRow(
        kind="clinic-consent-expiry",
        source="F4-13, Q31: a consent is valid for one year",
        queue="claims",
        subject="clinicConsentId",
        length=AsStored(),
        starts=(On("clinic-consent.given"),),
        cancels=(On("clinic-consent.withdrawn"), On("clinic-consent.refused")),
        facts="consent",
        nature="expiry",
        restarts=True,
        warns=REMINDED,
        on_breach=("tell-clinic",),
    ),
    _personal("general"),
    _personal("network-contact"),
)
