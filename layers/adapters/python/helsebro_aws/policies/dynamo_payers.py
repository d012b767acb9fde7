"""Payers in the ``people`` table: ``{payer}`` / ``PAYER``, and ``{payer}`` / ``MARK`` for a payer's mark.

``PAYERNUMBERS`` / ``{scheme}#{number}`` reserves a GLN or a company number for the payer that has it.

Only a paper shows the mark, so it has an item of its own: many routes read the payer.
"""

from __future__ import annotations

from base64 import b64decode, b64encode

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.payer import Payer
from helsebro.policies.payer_mark import PayerMark
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.keys import payer_key, payer_mark_key, payer_number_key

NUMBERS = "numbers"
"""The attribute with all numbers of a payer, as the keys of their reservations name them."""
GLN = "0088"


class NumbersChanged(Conflict):
    """Another caller changed the numbers of the payer since it was read."""


class DynamoPayers:
    """Payers in the ``people`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def set(self, payer: Payer, mark: PayerMark | None = None) -> bool:
        """Stores the payer and its mark with an event; returns whether the payer is new.

        Without a mark the payer has none afterwards. Raises ``Conflict`` for a number of another payer.
        """
        return retry_on_conflict(lambda: self._set(payer, mark), NumbersChanged)

    def _set(self, payer: Payer, mark: PayerMark | None) -> bool:
        table = self.tables.settings.people_table
        known, known_mark = self._known(payer.slug)
        before = from_item(Payer, known) if known else None
        if (before, _mark(known_mark)) == (payer, mark):
            return False
        operations: list[Operation] = [self._put(payer, before), *self._numbers(payer, before)]
        if mark:
            operations.append(Put(table, _mark_item(payer.slug, mark), when=None))
        elif known_mark:
            operations.append(Delete(table, *payer_mark_key(payer.slug), when=None))
        event = Event("payer.changed" if known else "payer.registered", clock.now(), payer.slug)
        self.tables.commit(operations, events=[event])
        return known is None

    def _put(self, payer: Payer, before: Payer | None) -> Put:
        """Returns the operation that stores the payer; it fails when its numbers changed since the read.

        So a number that another caller reserved for the payer in between is not left reserved.
        """
        item = {**_item(payer), NUMBERS: _names(payer)}
        table = self.tables.settings.people_table
        if before is None:
            return Put(table, item, otherwise=NumbersChanged())
        unchanged = f"#{NUMBERS} = :before OR attribute_not_exists(#{NUMBERS})"
        return Put(table, item, unchanged, {":before": _names(before)}, NumbersChanged())

    def _numbers(self, payer: Payer, before: Payer | None) -> list[Operation]:
        """Returns operations that reserve the payer's numbers and release those it no longer has."""
        table, own = self.tables.settings.people_table, {":payer": payer.slug}
        reserved: list[Operation] = [
            Put(
                table,
                {**as_attributes(payer_number_key(*number)), "payer": payer.slug},
                "attribute_not_exists(#pk) OR #payer = :payer",
                own,
                Conflict("gln-taken" if number[0] == GLN else "organisation-number-taken"),
            )
            for number in payer.numbers
        ]
        gone = {*before.numbers} - {*payer.numbers} if before else set()
        return [*reserved, *(Delete(table, *payer_number_key(*number), when=None) for number in sorted(gone))]

    def find(self, slug: str) -> Payer:
        """Returns the payer. Raises ``NotFound``."""
        item = self.tables.get(self.tables.settings.people_table, *payer_key(slug))
        if item is None:
            raise NotFound()
        return from_item(Payer, item)

    def find_with_mark(self, slug: str) -> tuple[Payer, PayerMark | None]:
        """Returns the payer and its mark, None when it has no mark. Raises ``NotFound``."""
        payer, mark = self._known(slug)
        if payer is None:
            raise NotFound()
        return from_item(Payer, payer), _mark(mark)

    def _known(self, slug: str) -> tuple[Item | None, Item | None]:
        """Returns the items of the payer and of its mark."""
        keys = payer_key(slug), payer_mark_key(slug)
        found = {item["sk"]: item for item in self.tables.get_many(self.tables.settings.people_table, keys)}
        return found.get(keys[0][1]), found.get(keys[1][1])


def _item(payer: Payer) -> Item:
    return {**as_attributes(payer_key(payer.slug)), **to_item(payer)}


def _names(payer: Payer) -> list[str]:
    return [f"{scheme}#{number}" for scheme, number in payer.numbers]


def _mark_item(slug: str, mark: PayerMark) -> Item:
    key = as_attributes(payer_mark_key(slug))
    return {**key, "png": b64encode(mark.png).decode(), "width": mark.width, "height": mark.height}


def _mark(item: Item | None) -> PayerMark | None:
    return PayerMark(b64decode(item["png"]), int(item["width"]), int(item["height"])) if item else None
