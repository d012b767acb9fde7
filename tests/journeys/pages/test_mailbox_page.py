"""The mailbox in a browser: a message, its link behind a login, and a bounce that the product reads."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from local.demo import login
from local.journey.people import ASSURANCE, StackAddresses
from local.stack.stack import Stack
from tests.journeys.asking import Asker, cpr_of_age
from tests.journeys.pages.browser import WAIT, WatchedPage, desk, origin, phone
from tests.journeys.tenants import CLAIM, Tenant, tenant


@pytest.fixture(scope="module")
def ours(running_stack: Stack) -> Tenant:
    return tenant(StackAddresses.of(running_stack.addresses))


@dataclass(frozen=True)
class Reported:
    """A claim that a new member with an e-mail address has reported; ``sub`` is the member's login."""

    sub: str
    claim_id: str

    def page_of(self, mailbox: str) -> str:
        """The page of the claim's messages: that of all shows the newest ones only."""
        return f"{mailbox}?caseId={self.claim_id}"

    def card(self, page: Page) -> Locator:
        """Returns the messages about the claim on the page of the mailbox."""
        return page.locator("article", has=page.locator(f'a[href="/cases/{self.claim_id}"]')).first


@pytest.fixture
def reported(ours: Tenant) -> Reported:
    cpr, sub = cpr_of_age(41), f"m-{secrets.token_hex(5)}"
    insured = {
        **{"cpr": cpr, "name": "Åse Ærø", "enrolledOn": "2024-01-01", "country": "DK"},
        **{"publicHealthInsurance": True, "relation": "employee", "scheme": "company"},
        "email": f"{sub}@example.org",
    }
    underwriting = ours.staff("underwriting")
    made = underwriting.post(f"/v1/policies/{ours.policy_id}/insured", insured)
    assert made.status_code == 201
    stack = ours.stack
    login.make_user(stack.member_issuer, sub, {"dk.cpr": cpr, "acr": ASSURANCE})
    asker = Asker(stack, login.token(stack.member_issuer, stack.member_client_id, sub))
    return Reported(sub, str(asker.post("/v1/claims", CLAIM).json()["claimId"]))


def test_a_message_appears_by_itself_is_read_in_its_frame_and_fits_a_phone(
    running_stack: Stack, browser: Browser, reported: Reported
) -> None:
    mailbox = running_stack.addresses["mailboxUrl"]
    with phone(browser) as context:
        watched = WatchedPage.of(context, origin(mailbox))
        watched.page.goto(reported.page_of(mailbox))
        card = reported.card(watched.page)
        expect(card).to_contain_text("Claim received", timeout=2 * WAIT)
        expect(card.locator("strong")).to_have_text("sent", timeout=2 * WAIT)
        card.get_by_text("Read it").click()
        heading = card.locator("iframe").content_frame.locator("h1")
        expect(heading).to_be_visible(timeout=WAIT)
        assert watched.page.evaluate("document.scrollingElement.scrollWidth") <= 390
        watched.must_be_clean()


def test_a_bounce_of_the_button_reaches_the_product(
    running_stack: Stack, browser: Browser, reported: Reported
) -> None:
    mailbox = running_stack.addresses["mailboxUrl"]
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(mailbox))
        watched.page.goto(reported.page_of(mailbox))
        card = reported.card(watched.page)
        expect(card.locator("strong")).to_have_text("sent", timeout=2 * WAIT)
        identifier = card.get_attribute("id")
        with watched.page.expect_navigation():
            card.get_by_text("Let it bounce").click()
        watched.page.goto(reported.page_of(mailbox))
        state = watched.page.locator(f"article#{identifier} strong")
        expect(state).to_have_text("bounced: it came back", timeout=2 * WAIT)
        watched.must_be_clean()


def test_the_link_of_a_message_opens_the_case_after_the_login_of_its_member(
    running_stack: Stack, browser: Browser, reported: Reported
) -> None:
    mailbox, issuer = running_stack.addresses["mailboxUrl"], running_stack.addresses["memberIssuer"]
    link = f"{mailbox}/cases/{reported.claim_id}"
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(mailbox), origin(issuer))
        watched.page.goto(reported.page_of(mailbox))
        card = reported.card(watched.page)
        card.get_by_text("As text").click(timeout=2 * WAIT)
        expect(card.locator("pre")).to_contain_text(link)
        watched.page.goto(link)
        assert watched.page.url.startswith(issuer)
        watched.page.locator("input[name=sub]").fill(reported.sub)
        watched.page.keyboard.press("Enter")
        expect(watched.page.locator("h1")).to_have_text("Your case", timeout=WAIT)
        assert watched.page.url == link
        assert reported.claim_id in watched.page.inner_text("main")
        watched.must_be_clean()
