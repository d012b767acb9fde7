"""Places in use: a practitioner keeps the addresses of coming slots, free or booked (F0-21)."""

from __future__ import annotations

from datetime import datetime

from helsebro.errors import BadInput, Fault
from helsebro.network.practitioner import Practitioner
from helsebro_aws.calendars.dynamo_slots import KEPT, DynamoSlots


def must_keep_places_in_use(
    slots: DynamoSlots, before: Practitioner, after: Practitioner, at: datetime, pointer: str = "/addresses"
) -> None:
    """Raises ``BadInput`` with each address that was removed or changed while coming slots are there.

    The calendar is read only when there is such an address.
    """
    kept = {each.key: each.address for each in after.addresses}
    left = {each.key for each in before.addresses if kept.get(each.key) != each.address}
    if not left:
        return
    coming = slots.between(before.practitioner_id, at, at + KEPT)
    used = {slot.address_key for slot in coming if slot.status != "withdrawn"}
    if found := sorted(left & used):
        raise BadInput([Fault(pointer, "address-in-use", key) for key in found])
