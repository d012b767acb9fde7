"""Letters and digital post leave by the same way as mail and SMS."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.letters.dynamo_letters import DynamoLetters
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.domain.sent_messages import AT, HOME, PERSON_ID, notification
from tests.builders.notifications import now, send, stored
from tests.builders.policies import payer_of


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def planned(channel: str) -> Notification:
    return stored(notification(channel=channel, address="", planned_at=clock.now()))


def lives(**given: Any) -> None:
    contacts = DynamoContacts()
    record = ContactRecord(PersonId(PERSON_ID), **{"changed_at": AT, "version": 1, **given})
    contacts.tables.commit([contacts.put(record, 0)])


def test_a_letter_is_put_into_the_print_queue(aws: dict[str, Any]) -> None:
    lives(address=HOME, has_login=False)
    sent = planned("letter")
    assert send(sent) == []
    ([letter], _) = DynamoLetters().page("tryg", "queued", 10, None)
    after = now(sent)
    assert (after.state, after.letter, after.attempts[-1].provider_id) == ("sent", "queued", letter.letter_id)
    assert (
        aws["s3"].get_object(Bucket="letters", Key=f"tryg/{letter.letter_id}.pdf")["Body"].read(5) == b"%PDF-"
    )


def test_a_letter_without_an_address_bounces_and_is_never_queued(aws: dict[str, Any]) -> None:
    sent = planned("letter")
    assert send(sent) == []
    after = now(sent)
    assert (after.state, after.attempts[-1].fault) == ("bounced", "address-incomplete")
    assert list(DynamoLetters().page("tryg", "queued", 10, None)[0]) == []
    assert len(outbox_rows(aws, "notification.bounced")) == 1


def test_digital_post_that_is_not_set_up_says_so_and_bounces(aws: dict[str, Any]) -> None:
    sent = planned("digital-post")
    assert send(sent) == []
    after = now(sent)
    assert (after.state, after.attempts[-1].fault) == ("bounced", "channel-not-set-up")
    assert len(outbox_rows(aws, "notification.bounced")) == 1
