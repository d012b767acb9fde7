"""The requests of the mailbox: which page answers which path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from local.mailbox.mailbox_pages import MailboxPages
from local.mailbox.page_answer import PageAnswer
from local.mailbox.portal.personal_pages import NO_PAGE, PersonalPages
from local.mailbox.portal.portal_call import PortalCall

LONGEST_FORM = 20_000
STARTING = PageAnswer.refusal(503, "The stack does not answer: it is starting or ending. Try again.")
TOO_LONG = PageAnswer.refusal(413, "The form is too long.")
STRANGER = PageAnswer.refusal(403, "Another site may not do this.")


class MailboxHandler(BaseHTTPRequestHandler):
    """The mailbox over HTTP."""

    pages: MailboxPages
    personal: PersonalPages
    of_staff: PersonalPages
    own_url: str

    def do_GET(self) -> None:
        """Answers the pages."""
        self._answer(self._found)

    def do_POST(self) -> None:
        """Answers what is played to come back, and the forms of the portal."""
        self._answer(self._changed)

    def _found(self) -> PageAnswer:
        query = _fields(urlsplit(self.path).query)
        match segments := self._segments():
            case [""]:
                return self.pages.start(query)
            case ["messages.json"]:
                return self.pages.listed(query)
            case ["messages", notification_id, "html"]:
                return self.pages.email(notification_id)
            case ["messages", notification_id, "letter.pdf"]:
                return self.pages.letter(notification_id)
            case ["staff", ""]:
                return PageAnswer.to("/")
            case ["staff", *of_staff]:
                return self.of_staff.found(of_staff, self.path, self._call(query))
        return self.personal.found(segments, self.path, self._call(query))

    def _changed(self) -> PageAnswer:
        if self.headers.get("Origin", self.own_url) != self.own_url:
            return STRANGER
        match segments := self._segments():
            case ["messages", notification_id, outcome]:
                return self.pages.come_back(notification_id, outcome)
            case ["staff", *_]:
                return NO_PAGE
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > LONGEST_FORM:
            return TOO_LONG
        form = _fields(self.rfile.read(int(length)).decode(errors="replace"))
        return self.personal.changed(segments, self._call({}, form))

    def _call(self, query: Mapping[str, str], form: Mapping[str, str] | None = None) -> PortalCall:
        return PortalCall(query, self._cookies(), self.headers.get("Accept-Language", ""), form or {})

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


def _fields(text: str) -> dict[str, str]:
    """Returns the fields of a query or a form, the first of each name."""
    return {name: values[0] for name, values in parse_qs(text).items()}
