"""A change by a clinic, as the clinic and the network team see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.network.team.clinic_change import ClinicChange
from helsebro_aws.dynamodb.record import instant

if TYPE_CHECKING:
    from helsebro_aws.network.team.change_answer import ClinicChangeAnswer


def shown(change: ClinicChange) -> ClinicChangeAnswer:
    """Returns the change."""
    answer: ClinicChangeAnswer = {
        "at": instant(change.at),
        "type": change.kind,
        "by": change.by,
        "fields": list(change.fields),
        "verifiedAgain": list(change.verified_again),
    }
    if change.practitioner_id and change.key:
        answer |= {"practitionerId": change.practitioner_id, "practitionerKey": change.key}
    return answer
