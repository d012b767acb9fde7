"""Sends a planned notification through the provider of its channel, once.

Trigger: its queue, fed by the bus with ``notification.planned``, with ``ReportBatchItemFailures``. After an
attempt whose end is unknown the next one says so in its text.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.errors import NotFound
from helsebro.ids import ClinicId, PractitionerId
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.occurrence import Occurrence
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.identity.pseudonym import invitation, user_invitation
from helsebro_aws.notifications.digital_post.credentials import StoredCredentials
from helsebro_aws.notifications.digital_post.digital_post_outlet import DigitalPostOutlet
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.letters.letter_outlet import LetterOutlet
from helsebro_aws.notifications.letters.letter_papers import LetterPapers
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.notifications.outlets.email_outlet import EmailOutlet
from helsebro_aws.notifications.outlets.sms_outlet import SmsOutlet
from helsebro_aws.notifications.preferences.unsubscribe_link import link_for
from helsebro_aws.notifications.rendering import render
from helsebro_aws.notifications.sender import Senders
from helsebro_aws.notifications.sending import Sending
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import (
    DynamoPractitionerLogins,
)
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done


def invitation_for(notification: Notification) -> str:
    """Returns the end of a link with a token: to a contract, or to the login of a practitioner.

    It is empty for a message to anyone else. The token stands behind a ``#``, which a browser sends to no
    server.
    """
    match KINDS[notification.kind].recipient:
        case "signatory":
            return f"/contract#{invitation(ClinicId(notification.case_id))}"
        case "invited":
            return _to_log_in(PractitionerId(notification.case_id))
        case _:
            return ""


def _to_log_in(practitioner_id: PractitionerId) -> str:
    """Returns nothing for an invitation that has ended since: its token would open nothing."""
    try:
        invited = logins.invited(practitioner_id).invitation
    except NotFound:
        return ""
    return f"/invitation#{user_invitation(practitioner_id, invited.sent_at)}" if invited else ""


def carried_by(notification: Notification) -> tuple[LetterPart, ...]:
    """Returns what a letter carries for a person who cannot log in; nothing on any other channel."""
    if notification.channel != "letter" or not notification.letters_only:
        return ()
    # Here, so that only a letter to such a person loads what explains a case.
    from helsebro_aws.deadlines.on_paper.case_on_paper import CaseOnPaper

    return CaseOnPaper().of(notification)


WITHIN = 10
"""Seconds for one message, its provider included; a batch of five is done before the timeout."""
senders, logins = Senders(), DynamoPractitionerLogins()
sending = Sending(
    EventFacts(DynamoBookings().find),
    {
        "email": EmailOutlet(WITHIN),
        "sms": SmsOutlet(WITHIN),
        "letter": LetterOutlet(senders.of, LetterPapers(WITHIN)),
        "digital-post": DigitalPostOutlet(
            StoredCredentials("digital_post_dk", WITHIN), StoredCredentials("digital_post_no", WITHIN)
        ),
    },
    lambda notification: render(
        notification,
        senders.of(notification),
        link_for(notification),
        invitation_for(notification),
        carried_by(notification),
    ),
)
processor = MessageBatch()


def send(record: SQSRecord) -> None:
    """Sends the notification of one message."""
    planned = Occurrence.read(json.loads(record.body))
    notification_id = planned.data["notificationId"]
    outcome = sending.run(planned.payer, planned.case_id, notification_id)
    done(f"notification.{outcome}", notificationId=notification_id)


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, send, processor, context)
