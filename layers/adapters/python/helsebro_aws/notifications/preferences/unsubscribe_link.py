"""Unsubscribe link: turns off the e-mail of one kind, without a login (RFC 8058).

Its token is encrypted, so it shows neither the person nor the kind, and it is never logged.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta

from helsebro.errors import Refused
from helsebro.ids import PersonId
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS
from helsebro_aws.platform import clock, field_encryption
from helsebro_aws.platform.settings import settings

VALID = timedelta(days=90)
LONGEST = 2000
"""A token is about 400 characters; a longer one is never sent to KMS."""
PATH = "/v1/unsubscribe"
BOUND_TO = {"table": "people", "field": "unsubscribe"}


@dataclass(frozen=True)
class Unsubscription:
    """What a token says: whose e-mail of which kind is turned off."""

    person_id: PersonId
    kind: NotificationKind


def link_for(notification: Notification) -> str:
    """Returns the link that turns off e-mails of the notification's kind; ``""`` where there is none.

    Only an e-mail of a kind that may be off has one. Raises ``Unavailable`` when KMS does not answer,
    ``EncryptionRefused`` when it refuses.
    """
    if notification.channel != "email" or not KINDS[notification.kind].may_be_off:
        return ""
    token = token_for(PersonId(notification.recipient), notification.kind, clock.real_now() + VALID)
    return f"{settings.public_url.rstrip('/')}{PATH}?token={token}"


def token_for(person_id: PersonId, kind: str, until: datetime) -> str:
    """Returns the token for one person and one kind. Raises ``Unavailable``."""
    plain = f"{int(until.timestamp())} {kind} {person_id}"
    sealed = field_encryption.encrypt(plain, **BOUND_TO)
    return urlsafe_b64encode(sealed.encode()).decode().rstrip("=")


def read(token: str | None, now: datetime) -> Unsubscription:
    """Returns what a token says. Raises ``Refused`` for one that we did not make, or that is too old."""
    until, kind, person_id = _opened(token or "").split(" ")
    if int(until) < now.timestamp():
        raise _invalid()
    found = CHOSEN_BY_MEMBERS.get(kind)
    if found is None or not found.may_be_off:
        raise _invalid()
    return Unsubscription(PersonId(person_id), found)


def _opened(token: str) -> str:
    if not token or len(token) > LONGEST:
        raise _invalid()
    try:
        sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode("ascii")
        return field_encryption.decrypt(sealed, **BOUND_TO)
    except (binascii.Error, ValueError, field_encryption.EncryptionRefused):
        raise _invalid() from None


def _invalid() -> Refused:
    return Refused("unsubscribe-link-invalid")
