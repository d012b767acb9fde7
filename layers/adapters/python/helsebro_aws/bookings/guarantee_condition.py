"""The rule of ``bookings.booking`` on when a guarantee covers slots, as a condition on its item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helsebro.calendars.slot import Slot
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day

NOT_COVERED = (
    "authorisation-missing begin-by-passed clinic-declined course-ended debriefing-not-covered "
    "first-session-booked "
    "guarantee-bound-elsewhere guarantee-is-refunded guarantee-not-valid guarantee-used-up "
    "outside-guarantee-period treatment-not-offered"
)
"""The codes of the refusals of a session that its guarantee does not cover, for the routes that have them."""
AS_OFTEN_DECLINED = "(attribute_not_exists(#declines) OR size(#declines) = :declines)"
UNBOUND_OR_BOUND_HERE = "(attribute_not_exists(#clinicId) OR #clinicId = :clinic)"


def good_for(
    guarantee: Guarantee, slot: Slot, *, one_more: bool = True, first_moves: bool = False
) -> tuple[str, dict[str, Any]]:
    """Returns the condition and its values: the guarantee is active, pays a clinic and covers the slot.

    Its course goes on, and no clinic has declined since it was read. Person, treatment, days, clinic and
    practitioner must match; with ``one_more`` a session must be left. After the last day to begin, another
    session must be booked. A first consultation must be the only one, unless it is the one that moves.
    """
    when, values = _covers(guarantee, [slot], others=0 if one_more else 1, first_moves=first_moves)
    return (f"{when} AND #sessionsBooked < #sessionsGranted", values) if one_more else (when, values)


def good_for_all(guarantee: Guarantee, slots: Sequence[Slot]) -> tuple[str, dict[str, Any]]:
    """Returns the same condition for slots of one practitioner, with a session left for each of them.

    DynamoDB cannot add in a condition, so the number of sessions must also be the one that was read.
    """
    when, values = _covers(guarantee, slots)
    granted = guarantee.sessions_granted
    counted = {":granted": granted, ":most": granted - len(slots)}
    return f"{when} AND #sessionsGranted = :granted AND #sessionsBooked <= :most", {**values, **counted}


def to_wait(guarantee: Guarantee, service: str | None) -> tuple[str, dict[str, Any]]:
    """Returns the condition under which an entry may wait for a service: the guarantee can still serve it.

    An entry that is stored after the event by which it would have ended waits on in vain.
    """
    place = {"clinicId": guarantee.clinic_id, "practitionerId": guarantee.practitioner_id}
    parts = [
        "#status = :active",
        "attribute_not_exists(#courseEndedAt)",
        "#sessionsBooked < #sessionsGranted",
        AS_OFTEN_DECLINED,
        *(
            f"#{name} = :{name}" if known else f"attribute_not_exists(#{name})"
            for name, known in place.items()
        ),
        *(["attribute_not_exists(#firstBookingId)"] if service == "first" else []),
    ]
    bound = {f":{name}": known for name, known in place.items() if known}
    return " AND ".join(parts), {":active": "active", ":declines": len(guarantee.declines), **bound}


def _covers(
    guarantee: Guarantee, slots: Sequence[Slot], *, others: int = 0, first_moves: bool = False
) -> tuple[str, dict[str, Any]]:
    """Returns the condition; more than ``others`` must be booked when the first slot begins too late."""
    parts = [
        "#status = :active",
        "(attribute_not_exists(#settlement) OR #settlement = :direct)",
        "attribute_not_exists(#courseEndedAt)",
        "#personId = :person",
        "#treatment = :treatment",
        "#validFrom <= :first",
        "#validUntil >= :last",
        AS_OFTEN_DECLINED,
        # One that was bound when it was read is listed at its clinic; else the commit lists it there.
        "#clinicId = :clinic" if guarantee.clinic_id else UNBOUND_OR_BOUND_HERE,
        "(attribute_not_exists(#practitionerId) OR #practitionerId = :practitioner)",
    ]
    days = sorted(local_day(slot.starts_at, guarantee.country) for slot in slots)
    values: dict[str, Any] = {
        ":active": "active",
        ":direct": "direct",
        ":person": guarantee.person_id,
        ":treatment": guarantee.treatment,
        ":first": days[0].isoformat(),
        ":last": days[-1].isoformat(),
        ":declines": len(guarantee.declines),
        ":clinic": slots[0].clinic_id,
        ":practitioner": slots[0].practitioner_id,
    }
    if not first_moves and any(slot.service == "first" for slot in slots):
        parts.append("attribute_not_exists(#firstBookingId)")
    if guarantee.begins_too_late(days[0], booked=0):
        parts.append("#sessionsBooked > :others")
        values[":others"] = others
    return " AND ".join(parts), values
