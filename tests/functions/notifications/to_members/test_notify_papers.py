"""What is sent about a paper that was rejected: which kind of paper, why, and nothing else of it."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId, DocumentId
from helsebro.notifications.notification import Notification
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.documents.rejection_view import help_with
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.rendering import render
from local.notifications.demo import SENDER
from tests.builders.calls import staff
from tests.builders.claims import claim_of, consent, document_of
from tests.builders.documents.checked_papers import check
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
NO_PDF = b"MZ no PDF"


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"), email="anna@example.org")
    made = claim_of()
    consent(made)
    return made


def told_of(claim_id: ClaimId, document_id: DocumentId, aws: dict[str, Any]) -> list[Notification]:
    assert check(claim_id, document_id) == "rejected"
    assert notify("document.rejected", claimId=claim_id, documentId=document_id) == []
    return [each for each in notifications_in(aws) if each.kind == "document-rejected"]


def test_a_member_is_told_which_kind_of_paper_was_rejected_and_what_to_do(
    claim_id: ClaimId, aws: dict[str, Any]
) -> None:
    journal = document_of(claim_id, NO_PDF, fileType="journal", fileName="Min diskusprolaps.pdf")
    [told] = told_of(claim_id, journal, aws)
    assert told.variables == {"paper": "journal", "rejection": "content-type-differs"}
    said = render(told, SENDER).text
    assert "journalen" in said
    assert help_with("content-type-differs", "da") in said
    assert "diskusprolaps" not in said


def test_nothing_is_sent_about_a_paper_that_staff_added(claim_id: ClaimId, aws: dict[str, Any]) -> None:
    caseworker = staff("caseworker", payer="tryg")
    assert told_of(claim_id, document_of(claim_id, NO_PDF, by=caseworker), aws) == []


def test_a_message_that_waits_is_not_sent_once_the_paper_was_sent_again(
    claim_id: ClaimId, aws: dict[str, Any]
) -> None:
    [told] = told_of(claim_id, document_of(claim_id, NO_PDF), aws)
    facts = EventFacts(DynamoBookings().find)
    document_of(claim_id, fileType="journal")
    assert facts.hold(told)
    document_of(claim_id)
    assert not facts.hold(told)
