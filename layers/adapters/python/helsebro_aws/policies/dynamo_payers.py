"""Payers in the ``people`` table: ``{payer}`` / ``PAYER``."""

from __future__ import annotations

from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.payer import Payer
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.keys import payer_key


class DynamoPayers:
    """Payers in the ``people`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def set(self, payer: Payer) -> bool:
        """Stores the payer with its event; returns whether the payer is new."""
        table = self.tables.settings.people_table
        known = self.tables.get(table, *payer_key(payer.slug))
        if known and from_item(Payer, known) == payer:
            return False
        event = Event("payer.changed" if known else "payer.registered", clock.now(), payer.slug)
        self.tables.commit([Put(table, _item(payer), when=None)], events=[event])
        return known is None

    def find(self, slug: str) -> Payer:
        """Returns the payer. Raises ``NotFound``."""
        item = self.tables.get(self.tables.settings.people_table, *payer_key(slug))
        if item is None:
            raise NotFound()
        return from_item(Payer, item)


def _item(payer: Payer) -> dict[str, object]:
    return {**as_attributes(payer_key(payer.slug)), **to_item(payer)}
