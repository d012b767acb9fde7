"""Digital post by the country and kind of the payer; without credentials the channel is not set up."""

from __future__ import annotations

import json
from functools import partial
from ssl import SSLContext
from typing import Any

import pytest

from helsebro.notifications.notification import Notification
from helsebro.payer import Contact, Payer
from helsebro_aws.notifications.digital_post.credentials import Credentials, StoredCredentials
from helsebro_aws.notifications.digital_post.digital_post_outlet import DigitalPostOutlet
from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.outgoing import Undeliverable
from helsebro_aws.platform.settings import Settings
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from tests.builders.domain.sent_messages import notification
from tests.builders.messages.notifications import TEXT
from tests.builders.messages.provider_server import ProviderServer
from tests.builders.policies import EMPLOYER_CVR, insured_of, payer_of, policy_of

RECEIPT = json.dumps({"receiptStatus": "RECEIVED", "transmissionId": "t-1"}).encode()


def stored(parameter: str = "", aws: dict[str, Any] | None = None, **value: str) -> StoredCredentials:
    """Returns credentials in a parameter, or ones that no operator has stored."""
    if aws:
        aws["ssm"].put_parameter(Name=parameter, Value=json.dumps(value), Type="SecureString", Overwrite=True)
    environment = {"HELSEBRO_DIGITAL_POST": parameter} if parameter else {}
    return StoredCredentials("digital_post", 10, Settings({**_endpoint(aws), **environment}))


def _endpoint(aws: dict[str, Any] | None) -> dict[str, str]:
    return {"AWS_ENDPOINT_URL": aws["ssm"].meta.endpoint_url} if aws else {}


def payer(kind: Any, country: Any) -> None:
    currency: Any = "NOK" if country == "NO" else "DKK"
    contact = Contact("a@example.org", "70112233", "8-16")
    DynamoPayers().set(
        Payer("tryg", "Tryg", kind, country, currency, contact, organisation_number="55133018")
    )


def by_digital_post(**given: Any) -> Notification:
    return notification(**{"channel": "digital-post", "address": "", **given})


def outlet(denmark: StoredCredentials, norway: StoredCredentials) -> DigitalPostOutlet:
    def connect(url: str, _: SSLContext | None) -> Provider:
        return Provider(url, local=True)

    return DigitalPostOutlet(denmark, norway, connect=connect)


@pytest.mark.parametrize(("kind", "country"), [("insurer", "DK"), ("municipality", "DK"), ("insurer", "NO")])
def test_without_credentials_the_channel_is_not_set_up(aws: dict[str, Any], kind: str, country: str) -> None:
    assert aws
    payer(kind, country)
    with pytest.raises(Undeliverable, match="channel-not-set-up"):
        outlet(stored(), stored()).send(by_digital_post(), TEXT, None)


def test_a_parameter_that_no_operator_has_stored_leaves_the_channel_off(aws: dict[str, Any]) -> None:
    named = {"HELSEBRO_DIGITAL_POST": "/not/stored"}
    settings = Settings({**_endpoint(aws), **named})
    assert StoredCredentials("digital_post", 10, settings).found is None


def test_an_insurer_may_not_send_digital_post_in_denmark(aws: dict[str, Any], server: ProviderServer) -> None:
    payer("insurer", "DK")
    known_by = stored("/dk", aws, url=server.url, account="a", key="k")
    with pytest.raises(Undeliverable, match="channel-not-set-up"):
        outlet(known_by, stored()).send(by_digital_post(), TEXT, None)
    assert server.calls == 0


def test_a_municipality_sends_digital_post_to_a_company_at_its_number(
    aws: dict[str, Any], server: ProviderServer
) -> None:
    payer("municipality", "DK")
    server.status, server.body = 201, RECEIPT
    known_by = stored("/dk", aws, url=server.url, account="a", key="k")
    to = by_digital_post(recipient=policy_of("tryg"))
    assert outlet(known_by, stored()).send(to, TEXT, None) == "t-1"
    assert f"<memo:recipientID>{EMPLOYER_CVR}</memo:recipientID><memo:idType>CVR".encode() in server.sent


def test_a_persons_number_is_read_for_the_request_only(
    aws: dict[str, Any], server: ProviderServer, capsys: pytest.CaptureFixture[str]
) -> None:
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg"))
    payer("municipality", "DK")
    server.status, server.body = 201, RECEIPT
    known_by = stored("/dk", aws, url=server.url, account="a", key="k")
    outlet(known_by, stored()).send(by_digital_post(recipient=person_id), TEXT, None)
    number = DynamoPeople().national_number("tryg", person_id)
    named = f"<memo:recipientID>{number.replace('-', '')}</memo:recipientID><memo:idType>CPR"
    assert named.encode() in server.sent
    assert number not in capsys.readouterr().out


@pytest.mark.parametrize("recipient", ["per_a2zt5pxlrqsc3dmkow7vyb4g", "pol_ar2hezza4lxhmc6nmgjjqa2q"])
def test_without_a_number_no_digital_post_is_sent(
    recipient: str, aws: dict[str, Any], server: ProviderServer
) -> None:
    payer("municipality", "DK")
    known_by = stored("/dk", aws, url=server.url, account="a", key="k")
    with pytest.raises(Undeliverable, match="number-unknown"):
        outlet(known_by, stored()).send(by_digital_post(recipient=recipient), TEXT, None)
    assert server.calls == 0


def test_a_norwegian_payer_sends_by_digipost_with_one_id_for_every_attempt(
    aws: dict[str, Any], server: ProviderServer, known_by: Credentials
) -> None:
    payer_of("tryg")
    to = by_digital_post(recipient=policy_of("tryg"))
    payer("insurer", "NO")
    norway = stored("/no", aws, url=server.url, account="9999", key=known_by.key)
    send = partial(outlet(stored(), norway).send, to)
    first = send(TEXT, None)
    assert (send(TEXT, None), server.path, server.calls) == (first, "/messages", 2)
    assert f"<organisation-number>{EMPLOYER_CVR}</organisation-number>".encode() in server.sent
