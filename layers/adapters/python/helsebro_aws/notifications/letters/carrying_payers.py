"""Carrying payers: who prints a letter or sends digital post, also of a message that belongs to no payer.

Only a payer prints and posts. The reminder of a consent that a person has given for all cases belongs to
none, so a payer that insures the person carries it (F4-02, Q31).
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro.notifications.channel import Channel
from helsebro.notifications.digital_post import may_send_digital_post
from helsebro.notifications.notification import Notification
from helsebro.payer import Payer
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers

CARRIED: frozenset[Channel] = frozenset({"letter", "digital-post"})
"""The channels that only a payer has."""


class CarryingPayers:
    """Reads the payers that carry messages."""

    def __init__(self, on: Tables = tables) -> None:
        self.people, self.payers = DynamoPeople(on), DynamoPayers(on)

    def of(self, notification: Notification) -> Payer | None:
        """Returns the payer of the message, or who carries it; None when no payer does. Raises ``NotFound``.

        The platform itself sends mails and SMS of no payer.
        """
        if notification.payer:
            return self.payers.find(notification.payer)
        if notification.channel not in CARRIED:
            return None
        found = [self.payers.find(slug) for slug in self.insuring(notification)]
        if notification.channel == "digital-post":
            found.sort(key=lambda payer: not may_send_digital_post(payer))
        return found[0] if found else None

    def insuring(self, notification: Notification) -> Sequence[str]:
        """Returns who insures the recipient today, then who did before; none for who is in no policy."""
        person_id = PersonId(notification.recipient)
        known = self.people.payers_of(person_id)
        if len(known) < 2:
            return known
        places, now = self.people.own_places(person_id), clock.now()
        today = {
            place.payer
            for place in places
            if place.left_on is None or place.left_on >= local_day(now, place.country)
        }
        return sorted(known, key=lambda slug: (slug not in today, slug))
