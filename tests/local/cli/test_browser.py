"""A login on the issuer's page: the code comes back to a port of loopback and belongs to this login only."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest

from local.cli import browser
from local.cli.fault import CliFault
from local.demo.code_flow import LoginRefused, claims_of
from tests.local.cli.loopback import Issuer


def person(change: Callable[[str], str] = str) -> Callable[[str], object]:
    """Returns a browser whose person logs in as Anna; ``change`` alters the address of the return."""

    def visit(page: str) -> None:
        back = httpx.post(page, data={"sub": "anna"}).headers["location"]
        # A browser asks for the icon of every page.
        httpx.get(urljoin(back, "/favicon.ico"))
        httpx.get(change(back))

    return lambda page: threading.Thread(target=visit, args=[page], daemon=True).start()


def test_a_login_in_the_browser_gives_the_token_of_its_person(issuer: Issuer) -> None:
    found = browser.token(issuer.url, "portal", 10, person())
    assert claims_of(found)["sub"] == "anna"


def test_the_issuer_returns_the_person_to_loopback(issuer: Issuer) -> None:
    browser.token(issuer.url, "portal", 10, person())
    asked = next(asked for asked in issuer.asked if asked.path.startswith("/oauth2/authorize?"))
    query = parse_qs(urlsplit(asked.path).query)
    assert query["redirect_uri"][0].startswith("http://127.0.0.1:")
    assert query["client_id"] == ["portal"]


@pytest.mark.parametrize(
    "change, reason",
    [
        (lambda back: back.partition("?")[0] + "?error=access_denied", "access_denied"),
        (lambda back: back.partition("&state=")[0] + "&state=of-another", "does not belong to this login"),
        (lambda back: back.partition("?")[0], "does not belong to this login"),
    ],
)
def test_another_answer_of_the_issuer_is_refused(
    issuer: Issuer, change: Callable[[str], str], reason: str
) -> None:
    with pytest.raises(LoginRefused, match=reason):
        browser.token(issuer.url, "portal", 10, person(change))


def test_a_login_that_never_comes_back_ends(issuer: Issuer) -> None:
    with pytest.raises(CliFault, match="No login came back"):
        browser.token(issuer.url, "portal", 0.01, lambda _: None)
