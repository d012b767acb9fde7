"""The list of a person's waitlist entries over all payers."""

from __future__ import annotations

from datetime import datetime

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.caller import Caller
from helsebro.ids import PersonId
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist
from helsebro_aws.claims.claimants import Claimants
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across


def page_of(
    waitlist: DynamoWaitlist,
    person_id: PersonId | None,
    seen_by: tuple[Caller, datetime],
    limit: int,
    cursor: str | None,
) -> PayerPage[WaitlistEntry]:
    """Returns up to ``limit`` entries of a person that the caller may see at that time, newest first.

    A page may hold fewer and still have a next one. Raises ``NotFound``, and ``BadInput`` (400) for a cursor
    of another list.
    """
    caller, at = seen_by
    whose, payers = Claimants().listed(caller, person_id)

    def at_one(payer: str, most: int, within: str | None) -> PayerPage[WaitlistEntry]:
        assert whose
        return waitlist.page(payer, whose, most, within, lambda claim: claim.may_be_read_by(caller, at))

    return page_across(payers, at_one, limit, cursor)
