"""Every page of the product in a browser: it shows what it should, and only its own host is asked."""

from __future__ import annotations

import posixpath
import re

import httpx
import pytest
from playwright.sync_api import Browser, expect

from helsebro_aws.http.problems import texts
from infra.reference import site
from local.clinic import inbox_page
from local.stack.stack import Stack
from tests.journeys.pages.browser import WAIT, WatchedPage, desk, origin, phone

LISTED, OTHERS = site.pages()
REFERENCE, *GUIDES = (*LISTED, *OTHERS)


def test_the_docs_of_the_api_lead_to_the_start_page_which_leads_to_every_guide(
    running_stack: Stack, browser: Browser
) -> None:
    api, pages = running_stack.addresses["apiUrl"], running_stack.addresses["referenceUrl"]
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(api), origin(pages))
        watched.page.goto(f"{api}/v1/docs")
        assert watched.page.url == f"{pages}/index.html"
        for page in LISTED:
            assert watched.page.locator(f'main a[href="{page.file}"]').count() == 1
        watched.must_be_clean()


@pytest.mark.release
def test_the_reference_shows_every_route_and_webhook_and_its_search_finds_one(
    running_stack: Stack, browser: Browser
) -> None:
    api, pages = running_stack.addresses["apiUrl"], running_stack.addresses["referenceUrl"]
    document = httpx.get(f"{api}/v1/openapi.json").json()
    assert document["servers"] == [{"url": api}]
    with desk(browser, "dark") as context:
        watched = WatchedPage.of(context, origin(pages))
        watched.page.goto(f"{pages}/{REFERENCE.file}")
        watched.page.wait_for_selector("#reference h1")
        shown = watched.page.inner_text("#reference")
        assert [path for path in document["paths"] if path not in shown] == []
        webhooks = [hook["post"]["summary"] for hook in document["webhooks"].values()]
        assert [summary for summary in webhooks if summary not in shown] == []
        watched.page.get_by_placeholder("Search").fill("booking")
        watched.page.wait_for_selector('[data-role="search:results"] li')
        watched.must_be_clean()


def test_every_guide_fits_a_phone_and_shows_its_text_and_pictures(
    running_stack: Stack, browser: Browser
) -> None:
    pages = running_stack.addresses["referenceUrl"]
    with phone(browser) as context:
        watched = WatchedPage.of(context, origin(pages))
        for page in GUIDES:
            watched.page.goto(f"{pages}/{page.file}")
            assert watched.page.inner_text("main h1"), page.name
            for picture in watched.page.locator("pre.mermaid").all():
                expect(picture.locator("svg")).to_be_visible(timeout=WAIT)
            width = watched.page.evaluate("document.scrollingElement.scrollWidth")
            assert width <= 390, f"{page.name} is {width} wide"
        watched.must_be_clean()


def test_no_link_of_a_page_is_dead(running_stack: Stack) -> None:
    """Also the anchors: GitHub and the pages give a heading the same one."""
    pages = running_stack.addresses["referenceUrl"]
    with httpx.Client(base_url=pages) as client:
        assert {name: dead for name, dead in dead_links(client).items() if dead} == {}


def dead_links(client: httpx.Client) -> dict[str, list[str]]:
    """Returns page → its links to a file or an anchor that does not exist."""
    read = {page.file: client.get(f"/{page.file}").text for page in (*LISTED, *OTHERS)}
    found: dict[str, list[str]] = {}
    for file, html in read.items():
        links = re.findall(r'(?:href|src)="([^"]+)"', html)
        ours = [link for link in links if "://" not in link]
        found[file] = [link for link in ours if not _leads_somewhere(link, file, read, client)]
    return found


def _leads_somewhere(link: str, file: str, read: dict[str, str], client: httpx.Client) -> bool:
    path, _, anchor = link.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
    if there not in read:
        return client.get(f"/{there}").status_code == 200
    return not anchor or f'id="{anchor}"' in read[there]


@pytest.mark.parametrize("language, title", [("en-GB", "en"), ("da-DK", "da"), ("nb-NO", "nb")])
def test_the_page_of_an_error_is_in_the_language_of_the_browser(
    running_stack: Stack, browser: Browser, language: str, title: str
) -> None:
    api = running_stack.addresses["apiUrl"]
    with desk(browser, "dark", language) as context:
        watched = WatchedPage.of(context, origin(api))
        watched.page.goto(f"{api}/problems/slot-taken")
        assert watched.page.inner_text("h1") == texts()["slot-taken"][title][0]
        watched.must_be_clean()


def test_the_clinics_inbox_lists_what_it_received(running_stack: Stack, browser: Browser) -> None:
    clinic = running_stack.addresses["clinicSystemUrl"]
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(clinic))
        watched.page.goto(clinic)
        assert "Webhooks" in watched.page.inner_text("h1")
        watched.must_be_clean()


def test_a_webhook_in_the_inbox_fits_a_phone(browser: Browser) -> None:
    data = {"bookingId": f"bkg_{'a' * 40}", "guaranteeId": f"gua_{'b' * 40}"}
    received = {"clinicId": f"cli_{'c' * 20}", "receivedAt": "2026-11-21T10:15:00.123Z", "times": 1}
    with phone(browser) as context:
        page = context.new_page()
        page.set_content(inbox_page.page([{**received, "type": "booking.rescheduled", "data": data}], 0))
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
        assert data["guaranteeId"] in page.inner_text("dl")


def test_the_errors_show_one_language_and_find_a_code(running_stack: Stack, browser: Browser) -> None:
    pages = running_stack.addresses["referenceUrl"]
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(pages))
        watched.page.goto(f"{pages}/errors.html")
        watched.page.get_by_label("Dansk").check()
        watched.page.get_by_placeholder("Find").fill("slot taken")
        shown = watched.page.locator(".codes > div:visible")
        expect(shown.first.locator("dd:visible")).to_have_attribute("lang", "da")
        assert "slot-taken" in [entry.get_attribute("id") for entry in shown.all()]
        assert 0 < shown.count() < 5
        watched.must_be_clean()


@pytest.mark.parametrize("kind", ["member", "staff"])
def test_the_login_page_of_an_issuer_asks_for_a_user(
    running_stack: Stack, browser: Browser, kind: str
) -> None:
    issuer, client = running_stack.addresses[f"{kind}Issuer"], running_stack.addresses[f"{kind}ClientId"]
    asked = f"client_id={client}&response_type=code&scope=openid&redirect_uri=http://localhost:3000/callback"
    with desk(browser) as context:
        watched = WatchedPage.of(context, origin(issuer))
        watched.page.goto(f"{issuer}/oauth2/authorize?{asked}")
        watched.page.wait_for_selector('input[name="sub"]')
        watched.must_be_clean()
