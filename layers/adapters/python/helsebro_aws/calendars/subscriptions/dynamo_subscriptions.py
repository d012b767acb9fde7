"""Calendar subscriptions in the ``network`` table: ``{practitionerId}`` / ``SUBSCRIPTION``.

They are in the listing ``calendar-subscriptions``, by when each is read next. The address of the calendar is
an attribute of the item, encrypted for the practitioner, and no field of the subscription.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from helsebro.calendars.subscriptions.calendar_subscription import CalendarSubscription, SubscriptionChanged
from helsebro.ids import PractitionerId
from helsebro_aws.calendars.keys import SUBSCRIPTIONS, subscription_key
from helsebro_aws.dynamodb.due import due_in
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Put, Tables, tables

ADDRESS = "icsUrl"


class DynamoSubscriptions:
    """Calendar subscriptions in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def known(self, practitioner_id: PractitionerId) -> CalendarSubscription | None:
        """Returns the subscription of a practitioner, None without one."""
        return self.stored(practitioner_id)[0]

    def stored(self, practitioner_id: PractitionerId) -> tuple[CalendarSubscription | None, str]:
        """Returns the subscription, and the address as it is stored: ``opened`` returns it as text."""
        item = self.tables.get(self.table, *subscription_key(practitioner_id))
        return (from_item(CalendarSubscription, item), str(item[ADDRESS])) if item else (None, "")

    def of_many(
        self, practitioner_ids: Iterable[PractitionerId]
    ) -> dict[PractitionerId, CalendarSubscription]:
        """Returns the subscriptions of those practitioners who have one."""
        keys = [subscription_key(practitioner_id) for practitioner_id in practitioner_ids]
        found = (from_item(CalendarSubscription, item) for item in self.tables.get_many(self.table, keys))
        return {subscription.practitioner_id: subscription for subscription in found}

    def due(self, at: datetime, limit: int) -> list[PractitionerId]:
        """Returns those whose calendar is read by ``at``, the longest due first."""
        return [*map(PractitionerId, due_in(self.tables, self.table, SUBSCRIPTIONS, at, limit))]

    def change(self, before: CalendarSubscription | None, after: CalendarSubscription, sealed: str) -> Put:
        """Returns the operation that stores a subscription; it fails with ``SubscriptionChanged``."""
        item: Item = {
            **as_attributes(subscription_key(after.practitioner_id)),
            **to_item(after),
            ADDRESS: sealed,
            "listPk": SUBSCRIPTIONS,
            "listSk": instant(after.next_at),
        }
        return Put(
            self.table,
            item,
            when="#version = :before" if before else "attribute_not_exists(#pk)",
            values={":before": before.version} if before else {},
            otherwise=SubscriptionChanged(),
        )

    def removal(self, practitioner_id: PractitionerId) -> Delete:
        """Returns the operation that ends a subscription; once it has ended, it does nothing."""
        return Delete(self.table, *subscription_key(practitioner_id), when=None)


def sealed(practitioner_id: PractitionerId, address: str) -> str:
    """Returns the address of a calendar as it is stored."""
    from helsebro_aws.platform.field_encryption import encrypt

    return encrypt(address, table="network", field=ADDRESS, practitioner=practitioner_id)


def opened(practitioner_id: PractitionerId, stored: str) -> str:
    """Returns the address of a calendar."""
    from helsebro_aws.platform.field_encryption import decrypt

    return decrypt(stored, table="network", field=ADDRESS, practitioner=practitioner_id)
