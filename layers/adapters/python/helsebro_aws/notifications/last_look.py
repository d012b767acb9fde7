"""Last look: what has changed about the recipient since a message was planned, just before it leaves.

An SMS can wait for the whole night. It must not go to a number that the person has replaced meanwhile, nor on
a channel that the person has turned off, and none leaves in the quiet hours, however late its worker is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from helsebro.notifications.channel import SILENT
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.quiet_hours import end_of_quiet_hours
from helsebro_aws.notifications.recipients import Recipients


@dataclass(frozen=True)
class LastLook:
    """Looks at the contact record of today."""

    recipients: Recipients = field(default_factory=Recipients)

    def at(self, known: Notification, now: datetime) -> Notification:
        """Returns a planned notification as it is to leave now.

        It has today's address. It waits (``not_before``) when these are quiet hours, is ``withdrawn`` when
        its kind was turned off, and ``bounced`` when its channel was, or has no address: then it goes another
        way. An attempt whose end is unknown is repeated as it was; a notice to a former address stays.
        """
        if known.state != "planned" or known.replaced_by:
            return known
        to = self.recipients.today(known.recipient)
        if to is None:
            return known
        kind = KINDS[known.kind]
        if kind.may_be_off and not to.wants(kind):
            return known.ended("withdrawn")
        if kind.may_be_off and not known.instead_of and known.channel not in to.reached_by(kind):
            return _not_sent(known, now, "not-wanted")
        # The print queue knows itself whether an address is complete.
        if known.channel not in ("letter", *to.addresses):
            return _not_sent(known, now, "no-address")
        quiet = None if known.channel in SILENT else end_of_quiet_hours(now, to.country)
        return replace(known, address=to.addresses.get(known.channel, known.address), not_before=quiet)


def _not_sent(known: Notification, at: datetime, code: str) -> Notification:
    return known.sending(at).refused(code).ended("bounced")
