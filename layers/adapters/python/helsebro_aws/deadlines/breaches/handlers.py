"""Handlers: what happens with a deadline beside its event, by the names in the table of clocks.

A missed deadline needs no handler to notify the staff: the event ``deadline.missed`` does.
"""

from __future__ import annotations

from collections.abc import Mapping

from helsebro_aws.deadlines.breaches.contact_reminder import ContactReminder
from helsebro_aws.deadlines.breaches.expired_consent import ExpiredConsent
from helsebro_aws.deadlines.breaches.hand_over import HandOver
from helsebro_aws.deadlines.breaches.opened_task import OpenedTask
from helsebro_aws.deadlines.deadline_parts import BreachHandler

BREACHES: Mapping[str, BreachHandler] = {
    "open-task": OpenedTask().open,
    "remind-clinic": ContactReminder().remind,
    "announce-hand-over": HandOver().announce,
    "hand-over": HandOver().complete,
    "tell-clinic": ExpiredConsent().tell_clinic,
    "tell-clinics": ExpiredConsent().tell_clinics,
}
