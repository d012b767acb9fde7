"""Returned consent: what the clinics of a case are told when its consent is in force again (F4-12)."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.match_events import of_return


def told_again(claim_id: ClaimId, at: datetime) -> list[Event]:
    """Returns an event for the clinic of each guarantee that is in force.

    While the consent was away, it heard of no guarantee, no extension and no webhook that was under way.
    """
    return [
        of_return(guarantee, at)
        for guarantee in DynamoGuarantees().of_claim(claim_id)
        if guarantee.clinic_id and guarantee.status_on(local_day(at, guarantee.country)) == "active"
    ]
