"""Where a login may return to: a developer's own machine, and nowhere else."""

from __future__ import annotations

import httpx
import pytest

from local.issuer.redirect_addresses import is_registered
from local.stack.identity_providers import MEMBER_CLIENT

PORTALS = ("http://127.0.0.1:9404", "http://localhost:5173")

REGISTERED = (
    "http://localhost:3000/callback",
    "http://localhost:5173/",
    "http://localhost:5173/callback?from=claims",
    "http://127.0.0.1:9499/return",
    "http://127.0.0.1/return",
)
REFUSED = (
    "",
    "https://localhost:3000/callback",
    "http://localhost:3000/elsewhere",
    "http://localhost:8080/callback",
    "http://127.0.0.1:80@stranger.example/",
    "http://127.0.0.1.stranger.example/",
    "http://stranger.example\\@127.0.0.1/",
    "http://127.0.0.1:9499/return#token",
    "http://127.0.0.1:notaport/",
    "http://[::1/",
    "javascript:alert(1)",
    "https://portal.example/callback",
)


@pytest.mark.parametrize("address", REGISTERED)
def test_a_login_returns_to_a_registered_address(address: str) -> None:
    assert is_registered(address, PORTALS)


@pytest.mark.parametrize("address", REFUSED)
def test_a_login_returns_to_no_other_address(address: str) -> None:
    assert not is_registered(address, PORTALS)


def test_a_refused_address_gets_a_page_that_names_the_registered_ones(issuer: str) -> None:
    asked = {
        "client_id": MEMBER_CLIENT,
        "redirect_uri": "https://portal.example/<b>",
        "response_type": "code",
        "scope": "openid",
    }
    answer = httpx.get(f"{issuer}/oauth2/authorize", params=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/html; charset=utf-8")
    for shown in ("not registered", "https://portal.example/&lt;b&gt;", "http://localhost:3000/callback"):
        assert shown in answer.text
    assert httpx.post(f"{issuer}/oauth2/authorize", params=asked, data={"sub": "anna"}).status_code == 400


def test_the_page_of_the_login_offers_the_users_and_loads_nothing_from_elsewhere(issuer: str) -> None:
    known = {"about": "8, child of <anna>"}
    httpx.put(f"{issuer}/users/sofie", params=known, json={"name": "Sofie Holm"}).raise_for_status()
    httpx.put(f"{issuer}/users/of-a-journey", json={"name": "Somebody"}).raise_for_status()
    asked = {
        "client_id": MEMBER_CLIENT,
        "redirect_uri": "http://localhost:3000/callback",
        "response_type": "code",
        "scope": "openid",
    }
    page = httpx.get(f"{issuer}/oauth2/authorize", params=asked).text
    assert '<button name="sub" value="sofie">sofie</button> 8, child of &lt;anna&gt;' in page
    start = httpx.get(f"{issuer}/").text
    assert "<code>sofie</code>, 8, child of &lt;anna&gt;" in start
    assert [shown for shown in (page, start) if "https://" in shown or "of-a-journey" in shown] == []
