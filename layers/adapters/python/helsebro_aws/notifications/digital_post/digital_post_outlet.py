"""The outlet for digital post: Denmark's Digital Post or Norway's Digipost, by the country of the payer.

A recipient's CPR number or fødselsnummer is read here, only for the request, and never kept or logged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from ssl import SSLContext
from uuid import NAMESPACE_URL, uuid5

from helsebro.errors import NotFound
from helsebro.ids import PersonId, PolicyId
from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.digital_post import may_send_digital_post
from helsebro.notifications.notification import Notification
from helsebro.payer import Payer
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.notifications.digital_post import danish_digital_post, digipost
from helsebro_aws.notifications.digital_post.credentials import Credentials, StoredCredentials
from helsebro_aws.notifications.digital_post.memo import memo
from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.letters.carrying_payers import CarryingPayers
from helsebro_aws.notifications.outgoing import NO_PAYER, Rendered, Undeliverable
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from helsebro_aws.webhooks import safe_address

NOT_SET_UP = "channel-not-set-up"


def connected(url: str, trust: SSLContext | None) -> Provider:
    """Returns the provider at an address; on the embedded stack it may be on loopback."""
    return Provider(url, trust, local=safe_address.is_local())


class DigitalPostOutlet:
    """``helsebro_aws.notifications.outgoing.Outlet`` on the public mailboxes of both countries."""

    def __init__(
        self,
        denmark: StoredCredentials,
        norway: StoredCredentials,
        on: Tables = tables,
        connect: Callable[[str, SSLContext | None], Provider] = connected,
        real_now: Callable[[], datetime] = clock.real_now,
    ) -> None:
        self.denmark, self.norway, self.connect, self.real_now = denmark, norway, connect, real_now
        self.people, self.carrying, self.policies = DynamoPeople(on), CarryingPayers(on), DynamoPolicies(on)

    def send(self, notification: Notification, rendered: Rendered, _: PostalAddress | None, /) -> str:
        """Returns the provider's id. Raises ``Undeliverable`` also when the channel is not set up."""
        payer = self.carrying.of(notification)
        if payer is None:
            raise Undeliverable(NO_PAYER)
        # One uuid a notification: a provider that has it already refuses a repeated attempt.
        message_uuid = str(uuid5(NAMESPACE_URL, f"helsebro:{notification.notification_id}"))
        if not may_send_digital_post(payer):
            raise Undeliverable(NOT_SET_UP)
        if payer.country == "NO" and (known_by := self.norway.found):
            return self._to_digipost(notification, rendered, message_uuid, payer, known_by)
        if payer.country == "DK" and (known_by := self.denmark.found):
            return self._to_digital_post(notification, rendered, message_uuid, payer, known_by)
        raise Undeliverable(NOT_SET_UP)

    def _to_digital_post(
        self,
        notification: Notification,
        rendered: Rendered,
        message_uuid: str,
        payer: Payer,
        known_by: Credentials,
    ) -> str:
        message = memo(
            message_uuid,
            rendered,
            notification.language,
            sender=(payer.organisation_number or "", payer.name),
            recipient=(("CPR" if _is_person(notification) else "CVR"), self._number(notification, payer)),
            at=self.real_now(),
        )
        trust = known_by.trust() if known_by.certificate else None
        provider = self.connect(known_by.url, trust)
        return danish_digital_post.send(provider, known_by, message_uuid, message)

    def _to_digipost(
        self,
        notification: Notification,
        rendered: Rendered,
        message_uuid: str,
        payer: Payer,
        known_by: Credentials,
    ) -> str:
        kind = "personal-identification-number" if _is_person(notification) else "organisation-number"
        provider = self.connect(known_by.url, None)
        recipient = (kind, self._number(notification, payer))
        return digipost.send(provider, known_by, message_uuid, rendered, recipient, self.real_now())

    def _number(self, notification: Notification, payer: Payer) -> str:
        """Returns the digits of a person's number, or a policyholder's. Raises ``Undeliverable``."""
        try:
            if _is_person(notification):
                number = self.people.national_number(payer.slug, PersonId(notification.recipient))
            else:
                number = self.policies.find(PolicyId(notification.recipient)).policyholder.cvr
        except NotFound:
            raise Undeliverable("number-unknown") from None
        digits = "".join(character for character in number if character.isdigit())
        if not digits:
            raise Undeliverable("number-unknown")
        return digits


def _is_person(notification: Notification) -> bool:
    return notification.recipient.startswith("per_")
