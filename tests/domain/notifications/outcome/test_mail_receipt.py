"""Receipts count by their rank, whatever the order in which they come."""

from __future__ import annotations

from itertools import permutations, product
from typing import Any

import pytest

from helsebro.notifications.outcome.mail_receipt import RANK, MailReceipt
from tests.builders.domain.sent_messages import AT, PROVIDER_ID, notification, sent


def receipt(result: Any, provider_id: str = PROVIDER_ID) -> MailReceipt:
    about = sent()
    return MailReceipt(result, about.payer, about.case_id, about.notification_id, provider_id)


@pytest.mark.parametrize("order", list(permutations(RANK)))
def test_in_any_order_the_result_of_the_highest_rank_stays(order: tuple[str, ...]) -> None:
    about = sent()
    for result in (*order, *order):
        if receipt(result).changes(about):
            about = about.ended(result)  # type: ignore[arg-type]
    assert about.state == "complained"


def test_a_delivery_after_a_bounce_changes_nothing() -> None:
    assert not receipt("delivered").changes(sent(state="bounced"))


def test_a_receipt_about_another_message_changes_nothing() -> None:
    assert not receipt("bounced", "0100-other").changes(sent())


def test_a_receipt_counts_for_an_attempt_whose_end_is_unknown() -> None:
    assert receipt("delivered").changes(notification().sending(AT))


@pytest.mark.parametrize(("result", "state"), list(product(RANK, ("planned", "failed", "withdrawn"))))
def test_a_receipt_about_what_was_not_sent_changes_nothing(result: str, state: str) -> None:
    assert not receipt(result).changes(sent(state=state))


@pytest.mark.parametrize("channel", ["sms", "letter", "digital-post"])
def test_a_receipt_is_about_an_email_only(channel: str) -> None:
    assert not receipt("bounced").changes(sent(channel=channel))
