"""Feed makers: whether whoever made the feed of a practitioner may still read it."""

from __future__ import annotations

from helsebro.bookings.calendar_feed import CalendarFeed
from helsebro.errors import NotFound
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners


class FeedMakers:
    """Reads the roles of those who made feeds."""

    def __init__(self, on: Tables = tables) -> None:
        self.practitioners, self.users = DynamoPractitioners(on), DynamoClinicUsers(on)

    def must_act_for(self, feed: CalendarFeed) -> None:
        """Raises ``NotFound`` once the practitioner has left, or a person who made it has no role for them.

        A feed that the clinic's system made is of the whole clinic, and ends with the practitioner only.
        """
        assert feed.clinic_id
        assert feed.practitioner_id
        if self.practitioners.find(feed.practitioner_id).ended_at:
            raise NotFound()
        if not feed.person_id:
            return
        role = self.users.role_at(feed.clinic_id, feed.person_id)
        if role is None or role.practitioner_id not in (None, feed.practitioner_id):
            raise NotFound()
