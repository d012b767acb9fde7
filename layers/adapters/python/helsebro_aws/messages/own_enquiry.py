"""Own enquiry: the thread in which a member writes to a payer before a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault, Refused
from helsebro.messages.thread import Thread
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople


def own_enquiry(caller: Caller, payer: str | None, on: Tables = tables, *, malformed: bool = False) -> Thread:
    """Returns the thread of a member and a payer, as it is before anyone has written.

    Raises ``Refused`` when no payer insures the member, ``BadInput`` for another payer, or for none when
    several insure the member.
    """
    places = DynamoPeople(on).own_places(caller.person_id)
    payers = sorted({place.payer for place in places})
    if not payers:
        raise Refused("not-insured")
    chosen = payer or (payers[0] if len(payers) == 1 else "")
    place = next((place for place in places if place.payer == chosen), None)
    if place is None:
        code = "payer-not-yours" if chosen else "missing"
        raise BadInput([Fault("/payer", code, ", ".join(payers))], malformed=malformed)
    return Thread.of_enquiry(place.payer, caller.person_id, place.country, clock.now(), place.policy_id)


def payer_faults(caller: Caller, sent: Mapping[str, Any], on: Tables = tables) -> Sequence[Fault]:
    """Returns the faults of the payer in a body; none of a value that is no text, which has one of its own.

    None either for a member whom no payer insures: that is refused once the body is right.
    """
    payer = sent.get("payer")
    if payer is not None and not (isinstance(payer, str) and payer):
        return ()
    try:
        own_enquiry(caller, payer, on)
    except BadInput as bad:
        return bad.faults
    except Refused:
        return ()
    return ()
