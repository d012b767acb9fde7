"""Refund decisions that take the sessions they pay from the guarantees of the case."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.use import Use
from helsebro.bookings.refunded_booking import StandingBooking, on_bookings
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, PractitionerId
from helsebro.local_day import local_day
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.refunded_sessions import RefundedSessions
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.refunds.refund_decisions import RefundDecisions


class GuaranteedRefundDecisions(RefundDecisions):
    """Decides refunds; bookings and refunds share the count of a guarantee."""

    def __init__(self, on: Tables = tables) -> None:
        super().__init__(on, BookedSessions(on))


class BookedSessions(RefundedSessions):
    """Finds the bookings that a refund's sessions were held on: these are counted already."""

    def __init__(self, on: Tables = tables) -> None:
        super().__init__(on)
        self.bookings, self.practitioners = DynamoBookings(on), DynamoPractitioners(on)

    def booked(self, claim_id: ClaimId, use: Use) -> Use:
        """Returns the use with the booking of each session that was held on one."""
        names_someone = any(spent.by for spent in use.sessions)
        return on_bookings(use, self._standing(claim_id, names_someone=names_someone))

    def _standing(self, claim_id: ClaimId, *, names_someone: bool) -> Iterator[StandingBooking]:
        standing = [each for each in self.bookings.of_claim(claim_id) if each.status in ("booked", "held")]
        if not standing:
            return
        treatments = {each.guarantee_id: each.treatment for each in self.guarantees.of_claim(claim_id)}
        for booking in standing:
            yield StandingBooking(
                booking_id=booking.booking_id,
                on=local_day(booking.starts_at, booking.country),
                treatment=treatments.get(booking.guarantee_id, ""),
                by=self._named(booking.practitioner_id) if names_someone else None,
            )

    def _named(self, practitioner_id: PractitionerId) -> NamedPractitioner:
        try:
            number = self.practitioners.find(practitioner_id).authorisation_id
        except NotFound:
            number = None
        return NamedPractitioner(practitioner_id, number)
