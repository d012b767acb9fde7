"""A browser's way through the login of a page: to the issuer, and back with the code."""

from __future__ import annotations

import httpx

from local.demo.http_client import client
from tests.local.mailbox.stage import MailboxStage


def log_in(mailbox: MailboxStage, first: httpx.Response, user: str = "anna") -> httpx.Response:
    """Follows the way of a browser: to the issuer, back with the code, and to the page that was wanted."""
    authorized = client().post(first.headers["location"], data={"sub": user})
    return mailbox.client.get(authorized.headers["location"])


def opened(mailbox: MailboxStage, path: str, **headers: str) -> httpx.Response:
    """Logs in and returns the page at a path."""
    back = log_in(mailbox, mailbox.client.get(path))
    assert back.headers["location"] == path
    return mailbox.client.get(path, headers=headers)
