"""The issuers that play brokers: each has its own address and writes the time of a login as its broker."""

from __future__ import annotations

import httpx
import pytest

from local.demo import login
from local.demo.brokers import BROKERS
from local.demo.code_flow import claims_of
from local.stack.identity_providers import MEMBER_CLIENT


@pytest.mark.parametrize("broker", BROKERS)
def test_a_broker_has_an_issuer_of_its_own(issuer: str, broker: str) -> None:
    own = f"{issuer}/{broker}"
    document = httpx.get(f"{own}/.well-known/openid-configuration").json()
    assert document["issuer"] == own
    assert document["jwks_uri"].startswith(f"{own}/")
    assert httpx.get(document["jwks_uri"]).json()["keys"]
    login.make_user(own, f"x-{broker}", BROKERS[broker]("0101801234", "Anna Holm"))
    claims = claims_of(login.token(own, MEMBER_CLIENT, f"x-{broker}"))
    assert claims["iss"] == own
    dated = "authenticationinstant" if broker == "idura" else "auth_time"
    assert {"authenticationinstant", "auth_time"} & set(claims) == {dated}
    assert claims_of(login.token(issuer, MEMBER_CLIENT, f"x-{broker}"))["iss"] == issuer
