"""Client facts: what a clinic is told of its clients: ids and times, no name and nothing of health."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from helsebro.claims.consenting.passing_on import passes_on
from helsebro.guarantees.extension import CRISIS
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, GuaranteeId
from helsebro.local_day import local_day
from helsebro.notifications.notification import Notification
from helsebro.notifications.variables import local_minute
from helsebro.occurrence import Occurrence
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.session_facts import BookedSession, NothingToSay, Variables, still_says
from helsebro_aws.platform import clock

CHANGES: Mapping[str, str] = {
    "booking.created": "booked",
    "booking.rescheduled": "moved",
    "booking.cancelled": "cancelled",
}
SOON = timedelta(hours=24)
"""A change of a session that is this near leaves by SMS too."""
A_SECOND = timedelta(seconds=1)


class ClientFacts:
    """Reads the variables of the mails to a clinic. ``session_of`` raises ``NotFound``."""

    def __init__(
        self,
        session_of: Callable[[BookingId], BookedSession],
        guarantees: DynamoGuarantees,
        claims: DynamoClaims,
    ) -> None:
        self.session_of, self.guarantees, self.claims = session_of, guarantees, claims

    def of(self, kind: str, cause: Occurrence) -> Variables:
        """Returns the variables. Raises ``NothingToSay``, ``NotFound``."""
        if kind == "client-session":
            return self._session(cause)
        guarantee = self.guarantees.find(GuaranteeId(cause.data["guaranteeId"]))
        about = {"about": guarantee.guarantee_id}
        if kind == "client-ended":
            _must_be_news(guarantee, cause)
            return about
        _must_wait_for_contact(guarantee, cause)
        if not passes_on(self.claims.find(guarantee.claim_id), cause.clinic_id):
            raise NothingToSay
        if kind == "contact-due":
            due_at = datetime.fromisoformat(cause.data["dueAt"])
            return {**about, "until": local_minute(due_at, guarantee.country)}
        return {**about, "hours": hours_to_contact(guarantee)}

    def hold(self, notification: Notification, session: BookedSession) -> bool:
        """Returns whether a mail about a session still says what is true. Raises ``NothingToSay``."""
        known = _shown(notification.variables["change"], notification.about, session)
        return still_says(notification, known)

    def _session(self, cause: Occurrence) -> Variables:
        assert cause.booking_id
        session = self.session_of(cause.booking_id)
        named = cause.data.get("slotId")
        if named and named != session.slot_id:
            # It has moved since: the event of that move has a mail of its own.
            raise NothingToSay
        return _shown(CHANGES[cause.type], cause.booking_id, session)


def hours_to_contact(guarantee: Guarantee) -> str:
    """Returns within how many hours the clinic contacts its client (F1-10, F1-16)."""
    return "2" if guarantee.treatment == CRISIS else "24"


def _shown(change: str, booking_id: str, session: BookedSession) -> Variables:
    """Returns what a mail about a session says. Raises ``NothingToSay`` when it is not so any more."""
    if session.status != ("cancelled" if change == "cancelled" else "booked"):
        raise NothingToSay
    said = {
        "about": booking_id,
        "change": change,
        "starts": local_minute(session.starts_at, session.country),
    }
    if session.starts_at - clock.now() < SOON:
        said["soon"] = "yes"
    if session.is_last_move_late if change == "moved" else session.is_paid_by_member:
        said["owed"] = "yes"
    if change != "booked":
        return said
    if not session.booked_at_once:
        # The mail about the first of the series speaks of it.
        raise NothingToSay
    return {**said, **({"booked": str(session.booked_at_once)} if session.booked_at_once > 1 else {})}


def _must_be_news(guarantee: Guarantee, cause: Occurrence) -> None:
    """Raises ``NothingToSay`` for a match that the clinic itself declined."""
    for decline in guarantee.declines:
        assert decline.declined_at
        if decline.clinic_id == cause.clinic_id and abs(decline.declined_at - cause.at) < A_SECOND:
            raise NothingToSay


def _must_wait_for_contact(guarantee: Guarantee, cause: Occurrence) -> None:
    """Raises ``NothingToSay`` when the client is not the clinic's to contact, or not any more."""
    is_active = guarantee.status_on(local_day(clock.now(), guarantee.country)) == "active"
    if not is_active or guarantee.clinic_id != cause.clinic_id:
        raise NothingToSay
