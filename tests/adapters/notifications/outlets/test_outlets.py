"""What SES and SNS answer, and what it means: sent, not sent, no such address, or no one knows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from helsebro_aws.notifications.outgoing import NotSent, Outlet, Rendered, Undeliverable
from helsebro_aws.notifications.outlets.email_outlet import EmailOutlet
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from helsebro_aws.notifications.outlets.sms_outlet import SmsOutlet
from helsebro_aws.platform.settings import Settings
from tests.builders.domain.notifications import notification
from tests.suite.failing_service import CLOSED, NO_CODE, RESET, Asked, Reply, failing, fault, found

pytestmark = pytest.mark.usefixtures("aws_endpoint")
WORDS = Rendered("Subject", "Text", "<p>Html</p>", "SMS")
NUMBER = "+4520123456"


def settings_at(url: str) -> Settings:
    """Returns the settings of a function whose provider is at an address."""
    return Settings(
        {
            "AWS_ENDPOINT_URL": url,
            "AWS_REGION": "eu-north-1",
            "HELSEBRO_MAIL_FROM": "no-reply@example.org",
            "HELSEBRO_MAIL_CONFIGURATION": "helsebro-mail",
            "HELSEBRO_PORTAL_URL": "https://portal.example/",
        }
    )


OF_THE_NUMBER = f"Invalid parameter: PhoneNumber Reason: {NUMBER} is not valid to publish to"
OF_THE_SENDER = "Invalid parameter: The message attribute AWS.SNS.SMS.SenderID is not valid"


def sns_fault(status: int, code: str, message: str = NUMBER) -> Reply:
    """Returns an error of SNS, which answers in XML."""
    error = f"<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
    return Reply(status, f"<ErrorResponse>{error}</ErrorResponse>".encode(), {"content-type": "text/xml"})


def outlet_of(channel: str, url: str) -> Outlet:
    """Returns the outlet of a channel."""
    to = settings_at(url)
    return EmailOutlet(10, to) if channel == "email" else SmsOutlet(10, to=to)


def send(channel: str, url: str) -> str:
    """Sends a message on a channel."""
    address = "anna@example.org" if channel == "email" else NUMBER
    sent: Any = {"channel": channel, "address": address}
    return outlet_of(channel, url).send(notification(**sent), WORDS, None)


NOT_SENT = [
    ("email", fault(400, "MessageRejected"), "MessageRejected"),
    ("email", fault(400, "SendingPausedException"), "SendingPausedException"),
    ("email", fault(400, "AccountSuspendedException"), "AccountSuspendedException"),
    ("email", fault(400, "MailFromDomainNotVerifiedException"), "MailFromDomainNotVerifiedException"),
    ("email", fault(400, "LimitExceededException"), "LimitExceededException"),
    ("email", fault(429, "TooManyRequestsException"), "TooManyRequestsException"),
    ("email", fault(404, "NotFoundException"), "NotFoundException"),
    ("email", fault(400, "BadRequestException"), "BadRequestException"),
    ("email", fault(403, "AccessDeniedException"), "AccessDeniedException"),
    ("sms", sns_fault(400, "Throttling"), "Throttling"),
    ("sms", sns_fault(403, "AuthorizationError"), "AuthorizationError"),
    ("sms", sns_fault(400, "KMSThrottling"), "KMSThrottling"),
    ("sms", sns_fault(400, "InvalidParameter", OF_THE_SENDER), "InvalidParameter"),
    ("sms", sns_fault(400, "ParameterValueInvalid", OF_THE_SENDER), "ParameterValueInvalid"),
    ("sms", sns_fault(400, "ValidationException", OF_THE_SENDER), "ValidationException"),
]
NO_ADDRESS = [
    ("sms", sns_fault(400, "InvalidParameter", OF_THE_NUMBER), "InvalidParameter"),
    ("sms", sns_fault(400, "ParameterValueInvalid", OF_THE_NUMBER), "ParameterValueInvalid"),
    ("sms", sns_fault(400, "OptedOut"), "OptedOut"),
]
UNKNOWN = [
    ("email", fault(500, "InternalFailure")),
    ("email", NO_CODE),
    ("email", CLOSED),
    ("email", RESET),
    ("email", fault(400, "RequestTimeout")),
    ("sms", sns_fault(500, "InternalError")),
    ("sms", CLOSED),
]


@pytest.mark.parametrize("channel, reply, code", NOT_SENT)
def test_a_clear_no_is_not_sent_and_keeps_only_the_code(
    channel: str, reply: Reply, code: str, aws_endpoint: str
) -> None:
    with failing(lambda _: reply, aws_endpoint) as provider, pytest.raises(NotSent) as refused:
        send(channel, provider.url)
    assert str(refused.value) == code
    assert len(provider.asked) == 1


@pytest.mark.parametrize("channel, reply, code", NO_ADDRESS)
def test_an_address_that_is_none_is_undeliverable(
    channel: str, reply: Reply, code: str, aws_endpoint: str
) -> None:
    with failing(lambda _: reply, aws_endpoint) as provider, pytest.raises(Undeliverable) as refused:
        send(channel, provider.url)
    assert str(refused.value) == code


@pytest.mark.parametrize("channel, reply", UNKNOWN)
def test_after_a_fault_or_a_lost_reply_no_one_knows_and_nothing_is_sent_again(
    channel: str, reply: Reply, aws_endpoint: str
) -> None:
    with failing(lambda _: reply, aws_endpoint) as provider, pytest.raises(OutcomeUnknown) as unknown:
        send(channel, provider.url)
    assert len(provider.asked) == 1
    assert "@" not in str(unknown.value) + str(unknown.value.__cause__)


@pytest.mark.parametrize("channel", ["email", "sms"])
def test_a_provider_that_cannot_be_reached_has_sent_nothing(channel: str) -> None:
    with pytest.raises(NotSent, match="EndpointConnectionError"):
        send(channel, "http://127.0.0.1:9")


def request_for(kind: str, aws_endpoint: str, words: Rendered = WORDS) -> Mapping[str, Any]:
    """Returns the body of the request that sends a kind of notification by mail."""
    bodies: list[Mapping[str, Any]] = []

    def taken(asked: Asked) -> Reply:
        bodies.append(json.loads(asked.body))
        return found({"MessageId": "m-1"})

    with failing(taken, aws_endpoint) as provider:
        mail = notification(kind=kind)
        assert outlet_of("email", provider.url).send(mail, words, None) == "m-1"
    return bodies[0]


def test_a_mail_names_its_notification_and_nothing_of_the_person(aws_endpoint: str) -> None:
    sent = request_for("decision-made", aws_endpoint)
    tags = {tag["Name"]: tag["Value"] for tag in sent["EmailTags"]}
    mail = notification(kind="decision-made")
    assert tags == {"notification": mail.notification_id, "case": mail.case_id, "payer": "tryg"}
    assert sent["ConfigurationSetName"] == "helsebro-mail"
    assert "Headers" not in sent["Content"]["Simple"]


def test_a_mail_with_a_link_to_unsubscribe_has_a_button_for_it(aws_endpoint: str) -> None:
    link = "https://api.example/v1/unsubscribe?token=t"
    sent = request_for("papers-missing", aws_endpoint, replace(WORDS, unsubscribe=link))
    headers = {header["Name"]: header["Value"] for header in sent["Content"]["Simple"]["Headers"]}
    assert headers == {
        "List-Unsubscribe": f"<{link}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


NO_NUMBERS = ["", "12", "20123456", "+", "+0045201234", "+45 20123456", "+4520123456\n"]


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_a_text_that_is_no_number_is_never_sent(number: str, aws_endpoint: str) -> None:
    sms = notification(channel="sms", address=number)
    with failing(lambda _: None, aws_endpoint) as provider:
        with pytest.raises(Undeliverable, match="not-a-number"):
            outlet_of("sms", provider.url).send(sms, WORDS, None)
        assert provider.asked == []


@pytest.mark.parametrize("address", ["", "anna", "anna@example", "bjørn@example.org", "a@b.dk, c@d.dk"])
def test_a_text_that_is_no_address_is_never_sent(address: str, aws_endpoint: str) -> None:
    with failing(lambda _: None, aws_endpoint) as provider:
        with pytest.raises(Undeliverable, match="not-an-address"):
            outlet_of("email", provider.url).send(notification(address=address), WORDS, None)
        assert provider.asked == []
