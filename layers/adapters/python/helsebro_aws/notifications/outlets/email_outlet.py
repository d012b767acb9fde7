"""E-mail by Amazon SES: API version 2, ``SendEmail``.

Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html, and its errors in the data
of botocore 1.43, ``sesv2/2019-09-27``. List-Unsubscribe: RFC 2369 and RFC 8058.
"""

from __future__ import annotations

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from helsebro.email_address import deliverable
from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.outgoing import Rendered, Undeliverable
from helsebro_aws.notifications.outlets.provider_faults import raise_for
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

NO_ADDRESS = "not-an-address"


class EmailOutlet:
    """``helsebro_aws.notifications.outgoing.Outlet`` on SES.

    A mail with a link to unsubscribe also has it in the headers with which a mail program shows a button.
    """

    def __init__(self, within: int, to: Settings = settings) -> None:
        self.within, self.settings = within, to

    def send(self, notification: Notification, rendered: Rendered, _: PostalAddress | None, /) -> str:
        """Returns SES's id of the message. Raises ``NotSent``, ``Undeliverable``, ``OutcomeUnknown``."""
        address = deliverable(notification.address)
        if address is None:
            raise Undeliverable(NO_ADDRESS)
        ses = clients.client("sesv2", self.settings, self.within, once=True)
        try:
            return str(ses.send_email(**self._request(notification, rendered, address))["MessageId"])
        except (BotoCoreError, ClientError) as fault:
            # No error of ``SendEmail`` is about the recipient's address alone. ``BadRequestException`` says
            # that some part of the request is invalid, ``MessageRejected`` also that the sender is not
            # verified; the others are about our account. So the address was checked before, and the mail is
            # sent later.
            raise_for(fault)

    def _request(self, notification: Notification, rendered: Rendered, address: str) -> dict[str, Any]:
        simple: dict[str, Any] = {
            "Subject": _text(rendered.subject),
            "Body": {"Text": _text(rendered.text), "Html": _text(rendered.html)},
        }
        if rendered.unsubscribe:
            simple["Headers"] = [
                {"Name": "List-Unsubscribe", "Value": f"<{rendered.unsubscribe}>"},
                {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"},
            ]
        # What comes back about the message names these, so that its notification is found in one read.
        tags = {
            "notification": notification.notification_id,
            "case": notification.case_id,
            "payer": notification.payer or "none",
        }
        return {
            "FromEmailAddress": self.settings.mail_from,
            "Destination": {"ToAddresses": [address]},
            "Content": {"Simple": simple},
            "EmailTags": [{"Name": name, "Value": value} for name, value in tags.items()],
            "ConfigurationSetName": self.settings.mail_configuration,
        }


def _text(data: str) -> dict[str, str]:
    return {"Data": data, "Charset": "UTF-8"}
