"""Clinic consent: whether information of a case may be passed on to one named clinic (F4-12, F4-15).

The consent of the case covers the clinics that the member books and that staff match, as its text says. The
consent to a clinic narrows it: a no, or a yes whose year is over, stops what the consent of the case allows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from helsebro.claims.consenting.consent_state import ConsentState, state_on
from helsebro.ids import ClinicId


@dataclass(frozen=True)
class ClinicConsent:
    """What the member last decided about a clinic.

    ``expires_on`` is the first day on which a given consent is no longer in force.
    """

    clinic_id: ClinicId
    status: ConsentState
    expires_on: date | None = None

    def seen_on(self, day: date) -> ClinicConsent:
        """Returns it as of a local day."""
        return replace(self, status=state_on(day, self.status, self.expires_on))


def decided_about(known: Iterable[ClinicConsent], clinic_id: ClinicId | None) -> ClinicConsent | None:
    """Returns what was decided about a clinic; None when nothing was."""
    return next((each for each in known if each.clinic_id == clinic_id), None)


def replaced_in(known: Iterable[ClinicConsent], made: ClinicConsent) -> tuple[ClinicConsent, ...]:
    """Returns the decisions with a new one in place of the earlier one about its clinic."""
    return (*(each for each in known if each.clinic_id != made.clinic_id), made)
