"""The own calendars of a clinic's practitioners, as the clinic and the network team see them at a glance."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helsebro.caller import NETWORK, Caller
from helsebro.network.clinic import WITHOUT_SYSTEM, Clinic
from helsebro.network.practitioner import Practitioner
from helsebro_aws.calendars.subscriptions.dynamo_subscriptions import DynamoSubscriptions
from helsebro_aws.calendars.subscriptions.subscription_view import reading_shown
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners

if TYPE_CHECKING:
    from helsebro_aws.calendars.subscriptions.subscription_answer import ClinicCalendarAnswer

MOST_SHOWN = 100
"""A clinic without a system is small; so many practitioners are read in one page."""


@dataclass(frozen=True)
class ClinicCalendars:
    """Reads how the calendars of a clinic are read."""

    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)
    subscriptions: DynamoSubscriptions = field(default_factory=DynamoSubscriptions)

    def shown(self, clinic: Clinic, caller: Caller, language: str) -> list[ClinicCalendarAnswer]:
        """Returns the calendars that the caller may see, by the clinic's own keys of the practitioners.

        A practitioner sees the own one only. A clinic with a system has none, and nothing is read for it.
        """
        if clinic.clinic_system != WITHOUT_SYSTEM:
            return []
        page, _ = self.practitioners.page(clinic.clinic_id, MOST_SHOWN, None)
        seen = [each for each in page if _is_seen_by(caller, clinic, each)]
        known = self.subscriptions.of_many(each.practitioner_id for each in seen)
        return [
            {
                "practitionerId": each.practitioner_id,
                "key": each.key,
                **reading_shown(known[each.practitioner_id], language),
            }
            for each in seen
            if each.practitioner_id in known
        ]


def _is_seen_by(caller: Caller, clinic: Clinic, practitioner: Practitioner) -> bool:
    is_staff = clinic.is_run_by(caller) or NETWORK in caller.rights
    return is_staff or caller.treats_at(clinic.clinic_id, practitioner.practitioner_id)
