"""What reaches no person, and is about no case, is a mail to the staff; what is about a case is a task."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import PersonId, enquiry_of
from helsebro.notifications.rows.others import OF_CASES
from tests.builders.claims import claim_of
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.messages.threads import BEFORE_A_CASE, written
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
UNDELIVERABLE = {"notificationId": "ntf_1", "channel": "digital-post"}


@pytest.fixture
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


@pytest.mark.parametrize("kind", ["general-consent-expiring", "contact-consent-expiring"])
def test_a_reminder_of_no_payer_is_a_mail_to_the_staff_who_insure_the_person(
    anna: PersonId, aws: dict[str, Any], kind: str
) -> None:
    notify("notification.undeliverable", payer="", personId=anna, kind=kind, **UNDELIVERABLE)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address, planned.case_id) == (
        "person-unreachable",
        "sundhed@example.org",
        anna,
    )
    assert planned.recipient == "tryg"


def test_an_answer_to_an_enquiry_is_a_mail_to_the_staff(anna: PersonId, aws: dict[str, Any]) -> None:
    assert anna
    enquiry_id = str(enquiry_of(written(BEFORE_A_CASE)))
    before = len(notifications_in(aws))
    notify("notification.undeliverable", enquiryId=enquiry_id, kind="message-arrived", **UNDELIVERABLE)
    planned = [each for each in notifications_in(aws) if each.kind == "person-unreachable"]
    assert [(each.address, each.case_id) for each in planned] == [("sundhed@example.org", enquiry_id)]
    assert len(notifications_in(aws)) == before + 1


@pytest.mark.parametrize("kind", OF_CASES)
def test_what_is_about_a_case_is_a_task_and_no_mail(anna: PersonId, aws: dict[str, Any], kind: str) -> None:
    assert anna
    claim_id = claim_of()
    before = len(notifications_in(aws))
    notify("notification.undeliverable", claimId=claim_id, kind=kind, **UNDELIVERABLE)
    assert len(notifications_in(aws)) == before


@pytest.mark.parametrize("kind", OF_CASES)
def test_every_kind_of_message_to_a_person_is_known_to_the_staff_when_it_reaches_no_one(
    anna: PersonId, aws: dict[str, Any], kind: str
) -> None:
    notify("notification.undeliverable", personId=anna, kind=kind, **UNDELIVERABLE)
    assert [each.kind for each in notifications_in(aws)] == ["person-unreachable"]
