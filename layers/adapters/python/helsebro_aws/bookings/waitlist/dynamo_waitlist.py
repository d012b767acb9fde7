"""The waitlist in the ``cases`` table: ``{payer}#{claimId}`` / ``WAITLIST#{waitlistId}``.

A waiting entry is listed in its line (``line_of``), sorted by the last day of its guarantee; with an offer it
stands in ``OFFERED#{practitionerId}`` instead. ``WAITLISTED#{waitlistId}`` lists it at its person.
``WAITING#{guaranteeId}`` counts the open entries of a guarantee and names the one that has an offer.
``LEFTSLOT#{guaranteeId}#{slotId}`` keeps a slot that was offered and not taken from the guarantee's other
entries; it is removed when the slot is over. An ended entry is removed after ``KEPT``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from helsebro.bookings.waitlist.entry import MOST_OPEN, WaitlistEntry
from helsebro.bookings.waitlist.refusals import TooManyEntries
from helsebro.claims.claim import Claim
from helsebro.errors import Conflict, HelsebroError, NotFound
from helsebro.ids import ClaimId, PersonId, PractitionerId, WaitlistId
from helsebro_aws.bookings.waitlist.keys import (
    WAIT,
    WAITLIST,
    left_slot_key,
    line_of,
    listed_waitlist_key,
    offers_at,
    open_entries_key,
    place_in_line,
    waitlist_key,
    waitlist_of_person,
)
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key, claim_key_within
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Check, Item, Operation, Put, Tables, Update, tables

KEPT = timedelta(days=90)
LEFT_SLOT_KEPT = timedelta(days=1)
"""After its end no slot is offered."""
MOST_IN_LINE = 100
"""The most entries of one line that are considered for the slots that became free together."""


class EntryChanged(Conflict):
    """The entry has changed since it was read: read it again."""


class HasAnOffer(Conflict):
    """Another entry of the guarantee has an offer: one member does not hold several slots at a time."""


class SlotLeft(Conflict):
    """The slot was offered to an entry of the guarantee before, and the member did not take it."""


class DynamoWaitlist:
    """The entries of the waitlist."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, waitlist_id: WaitlistId) -> WaitlistEntry:
        """Returns the entry. Raises ``NotFound``."""
        item = self.tables.get(self.table, *waitlist_key(waitlist_id))
        if item is None:
            raise NotFound()
        return from_item(WaitlistEntry, item)

    def with_claim(self, waitlist_id: WaitlistId) -> tuple[WaitlistEntry, Claim]:
        """Returns the entry and its case, in one read. Raises ``NotFound``."""
        keys = waitlist_key(waitlist_id), claim_key_within(waitlist_id)
        entry, claim = self.tables.get_each(self.table, *keys)
        return from_item(WaitlistEntry, entry), claim_in(claim)

    def open_of_claim(self, claim_id: ClaimId) -> list[WaitlistEntry]:
        """Returns the open entries of a case."""
        rows = self.tables.query_all(self.table, case_partition(claim_id), begins=WAITLIST)
        return [entry for entry in (from_item(WaitlistEntry, row) for row in rows) if entry.is_open]

    def has_entries(self, line: str) -> bool:
        """Returns whether anyone waits in a line."""
        found = self.tables.query_all(self.table, line, listing=True, page_size=1)
        return next(found, None) is not None

    def offered_at(self, practitioner_id: PractitionerId) -> list[WaitlistEntry]:
        """Returns the entries to which a slot of the practitioner is offered."""
        rows = self.tables.query_all(self.table, offers_at(practitioner_id), listing=True)
        return [from_item(WaitlistEntry, row) for row in rows]

    def waiting_at(self, practitioner_id: PractitionerId) -> list[WaitlistEntry]:
        """Returns the entries that wait for this practitioner."""
        rows = self.tables.query_all(self.table, f"{WAIT}{practitioner_id}", listing=True)
        return [from_item(WaitlistEntry, row) for row in rows]

    def in_line(self, line: str, fits: Callable[[WaitlistEntry], bool]) -> Iterator[WaitlistEntry]:
        """Yields up to ``MOST_IN_LINE`` entries of a line that fit, in their order.

        Entries that no slot fits are not looked at without end (``filtered_page``). The line follows a change
        a moment later: the condition of an offer decides whether the entry still waits.
        """

        def entries_of(rows: Sequence[Item]) -> list[WaitlistEntry | None]:
            entries = [from_item(WaitlistEntry, row) for row in rows]
            return [entry if fits(entry) else None for entry in entries]

        found, _ = filtered_page(self.tables, self.table, line, entries_of, MOST_IN_LINE, None, listing=True)
        yield from found

    def page(
        self,
        payer: str,
        person_id: PersonId,
        limit: int,
        cursor: str | None,
        may_read: Callable[[Claim], bool],
    ) -> tuple[list[WaitlistEntry], str | None]:
        """Returns a page of a person's entries at one payer that may be read, newest first; the cursor."""

        def entries_of(rows: Sequence[Item]) -> list[WaitlistEntry | None]:
            keys = [waitlist_key(WaitlistId(row["waitlistId"])) for row in rows]
            items = {item["sk"]: from_item(WaitlistEntry, item) for item in self._items(keys)}
            known = [items.get(sk) for _, sk in keys]
            cases = sorted({claim_key(entry.claim_id) for entry in known if entry})
            claims = {item["claimId"]: claim_in(item) for item in self._items(cases)}
            return [entry if entry and may_read(claims[entry.claim_id]) else None for entry in known]

        listing = waitlist_of_person(payer, person_id)
        return filtered_page(
            self.tables, self.table, listing, entries_of, limit, cursor, listing=True, newest_first=True
        )

    def _items(self, keys: Sequence[tuple[str, str]]) -> list[Item]:
        return self.tables.get_many(self.table, keys)

    # Operations of a commit

    def creation(self, entry: WaitlistEntry) -> list[Operation]:
        """Returns the operations that store a new entry; they fail with ``TooManyEntries``."""
        listed = {
            **as_attributes(listed_waitlist_key(entry.waitlist_id)),
            "listPk": waitlist_of_person(entry.payer, entry.person_id),
            "listSk": f"{instant(entry.joined_at)}#{entry.waitlist_id}",
            "waitlistId": entry.waitlist_id,
        }
        one_more = Update(
            self.table,
            *open_entries_key(entry.guarantee_id),
            add={"open": 1},
            when="attribute_not_exists(#open) OR #open < :most",
            values={":most": MOST_OPEN},
            otherwise=TooManyEntries(most=MOST_OPEN),
            creates=True,
        )
        return [one_more, Put(self.table, entry_item(entry)), Put(self.table, listed)]

    def change(
        self, before: WaitlistEntry, after: WaitlistEntry, otherwise: HelsebroError | None = None
    ) -> list[Operation]:
        """Returns the operations that store a changed entry.

        They fail with ``otherwise``, by default ``EntryChanged``, unless the entry is as it was read, and
        with ``HasAnOffer`` and ``SlotLeft``.
        """
        stored = Put(
            self.table,
            entry_item(after),
            when="#version = :before",
            values={":before": before.version},
            otherwise=otherwise or EntryChanged(),
        )
        ending = [self._unlisting(after)] if before.is_open and not after.is_open else []
        return [stored, *self._of_guarantee(before, after), *self._left_slot(before, after), *ending]

    def _of_guarantee(self, before: WaitlistEntry, after: WaitlistEntry) -> list[Operation]:
        """Returns the operation that counts an ended entry, and notes or forgets an offer."""
        key = open_entries_key(after.guarantee_id)
        if after.offer and before.offer is None:
            free = "attribute_not_exists(#offered)"
            offered = {"offered": after.waitlist_id}
            return [Update(self.table, *key, set=offered, when=free, otherwise=HasAnOffer())]
        left = ("offered",) if before.offer and after.offer is None else ()
        ended = {"open": -1} if before.is_open and not after.is_open else {}
        return [Update(self.table, *key, add=ended, remove=left)] if left or ended else []

    def _left_slot(self, before: WaitlistEntry, after: WaitlistEntry) -> list[Operation]:
        """Returns the operation that notes a slot that was not taken, or that looks whether it is one."""
        if after.offer and before.offer is None:
            key = left_slot_key(after.guarantee_id, after.offer.slot_id)
            return [Check(self.table, *key, "attribute_not_exists(#pk)", otherwise=SlotLeft())]
        if (left := after.left_slot_since(before)) is None:
            return []
        key = left_slot_key(after.guarantee_id, left.slot_id)
        over = int((left.ends_at + LEFT_SLOT_KEPT).timestamp())
        return [Put(self.table, {**as_attributes(key), "expiresAt": over}, when=None)]

    def _unlisting(self, ended: WaitlistEntry) -> Update:
        """Returns the operation after which an ended entry is removed from the list of its person."""
        listed = listed_waitlist_key(ended.waitlist_id)
        return Update(self.table, *listed, set={"expiresAt": _removed_at(ended.ended_at)})


def entry_item(entry: WaitlistEntry) -> Item:
    """Returns the item of an entry: a waiting one stands in its line, an offered one at its slot."""
    item: Item = {**as_attributes(waitlist_key(entry.waitlist_id)), **to_item(entry)}
    if entry.status == "waiting":
        item |= {"listPk": line_of(entry), "listSk": place_in_line(entry)}
    if entry.offer:
        item |= {"listPk": offers_at(entry.offer.practitioner_id), "listSk": place_in_line(entry)}
    if entry.ended_at:
        item["expiresAt"] = _removed_at(entry.ended_at)
    return item


def _removed_at(ended_at: datetime | None) -> int:
    assert ended_at
    return int((ended_at + KEPT).timestamp())
