"""Stripe is called as its documentation says, and a call that ends without an answer may be made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Thread
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from helsebro.payments.stripe.transfer_outcome import (
    StripeKeyRefused,
    TransferDiffers,
    TransferMade,
    TransferPending,
    TransferRefused,
)
from helsebro_aws.invoices.payouts.stripe_server import AGENT, VERSION, StripeServer
from helsebro_aws.webhooks.safe_call import CalledServer
from local.stripe.server import server
from local.stripe.small_stripe import SmallStripe
from tests.adapters.payments.stripe.test_transfer_answer import ASKED, OURS, body, transfer
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer


@pytest.fixture
def provider() -> Iterator[ProviderServer]:
    with provider_server.running() as running:
        yield running


def stripe_at(url: str, key: str = "sk_test_1") -> StripeServer:
    return StripeServer(CalledServer(url, AGENT, local=True, whole_time=5), key)


@pytest.fixture
def local() -> Iterator[tuple[str, SmallStripe]]:
    """Stripe of the embedded stack."""
    with server(0) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        stripe = running.RequestHandlerClass.stripe  # type: ignore[attr-defined]
        yield f"http://127.0.0.1:{running.server_port}", stripe
        running.shutdown()
        thread.join()


def test_a_transfer_is_asked_for_with_its_key_and_the_version(provider: ProviderServer) -> None:
    provider.body = body(transfer())
    assert isinstance(stripe_at(provider.url).create(ASKED), TransferMade)
    assert (provider.path, dict(parse_qsl(provider.sent.decode()))) == ("/v1/transfers", dict(ASKED.fields))
    assert provider.headers["authorization"] == "Bearer sk_test_1"
    assert provider.headers["idempotency-key"] == ASKED.key
    assert provider.headers["stripe-version"] == VERSION
    assert provider.headers["content-type"] == "application/x-www-form-urlencoded"


def test_it_is_looked_for_by_its_group(provider: ProviderServer) -> None:
    provider.body = body({"data": [transfer()]})
    assert stripe_at(provider.url).find(ASKED)
    asked = urlsplit(provider.path)
    assert (asked.path, parse_qs(asked.query)["transfer_group"]) == ("/v1/transfers", [ASKED.key])
    assert "idempotency-key" not in provider.headers


def test_how_long_to_wait_is_what_stripe_says(provider: ProviderServer) -> None:
    provider.status, provider.answers_with = 429, {"retry-after": "3"}
    with pytest.raises(TransferPending) as later:
        stripe_at(provider.url).create(ASKED)
    assert later.value.seconds == 3


def test_a_server_that_does_not_answer_may_have_made_the_transfer() -> None:
    with pytest.raises(TransferPending, match="unreachable"):
        stripe_at("http://127.0.0.1:1").create(ASKED)


def test_the_key_is_in_no_text() -> None:
    assert "sk_test_1" not in repr(stripe_at("http://127.0.0.1:1"))


def test_the_stand_in_makes_a_transfer_once_for_a_key(local: tuple[str, SmallStripe]) -> None:
    url, small = local
    stripe = stripe_at(url)
    first = stripe.create(ASKED)
    assert stripe.create(ASKED) == first == stripe.find(ASKED)
    assert len(small.transfers) == 1
    assert next(iter(small.transfers.values()))["metadata"] == OURS
    with pytest.raises(TransferDiffers):
        stripe.create(replace(ASKED, amount=ASKED.amount * 2))


def test_the_stand_in_refuses_as_it_is_told(local: tuple[str, SmallStripe]) -> None:
    url, small = local
    small.refuses[ASKED.destination] = (400, "account_invalid")
    assert stripe_at(url).create(ASKED) == TransferRefused("account_invalid")
    small.refuses.clear()
    assert stripe_at(url).create(ASKED) == TransferRefused("account_invalid")
    assert stripe_at(url).find(ASKED) is None
    with pytest.raises(StripeKeyRefused):
        stripe_at(url, "sk_wrong").create(ASKED)


def test_the_stand_in_takes_back_what_is_left(local: tuple[str, SmallStripe]) -> None:
    url, small = local
    made = stripe_at(url).create(ASKED)
    assert isinstance(made, TransferMade)
    assert small.reverse(made.transfer_id, 100)[1]["amount"] == 100
    assert not small.transfers[made.transfer_id]["reversed"]
    assert small.reverse(made.transfer_id)[1]["amount"] == 300
    assert small.transfers[made.transfer_id]["reversed"]
    assert [small.reverse(made.transfer_id)[0], small.reverse("tr_none")[0]] == [400, 404]
