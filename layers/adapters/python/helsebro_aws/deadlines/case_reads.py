"""Case reads: what the start of a clock needs to know of the case behind an event, each read at most once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from helsebro.bookings.booking import Booking
from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClaimId, GuaranteeId, PersonId, PolicyId, WaitlistId
from helsebro.local_day import local_day
from helsebro.notices.notice import Notice
from helsebro.occurrence import Occurrence
from helsebro.payer import Payer
from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

CalendarOf = Callable[[str, str], WorkCalendar]
"""Takes a payer's slug and the country where a person is insured. Returns the days of the case."""


def days_of_country(_payer: str, country: str) -> WorkCalendar:
    """Returns the days of a case in a country, for a payer that has set no calendar."""
    return WorkCalendar(country)


@dataclass(frozen=True)
class CaseSources:
    """Where the facts of a case come from."""

    on: Tables = tables
    calendar_of: CalendarOf = field(default=days_of_country)


class CaseReads:
    """Reads what belongs to one event. Every property raises ``NotFound`` when there is no such item."""

    def __init__(self, event: Occurrence, sources: CaseSources) -> None:
        self.event, self.sources = event, sources

    @cached_property
    def claim(self) -> Claim:
        """The claim that the event is about."""
        return DynamoClaims(self.sources.on).find(ClaimId(str(self.event.data["claimId"])))

    @cached_property
    def guarantee(self) -> Guarantee:
        """The guarantee that the event is about."""
        return DynamoGuarantees(self.sources.on).find(GuaranteeId(str(self.event.data["guaranteeId"])))

    @cached_property
    def booking(self) -> Booking:
        """The booking that the event is about."""
        return DynamoBookings(self.sources.on).find(BookingId(str(self.event.data["bookingId"])))

    @cached_property
    def waitlist_entry(self) -> WaitlistEntry:
        """The entry of the waitlist that the event is about."""
        return DynamoWaitlist(self.sources.on).find(WaitlistId(str(self.event.data["waitlistId"])))

    @cached_property
    def payer(self) -> Payer:
        """The payer of the case."""
        return DynamoPayers(self.sources.on).find(self.event.payer)

    @cached_property
    def policy(self) -> Policy:
        """The policy that the event is about."""
        return DynamoPolicies(self.sources.on).find(PolicyId(str(self.event.data["policyId"])))

    @cached_property
    def notice(self) -> Notice:
        """The notice that the event is about."""
        policy_id = PolicyId(str(self.event.data["policyId"]))
        notice_id = str(self.event.data["noticeId"])
        return DynamoNotices(self.sources.on).find(self.event.payer, policy_id, notice_id)

    @cached_property
    def insured(self) -> Insured:
        """The person's place in the policy that the event is about."""
        person_id, policy_id = (str(self.event.data[name]) for name in ("personId", "policyId"))
        place = DynamoPeople(self.sources.on).enrolment(
            self.event.payer, PersonId(person_id), PolicyId(policy_id)
        )
        if place is None:
            raise NotFound()
        return place.insured

    @cached_property
    def crisis_ends_from(self) -> str:
        """What the six months of crisis help count from under the claim's policy: ``event`` or ``start``."""
        agreed = DynamoPolicies(self.sources.on).find(self.claim.policy_id)
        policy = agreed.on(local_day(self.event.at, self.claim.country))
        return str(policy.parameters.get("crisisEndsFrom", "event"))

    def working_days(self, country: str) -> WorkCalendar:
        """Returns the payer's working days for a person insured in a country."""
        return self.sources.calendar_of(self.event.payer, country)
