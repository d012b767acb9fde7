"""The mailbox in a browser: a message, its link behind a login, and a bounce that the product reads."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, expect

from local.journey.people import StackAddresses
from local.stack.stack import Stack
from tests.journeys.contract.test_contract_of_cases import new_claim
from tests.journeys.pages.browser import WAIT, WatchedPage, desk, origin, phone
from tests.journeys.tenants import Tenant, tenant


@pytest.fixture(scope="module")
def ours(running_stack: Stack) -> Tenant:
    return tenant(StackAddresses.of(running_stack.addresses))


@pytest.fixture(scope="module")
def claim_id(ours: Tenant) -> str:
    return new_claim(ours)


def test_a_message_appears_by_itself_is_read_in_its_frame_and_fits_a_phone(
    running_stack: Stack, browser: Browser, claim_id: str
) -> None:
    mailbox = running_stack.addresses["mailboxUrl"]
    with phone(browser) as context:
        watched = WatchedPage.of(context, origin(mailbox))
        watched.page.goto(mailbox)
        card = watched.page.locator("article", has=watched.page.locator(f'a[href="/cases/{claim_id}"]'))
        expect(card.first).to_contain_text("Claim received", timeout=2 * WAIT)
        expect(card.first.locator("strong")).to_have_text("sent", timeout=2 * WAIT)
        card.first.get_by_text("Read it").click()
        heading = card.first.locator("iframe").content_frame.locator("h1")
        expect(heading).to_be_visible(timeout=WAIT)
        assert watched.page.evaluate("document.scrollingElement.scrollWidth") <= 390
        watched.must_be_clean()


def test_a_bounce_of_the_button_reaches_the_product(
    running_stack: Stack, browser: Browser, claim_id: str
) -> None:
    mailbox = running_stack.addresses["mailboxUrl"]
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(mailbox))
        watched.page.goto(mailbox)
        card = watched.page.locator("article", has=watched.page.locator(f'a[href="/cases/{claim_id}"]'))
        expect(card.first.locator("strong")).to_have_text("sent", timeout=2 * WAIT)
        identifier = card.first.get_attribute("id")
        card.first.get_by_text("Let it bounce").click()
        state = watched.page.locator(f"article#{identifier} strong")
        expect(state).to_have_text("bounced: it came back", timeout=2 * WAIT)
        watched.must_be_clean()


def test_the_link_of_a_message_opens_the_case_after_the_login_of_its_member(
    running_stack: Stack, browser: Browser, claim_id: str, ours: Tenant
) -> None:
    mailbox, issuer = running_stack.addresses["mailboxUrl"], running_stack.addresses["memberIssuer"]
    items = httpx.get(f"{mailbox}/messages", params={"caseId": claim_id}).json()["items"]
    link = f"{mailbox}/cases/{claim_id}"
    assert any(link in item.get("text", "") for item in items)
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(mailbox), origin(issuer))
        watched.page.goto(link)
        assert watched.page.url.startswith(issuer)
        watched.page.locator("input[name=sub]").fill(ours.parent_sub)
        watched.page.keyboard.press("Enter")
        expect(watched.page.locator("h1")).to_have_text("Your case", timeout=WAIT)
        assert watched.page.url == link
        assert claim_id in watched.page.inner_text("main")
        watched.must_be_clean()
