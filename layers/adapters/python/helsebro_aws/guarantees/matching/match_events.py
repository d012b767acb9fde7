"""The events of a match and of its end; they hold ids only."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from helsebro.events import Event
from helsebro.guarantees.client_match import ClientMatch
from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.dynamodb.record import instant

A_MOMENT = timedelta(milliseconds=1)


def of_match(before: Guarantee, after: Guarantee, at: datetime) -> list[Event]:
    """Returns the events of a new match, and of the end of one with another clinic or practitioner.

    The clinic gets ``guarantee.issued``, with ``matchedAt``: it has the guarantee from now on.
    """
    assert after.match
    ids = {"guaranteeId": after.guarantee_id, "claimId": after.claim_id}
    issued = Event("guarantee.issued", at, after.payer, {**ids, "matchedAt": instant(at)}, after.clinic_id)
    matched = Event("client.matched", at, after.payer, _named(after, after.match))
    if before.match is None or not before.is_matched:
        return [issued, matched]
    # It ended a moment before, so that the clock of the former clinic stops before the new one starts.
    return [_ended(before, before.match, at - A_MOMENT), issued, matched]


def of_return(guarantee: Guarantee, at: datetime) -> Event:
    """Returns the event for the clinic of a guarantee when the consent returns.

    It has the guarantee from now on, as after a match: it may not have heard of it, or not of all of it.
    """
    ids = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    data = {**ids, "matchedAt": instant(at)}
    return Event("guarantee.issued", at, guarantee.payer, data, guarantee.clinic_id)


def of_decline(after: Guarantee, at: datetime) -> Event:
    """Returns the event of a match that a clinic declined."""
    assert after.match
    return _ended(after, after.match, at)


def of_leaving(before: Guarantee, at: datetime) -> list[Event]:
    """Returns the events of a guarantee whose practitioner left, with the end of its match if it has one."""
    ids = {"guaranteeId": before.guarantee_id, "claimId": before.claim_id}
    unbound = Event("guarantee.unbound", at, before.payer, ids)
    return [unbound, _ended(before, before.match, at)] if before.is_matched and before.match else [unbound]


def _ended(guarantee: Guarantee, match: ClientMatch, at: datetime) -> Event:
    return Event("match.ended", at, guarantee.payer, _named(guarantee, match), match.clinic_id)


def _named(guarantee: Guarantee, match: ClientMatch) -> dict[str, Any]:
    named = {"practitionerId": match.practitioner_id} if match.practitioner_id else {}
    ids = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    return {**ids, "clinicId": match.clinic_id, **named}
