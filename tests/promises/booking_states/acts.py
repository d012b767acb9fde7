"""The acts of members, clinic and staff: each is sent to the real handler, and checked against the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import WaitlistId
from helsebro.local_day import local_day
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, member
from tests.builders.clinics.waitlist import choose, join, leave
from tests.builders.network import Stage, act, book, hold, slot_body
from tests.promises.booking_states.facts import COUNTRY, EntryFacts, HoldFacts, SlotFacts
from tests.promises.booking_states.line import Line
from tests.promises.booking_states.staff import revoke


@dataclass(frozen=True)
class Act:
    """``send`` makes the call; ``refusal`` is why the model refuses it, ``apply`` what it changes.

    ``refused`` is what a refusal with a code changes, by default nothing. ``is_repeat`` says that it only
    asks again for what is so already, and changes nothing.
    """

    send: Callable[[], Answered]
    refusal: Callable[[], str]
    apply: Callable[[Answered], None]
    is_repeat: bool = False
    refused: Callable[[str], None] = lambda _: None

    def check(self, answer: Answered, *, is_overtaken: bool = False) -> None:
        """Fails unless the model answers the same; then the model changes too.

        An act that was overtaken may also be refused because something has changed, but never wrongly done.
        """
        refusal = self.refusal()
        if answer.status < 300:
            assert refusal == "", f"done, but should be refused: {refusal}"
            self.apply(answer)
        else:
            assert answer.status < 500, answer.body
            assert is_overtaken or code_of(answer) == refusal, answer.body
            self.refused(code_of(answer))


def code_of(answer: Answered) -> str:
    """Returns the code of a problem, or of the only fault of a clinic's event."""
    errors = answer.body.get("errors") or [{}]
    return str(errors[0].get("code") or answer.body["code"])


