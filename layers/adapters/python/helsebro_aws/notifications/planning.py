"""Planning: the notifications of an event, each stored once with the event that makes it leave.

A notification whose time no longer holds is withdrawn before new ones are planned: when a booking has moved
or is cancelled, its earlier notifications may still wait for the end of the quiet hours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.kinds import OF_CLIENTS, kinds_on
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.plan import plan
from helsebro.occurrence import Occurrence
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications, NotificationChanged
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.notifications.session_facts import NothingToSay, Variables
from helsebro_aws.notifications.to_clinics.haste import in_time
from helsebro_aws.notifications.to_clinics.listening import is_told_by_system
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done


@dataclass(frozen=True)
class Planning:
    """Plans what is sent for an event; a second run changes nothing (promise 4)."""

    recipients: Recipients
    facts: EventFacts
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)

    def run(self, cause: Occurrence) -> None:
        """Withdraws what no longer holds, and plans every notification of the event. Raises ``NotFound``."""
        self._withdraw(cause)
        for kind in kinds_on(cause.type, cause.data):
            outcome = self._plan(kind, cause)
            done(f"notification.{outcome}", eventId=cause.event_id, kind=kind.kind)

    def _plan(self, kind: NotificationKind, cause: Occurrence) -> str:
        is_of_client = kind.kind in OF_CLIENTS
        is_of_no_clinic = is_of_client and not cause.clinic_id
        everyone = [] if is_of_no_clinic else self.recipients.every(kind, cause)
        if not everyone:
            return "without-recipient"
        everyone = [to for to in everyone if self.facts.may_be_told(kind, to.recipient)]
        if not everyone:
            return "not-needed"
        to = everyone[0]
        if is_of_client and is_told_by_system(self.recipients.clinics.find(cause.clinic_id)):
            return "told-by-webhook"
        try:
            # By whether its reader has a login: one of two parents may have none.
            said = {
                is_on_paper: self.facts.of(kind, cause, has_login=not is_on_paper)
                for is_on_paper in {each.letters_only for each in everyone}
            }
        except NothingToSay:
            return "not-needed"
        if is_of_client:
            variables = said[to.letters_only]
            return self._stored(kind, cause.told_to_clinic(), [in_time(kind, to, variables)], said)
        return self._stored(kind, cause, everyone, said)

    def _stored(
        self,
        kind: NotificationKind,
        cause: Occurrence,
        everyone: Sequence[Addressee],
        said: Mapping[bool, Variables],
    ) -> str:
        at = clock.now()
        planned = [each for to in everyone for each in plan(kind, cause, to, said[to.letters_only], at)]
        if not planned:
            return "turned-off"
        return "planned" if self.notifications.plan(cause, kind.kind, planned) else "planned-before"

    def _withdraw(self, cause: Occurrence) -> None:
        if cause.booking_id is None:
            return
        for known in self.notifications.open_about(cause.payer, cause.case_id, cause.booking_id):
            if known.state == "planned" and not self.facts.hold(known):
                # It is being sent at this moment: the sending itself looks once more whether it holds.
                with suppress(NotificationChanged):
                    self.notifications.change(known, known.ended("withdrawn"))
                    done("notification.withdrawn", notificationId=known.notification_id)
