"""Event report: an event of Stripe's as a report of one row, so that it is applied as a bank's answer is."""

from __future__ import annotations

from helsebro.payments.bank.bank_report import BankReport
from helsebro_aws.payments.stripe.event_body import event_of
from helsebro_aws.payments.stripe.stripe_object import NotStripes


def report_of(body: bytes) -> BankReport:
    """Returns the report of a stored event. Raises ``NotStripes`` when it is about none of ours."""
    event = event_of(body)
    if event is None:
        raise NotStripes("event")
    return BankReport("stripe", event.happened, event.event_id, event.at, (event.as_answer(),))
