"""Every link that a message of the product can have opens a page of the mailbox's server."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from helsebro.notifications.contact_record import LANGUAGES
from helsebro.notifications.kinds import KINDS
from helsebro_aws.notifications.rendering import render
from helsebro_aws.notifications.sender import Sender
from local.notifications.demo import example
from tests.local.cli.loopback import Issuer
from tests.local.mailbox.stage import MailboxStage

CASES = ("clm_a", "pol_a", "per_a", "cli_a", "enq_a", "tryg")
"""What a message can be about: a claim, a policy, a person, a clinic, an enquiry, a payer."""
LINK = re.compile(r'https?://[^"<\s]+')


def paths_in(kind: str, portal: str) -> set[str]:
    """Returns the paths of all links that messages of a kind can have, whatever they are about."""
    sender = Sender("Tryg", "+45 70 11 20 20", "sundhed@example.org", portal)
    texts = []
    for language in LANGUAGES:
        planned = example(KINDS[kind], language)
        for case_id in CASES:
            made = render(replace(planned, case_id=case_id), sender)
            texts += [made.text, unescape(made.html), made.sms]
    links = {link.removesuffix(".") for text in texts for link in LINK.findall(text)}
    assert [link for link in links if not link.startswith(f"{portal}/")] == []
    return {link.removeprefix(portal) for link in links}


def test_the_links_of_all_messages_are_these(mailbox: MailboxStage) -> None:
    assert sorted(set().union(*(paths_in(kind, mailbox.url) for kind in KINDS))) == [
        "/",
        "/account",
        "/cases/clm_a",
        "/clinics/cli_a",
        "/consents",
        "/family",
        "/messages",
        "/notifications",
        "/policies/pol_a",
        "/staff/",
        "/staff/cases/clm_a",
        "/staff/clinics/cli_a",
        "/staff/enquiries/enq_a",
        "/staff/people/per_a",
        "/staff/policies/pol_a",
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_link_of_a_message_is_served_and_asks_for_a_login(
    kind: str, mailbox: MailboxStage, issuer: Issuer
) -> None:
    for path in paths_in(kind, mailbox.url):
        answer = mailbox.client.get(path)
        if path == "/":
            assert answer.status_code == 200
        elif path == "/staff/":
            assert (answer.status_code, answer.headers["location"]) == (303, "/")
        else:
            client = "helsebro-staff" if path.startswith("/staff/") else "helsebro-members"
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith(f"{issuer.url}/oauth2/authorize?client_id={client}&")


@pytest.mark.parametrize(
    "path", ["/people/per_a", "/staff/notifications", "/contact", "/cases", "/staff/x/y"]
)
def test_a_path_that_no_message_links_to_is_not_found(mailbox: MailboxStage, path: str) -> None:
    assert mailbox.client.get(path).status_code == 404


def test_the_link_of_an_invitation_names_the_call_that_takes_its_token(mailbox: MailboxStage) -> None:
    page = mailbox.client.get("/practitioners/prc_a/invitation")
    assert page.status_code == 200
    assert "POST /v1/practitioners/prc_a/user/accept" in page.text
