"""The requests of the mailbox: which page answers which path."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from local.mailbox.mailbox_pages import MailboxPages
from local.mailbox.page_answer import PageAnswer
from local.mailbox.personal_pages import PersonalPages

NO_PAGE = PageAnswer.refusal(404, "There is no such page. The messages are at /.")
STARTING = PageAnswer.refusal(503, "The stack does not answer: it is starting or ending. Try again.")
STRANGER = PageAnswer.refusal(403, "Another site may not do this.")


class MailboxHandler(BaseHTTPRequestHandler):
    """The mailbox over HTTP."""

    pages: MailboxPages
    personal: PersonalPages
    own_url: str

    def do_GET(self) -> None:
        """Answers the pages."""
        self._answer(self._found)

    def do_POST(self) -> None:
        """Answers what is played to come back."""
        self._answer(self._changed)

    def _found(self) -> PageAnswer:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        match self._segments():
            case [""]:
                return self.pages.start(query)
            case ["messages"]:
                return self.pages.listed(query)
            case ["messages", notification_id, "html"]:
                return self.pages.email(notification_id)
            case ["messages", notification_id, "letter.pdf"]:
                return self.pages.letter(notification_id)
            case ["cases", claim_id]:
                spoken = self.headers.get("Accept-Language", "")
                return self.personal.case(claim_id, query, self._cookies(), spoken)
            case ["cases", claim_id, "login"]:
                return self.personal.login(claim_id)
            case ["login"]:
                return self.personal.logged_in(self.path, self._cookies())
        return NO_PAGE

    def _changed(self) -> PageAnswer:
        if self.headers.get("Origin", self.own_url) != self.own_url:
            return STRANGER
        match self._segments():
            case ["messages", notification_id, outcome]:
                return self.pages.come_back(notification_id, outcome)
        return NO_PAGE

    def _segments(self) -> list[str]:
        return [unquote(part) for part in urlsplit(self.path).path.removeprefix("/").split("/")]

    def _cookies(self) -> dict[str, str]:
        try:
            read: SimpleCookie = SimpleCookie(self.headers.get("Cookie", ""))
        except CookieError:
            return {}
        return {name: found.value for name, found in read.items()}

    def _answer(self, made: Callable[[], PageAnswer]) -> None:
        try:
            answer = made()
        except (httpx.HTTPError, BotoCoreError, ClientError):
            answer = STARTING
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing: an address may hold the code of a login."""