@dataclass(frozen=True)
class Acts:
    """The acts that can be done now; ``cprs`` are the members of the guarantees. ``at`` is business time."""

    stage: Stage
    model: Line
    guarantees: Sequence[Guarantee]
    cprs: Sequence[str]

    def by(self, who: int) -> dict[str, Any]:
        """Returns the login of the guarantee's member."""
        return member(self.cprs[who])

    # The clinic

    def publish_over(self, slot: SlotFacts) -> Act:
        """Publishes the minute of a slot under another key."""
        at, body = clock.now(), slot_body(slot.starts_at, service=slot.service)

        def apply(_: Answered) -> None:
            slot.key = str(body["key"])
            slot.is_freed(at)

        return Act(
            lambda: self.stage.publish(body), lambda: self.model.against_publishing_over(slot, at), apply
        )

    def withdraw(self, slot: SlotFacts) -> Act:
        """Withdraws a slot."""
        data = {"practitionerKey": self.stage.key, "keys": [slot.key]}
        return Act(
            lambda: self.stage.event("slots.withdrawn", data),
            lambda: self.model.against_withdrawing(slot),
            lambda _: slot.became("withdrawn"),
        )

    def report(self, booking_id: str, status: str) -> Act:
        """Reports a session as held or missed."""
        at, booking = clock.now(), self.model.bookings[booking_id]
        return Act(
            lambda: self.stage.event(f"session.{status}", {"bookingId": booking_id}),
            lambda: self.model.against_reporting(booking, status, at),
            lambda _: self.model.report(booking_id, status),
            is_repeat=booking.status == status,
        )

    def cancel_at_clinic(self, booking_id: str, by: str) -> Act:
        """Cancels a session for the clinic, or for a client who called it, which it may say twice."""
        at, booking = clock.now(), self.model.bookings[booking_id]
        return Act(
            lambda: self.stage.event("session.cancelled", {"bookingId": booking_id, "by": by}),
            lambda: "" if booking.cancelled_by == by else self.model.against_cancelling(booking, at),
            lambda _: self.model.cancel(booking_id, at, by),
            is_repeat=booking.cancelled_by == by,
        )

    # Members

    def hold(self, who: int, slot: SlotFacts) -> Act:
        """Holds a slot."""
        at = clock.now()

        def apply(answer: Answered) -> None:
            until = datetime.fromisoformat(answer.body["expiresAt"])
            self.model.hold(who, slot, HoldFacts(answer.body["holdId"], who, until), at)

        return Act(
            lambda: hold(self.guarantees[who], slot.slot_id, by=self.by(who)),
            lambda: self.model.against_holding(who, slot, at),
            apply,
            is_repeat=self.model.holds_now(who, slot, at),
        )

    def book(self, who: int, slot: SlotFacts) -> Act:
        """Books a slot."""
        at = clock.now()
        return Act(
            lambda: book(self.guarantees[who], slot.slot_id, by=self.by(who), service=slot.service),
            lambda: self.model.against_booking(who, slot, at),
            lambda answer: self.model.book(who, slot, answer.body["bookingId"]),
        )

    def move(self, booking_id: str, slot: SlotFacts) -> Act:
        """Moves a booking to a slot."""
        at, booking = clock.now(), self.model.bookings[booking_id]
        body = {"slotId": slot.slot_id, "service": slot.service}
        return Act(
            lambda: act(booking_id, "reschedule", by=self.by(booking.who), body=body),
            lambda: self.model.against_moving(booking_id, slot, at),
            lambda _: self.model.move(booking_id, slot, at),
        )

    def cancel(self, booking_id: str) -> Act:
        """Cancels a booking."""
        at, booking = clock.now(), self.model.bookings[booking_id]
        return Act(
            lambda: act(booking_id, "cancel", by=self.by(booking.who)),
            lambda: self.model.against_cancelling(booking, at),
            lambda _: self.model.cancel(booking_id, at),
        )

    def join(self, who: int, days: int, wish: dict[str, str]) -> Act:
        """Joins the waitlist until so many days ahead; the wish says where, and for which service if any."""
        today, until = local_day(clock.now(), COUNTRY), self.model.guarantees[who].valid_until
        latest, service = today + timedelta(days=days), wish.get("service")
        window = {"earliest": today.isoformat(), "latest": latest.isoformat()}

        def apply(answer: Answered) -> None:
            joined_at = datetime.fromisoformat(answer.body["joinedAt"])
            entry = EntryFacts(WaitlistId(answer.body["waitlistId"]), who, latest, joined_at, until, service)
            self.model.entries[entry.waitlist_id] = entry

        return Act(
            lambda: join(self.guarantees[who], self.by(who), **window, **wish),
            lambda: self.model.against_joining(who, latest, service),
            apply,
        )

    def accept(self, entry: EntryFacts) -> Act:
        """Accepts an offer."""
        at = clock.now()
        return Act(
            lambda: choose(entry.waitlist_id, "accept", self.cprs[entry.who]),
            lambda: self.model.against_accepting(entry, at),
            lambda answer: self.model.accept(entry, answer.body["bookingId"]),
            refused=lambda code: self.model.not_accepted(entry, code, at),
        )

    def decline(self, entry: EntryFacts) -> Act:
        """Declines an offer."""
        at = clock.now()
        return Act(
            lambda: choose(entry.waitlist_id, "decline", self.cprs[entry.who]),
            lambda: self.model.against_choosing(entry),
            lambda _: self.model.pass_on(entry, at),
        )

    def leave(self, entry: EntryFacts) -> Act:
        """Leaves the waitlist."""
        at = clock.now()
        return Act(
            lambda: leave(entry.waitlist_id, self.cprs[entry.who]),
            lambda: "",
            lambda _: self.model.leave(entry, at),
        )

    # Staff

    def revoke(self, who: int) -> Act:
        """Revokes a guarantee."""
        known = self.model.guarantees[who]
        version = known.version
        return Act(
            lambda: revoke(self.guarantees[who], version),
            lambda: "guarantee-already-revoked" if known.is_revoked else "",
            lambda _: self.model.revoke(who),
        )
