"""The keys of waitlist entries in the ``cases`` table, of the lines that they wait in, and of their list."""

from __future__ import annotations

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.bookings.waitlist.nearness import near_regions, region_of
from helsebro.guarantees.extension import CRISIS
from helsebro.ids import GuaranteeId, PersonId, PractitionerId, SlotId, WaitlistId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.dynamodb.keys import Key, case_partition
from helsebro_aws.dynamodb.record import instant

WAITLIST = "WAITLIST#"
WAIT = "WAIT#"


def waitlist_key(waitlist_id: WaitlistId) -> Key:
    """Returns the key of an entry. Raises ``NotFound`` when the id is of no part of a claim."""
    return case_partition(waitlist_id), f"{WAITLIST}{waitlist_id}"


def listed_waitlist_key(waitlist_id: WaitlistId) -> Key:
    """Returns the key of the item that lists an entry at its person."""
    return case_partition(waitlist_id), f"WAITLISTED#{waitlist_id}"


def open_entries_key(guarantee_id: GuaranteeId) -> Key:
    """Returns the key of the item that counts the open entries under a guarantee."""
    return case_partition(guarantee_id), f"WAITING#{guarantee_id}"


def left_slot_key(guarantee_id: GuaranteeId, slot_id: SlotId) -> Key:
    """Returns the key of the item that says that a slot was offered under a guarantee and not taken."""
    return case_partition(guarantee_id), f"LEFTSLOT#{guarantee_id}#{slot_id}"


def waitlist_of_person(payer: str, person_id: PersonId) -> str:
    """Returns the listing of a person's entries at one payer, sorted by when they were made."""
    return f"{payer}#{person_id}#waitlist"


def line_of(entry: WaitlistEntry) -> str:
    """Returns the listing that a waiting entry stands in: of a practitioner, a clinic or a region.

    An entry without a place, whose clinic declined the client, waits for the next match in a line of its own,
    in which nothing is offered.
    """
    if entry.practitioner_id:
        return f"{WAIT}{entry.practitioner_id}"
    if entry.clinic_id:
        return f"{WAIT}{entry.clinic_id}#{entry.treatment}"
    if entry.postcode is None:
        return f"{WAIT}unmatched#{entry.guarantee_id}"
    return f"{WAIT}any#{entry.country}#{entry.treatment}#{region_of(entry.postcode)}"


def offers_at(practitioner_id: PractitionerId) -> str:
    """Returns the listing of the entries to which a slot of the practitioner is offered."""
    return f"OFFERED#{practitioner_id}"


def place_in_line(entry: WaitlistEntry) -> str:
    """Returns the sort key in a line: the guarantee that expires first, then the entry made first."""
    return f"{entry.valid_until.isoformat()}#{instant(entry.joined_at)}#{entry.waitlist_id}"


def lines_at(practitioner: Practitioner) -> list[str]:
    """Returns every line whose entries may want a slot of the practitioner."""
    country = practitioner.address.country
    postcodes = [practitioner.address_at(place).postcode for place in practitioner.places]
    regions = sorted({region for postcode in postcodes for region in near_regions(country, postcode)})
    treatments = sorted({*practitioner.fitting, *([CRISIS] if practitioner.crisis_help else [])})
    lines = [f"{WAIT}{practitioner.practitioner_id}"]
    for treatment in treatments:
        lines.append(f"{WAIT}{practitioner.clinic_id}#{treatment}")
        lines += [f"{WAIT}any#{country}#{treatment}#{region}" for region in regions]
    return lines
