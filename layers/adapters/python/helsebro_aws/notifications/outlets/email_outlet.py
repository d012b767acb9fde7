"""E-mail by Amazon SES: API version 2, ``SendEmail``.

Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html, and its errors in the data
of botocore 1.43, ``sesv2/2019-09-27``. List-Unsubscribe: RFC 2369 and RFC 8058.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.outlets.provider_faults import raise_for
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

NO_ADDRESS = frozenset({"BadRequestException"})
"""The one part of a request that is not ours is the address. ``MessageRejected``, ``SendingPausedException``,
``AccountSuspendedException``, ``MailFromDomainNotVerifiedException``, ``LimitExceededException`` and
``TooManyRequestsException`` are about our account: nothing was sent, and it is sent later."""


class EmailOutlet:
    """``helsebro_aws.notifications.outgoing.Outlet`` on SES.

    ``unsubscribe`` returns the headers with which a kind that may be off is turned off.
    """

    def __init__(
        self,
        within: int,
        unsubscribe: Callable[[Notification], dict[str, str]] | None = None,
        to: Settings = settings,
    ) -> None:
        self.within, self.unsubscribe, self.settings = within, unsubscribe or self._preferences, to

    def send(self, notification: Notification, rendered: Rendered, _: PostalAddress | None, /) -> str:
        """Returns SES's id of the message. Raises ``NotSent``, ``Undeliverable``, ``OutcomeUnknown``."""
        ses = clients.client("sesv2", self.settings, self.within, once=True)
        try:
            return str(ses.send_email(**self._request(notification, rendered))["MessageId"])
        except (BotoCoreError, ClientError) as fault:
            raise_for(fault, NO_ADDRESS)

    def _request(self, notification: Notification, rendered: Rendered) -> dict[str, Any]:
        kind = KINDS[notification.kind]
        headers = self.unsubscribe(notification) if kind.may_be_off else {}
        simple: dict[str, Any] = {
            "Subject": _text(rendered.subject),
            "Body": {"Text": _text(rendered.text), "Html": _text(rendered.html)},
        }
        if headers:
            simple["Headers"] = [{"Name": name, "Value": value} for name, value in headers.items()]
        # What comes back about the message names these, so that its notification is found in one read.
        tags = {
            "notification": notification.notification_id,
            "case": notification.case_id,
            "payer": notification.payer or "none",
        }
        return {
            "FromEmailAddress": self.settings.mail_from,
            "Destination": {"ToAddresses": [notification.address]},
            "Content": {"Simple": simple},
            "EmailTags": [{"Name": name, "Value": value} for name, value in tags.items()],
            "ConfigurationSetName": self.settings.mail_configuration,
        }

    def _preferences(self, _: Notification) -> dict[str, str]:
        """Returns the header that leads to the person's choices, behind a login."""
        return {"List-Unsubscribe": f"<{self.settings.portal_url.rstrip('/')}/notifications>"}


def _text(data: str) -> dict[str, str]:
    return {"Data": data, "Charset": "UTF-8"}
