"""SMS by Amazon SNS: ``Publish`` to a phone number.

Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (errors) and
https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html (attributes). To a number that has opted
out SNS answers ``InvalidParameter`` or ``OptedOut``. ``InvalidParameter`` says that some parameter of the
request is invalid, which can be our own. Only its message names the parameter, such as
``Invalid parameter: PhoneNumber Reason: +4512 is not valid to publish to``
(https://github.com/boto/boto3/issues/2195). Above the monthly limit it takes the message and drops
it later, which only the delivery log shows.
"""

from __future__ import annotations

import re

from botocore.exceptions import BotoCoreError, ClientError

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.outgoing import Rendered, Undeliverable
from helsebro_aws.notifications.outlets.provider_faults import raise_for
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

NUMBER = re.compile(r"\+[1-9]\d{6,14}")
NUMBER_IS_WRONG = "PhoneNumber"
NO_ADDRESS = {
    "InvalidParameter": NUMBER_IS_WRONG,
    "ParameterValueInvalid": NUMBER_IS_WRONG,
    "ValidationException": NUMBER_IS_WRONG,
    "OptedOut": "",
}
"""The codes that are about the number, each with what the message must contain. After any other fault the SMS
is sent later, since the number may be right."""
SENDER_NAME = "Helsebro"
"""At most eleven letters and digits; it stands in the place of the sender's number."""


class SmsOutlet:
    """``helsebro_aws.notifications.outgoing.Outlet`` on SNS."""

    def __init__(self, within: int, to: Settings = settings) -> None:
        self.within, self.settings = within, to

    def send(self, notification: Notification, rendered: Rendered, _: PostalAddress | None, /) -> str:
        """Returns SNS's id of the message. Raises ``NotSent``, ``Undeliverable``, ``OutcomeUnknown``."""
        if not NUMBER.fullmatch(notification.address):
            raise Undeliverable("not-a-number")
        sns = clients.client("sns", self.settings, self.within, once=True)
        attributes = {"AWS.SNS.SMS.SenderID": SENDER_NAME, "AWS.SNS.SMS.SMSType": "Transactional"}
        try:
            answer = sns.publish(
                PhoneNumber=notification.address,
                Message=rendered.sms,
                MessageAttributes={
                    name: {"DataType": "String", "StringValue": value} for name, value in attributes.items()
                },
            )
        except (BotoCoreError, ClientError) as fault:
            raise_for(fault, NO_ADDRESS)
        return str(answer["MessageId"])
