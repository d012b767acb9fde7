"""A booked session as notifications read it, and what they do when it is not as the event says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from helsebro.ids import GuaranteeId, SlotId

Variables = Mapping[str, str]


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
        """Whether the member pays for the session."""

    @property
    def is_moved_late(self) -> bool:
        """Whether the member moved it late, and pays for the time that it had before."""

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
