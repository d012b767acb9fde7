"""Vain holds: a slot that a member holds, under a guarantee that no longer pays for a session in it.

The clinic declined the client, staff matched the client elsewhere, the guarantee was revoked, its last
session was booked, and the like. Such a hold only keeps the slot from others, so it is released at once.
"""

from __future__ import annotations

from helsebro.bookings.slot_cover import why_not
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import Slot
from helsebro.claims.consenting.passing_on import passes_on
from helsebro.ids import ClaimId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.dynamo_holds import DynamoHolds
from helsebro_aws.dynamodb.tables import Tables, tables


class VainHolds:
    """Releases holds. All is read as it is now, so a second run releases nothing more."""

    def __init__(self, on: Tables = tables) -> None:
        self.holds, self.bookings = DynamoHolds(on), DynamoBookings(on)

    def release(self, claim_id: ClaimId) -> list[Slot]:
        """Releases the holds of a case that no session can come of; returns the slots that are free now."""
        known = [(hold, self.holds.slots.find(hold.slot_id)) for hold in self.holds.of_case(claim_id)]
        return [slot for hold, slot in known if self._is_vain(hold, slot) and self.holds.release(hold)]

    def _is_vain(self, hold: Hold, slot: Slot) -> bool:
        if slot.hold_id != hold.hold_id:
            return False
        claim, guarantee = self.bookings.case_of(hold.guarantee_id)
        return why_not(guarantee, slot) is not None or not passes_on(claim, slot.clinic_id)
