"""Session facts: what a notification says about a booked session, if it still holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from helsebro import ids
from helsebro.ids import GuaranteeId, SlotId
from helsebro.notifications.notification import Notification
from helsebro.notifications.variables import local_minute
from helsebro.occurrence import Occurrence
from helsebro_aws.platform import clock

Variables = Mapping[str, str]
OF_STATUS = {"session-cancelled": ("cancelled",), "session-missed": ("missed",)}
"""Kind → the status of the session that it speaks of; the others speak of one that is to come."""
FactValue = TypeVar("FactValue")


class TimeOwed(Protocol):
    """A time that the member pays the clinic for."""

    @property
    def service(self) -> str:
        """What kind of session it was."""


class BookedSession(Protocol):
    """What is read of a booking."""

    @property
    def slot_id(self) -> SlotId:
        """Its slot."""

    @property
    def starts_at(self) -> datetime:
        """When the session starts."""

    @property
    def late_from(self) -> datetime:
        """After this instant the member pays for a cancellation."""

    @property
    def booked_at_once(self) -> int | None:
        """How many sessions were booked with it; None when the mail about an earlier one speaks of it."""

    @property
    def is_paid_by_member(self) -> bool:
        """Whether the member pays the clinic for the time that it has now."""

    @property
    def is_last_move_late(self) -> bool:
        """Whether its last move was late, so that the member pays for the time that it had before."""

    @property
    def owed_times(self) -> Sequence[TimeOwed]:
        """Each time that the member pays the clinic for."""

    @property
    def cancelled_by(self) -> str | None:
        """Who cancelled it, if it is cancelled."""

    @property
    def guarantee_id(self) -> GuaranteeId:
        """The guarantee that it was booked under."""

    @property
    def service(self) -> str:
        """What kind of session it is."""

    @property
    def country(self) -> str:
        """The country whose time zone it is shown in."""

    @property
    def status(self) -> str:
        """Whether it is ``booked``, ``cancelled`` or over."""


class NothingToSay(Exception):
    """What the event reported no longer holds, or was never for this recipient: nothing is sent."""


def standing(kind: str, session: BookedSession) -> BookedSession:
    """Returns the session if it has the state that the notification speaks of. Raises ``NothingToSay``.

    A move that the member pays for is told also when the session has been held since: nothing else tells it.
    """
    told = ("booked", "held") if kind == "session-moved" and session.owed_times else ("booked",)
    if session.status not in OF_STATUS.get(kind, told):
        raise NothingToSay
    return session


def session_shown(kind: str, session: BookedSession) -> Variables:
    """Returns what a text about a session says. Raises ``NothingToSay`` when an earlier one of it does."""
    starts = {"starts": local_minute(session.starts_at, session.country)}
    free = last_free(session.late_from, session.country) if session.status == "booked" else {}
    if kind == "session-booked":
        at_once = needed(session.booked_at_once)
        return {**starts, **free, **({"booked": str(at_once)} if at_once > 1 else {})}
    if kind == "session-moved":
        return {**starts, **_owed(session, now=session.is_last_move_late), **free}
    if kind == "session-reminder":
        return {**starts, **free}
    if kind == "session-cancelled":
        by = {"by": session.cancelled_by} if session.cancelled_by in ("clinic", "payer") else {}
        return {**starts, **by, **_owed(session, now=session.is_paid_by_member)}
    return {**starts, **_times(session)}


def _owed(session: BookedSession, *, now: bool) -> Variables:
    """Returns whether the change costs the member something ``now``, or only one from before does."""
    if not session.owed_times:
        return {}
    return {"owed": "yes" if now else "before", **_times(session)}


def _times(session: BookedSession) -> Variables:
    """Returns for how many times the member pays, where it is several."""
    return {"times": str(len(session.owed_times))} if len(session.owed_times) > 1 else {}


def services_owed(kind: str, session: BookedSession) -> tuple[str, ...]:
    """Returns the services of all times that the member pays for, where a text says what they cost."""
    if kind == "session-moved" or kind in OF_STATUS:
        return tuple(owed.service for owed in session.owed_times)
    return ()


def still_says(notification: Notification, known: Variables) -> bool:
    """Returns whether all that a planned notification says is true of the session as it is known now."""
    said = {name: value for name, value in notification.variables.items() if value}
    return said.items() <= known.items()


def last_free(late_from: datetime, country: str) -> Variables:
    """Returns until when it costs nothing to cancel, and whether that is over."""
    close = {"close": "yes"} if late_from <= clock.now() else {}
    return {"late": local_minute(late_from, country), **close}


def needed(value: FactValue | None) -> FactValue:
    """Returns a value that is there. Raises ``NothingToSay``."""
    if not value:
        raise NothingToSay
    return value


def offer_shown(cause: Occurrence, country: str) -> Variables:
    """Returns the slot that is held, and until when.

    Raises ``NothingToSay`` when the offer has expired: the slot is for another member then.
    """
    until = datetime.fromisoformat(cause.data["until"])
    if until <= clock.now():
        raise NothingToSay
    starts_at = ids.slot_parts(cause.data["slotId"])[1]
    said = {"starts": local_minute(starts_at, country), "held": local_minute(until, country)}
    late_from = cause.data.get("lateFrom")
    return {**said, **last_free(datetime.fromisoformat(late_from), country)} if late_from else said
