"""Portal call: what a browser asks a page of the portal for, and what the page asks the API for in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro_aws.http.problems import language_of
from local.clinic.clinic_system import Reply
from local.demo.http_client import client


@dataclass(frozen=True)
class PortalCall:
    """A call of a page: its query and cookies, the languages of the browser, and the fields of its form."""

    query: Mapping[str, str]
    cookies: Mapping[str, str]
    spoken: str = ""
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language that was asked for, else what the browser prefers."""
        asked = self.query.get("language")
        wanted = asked if asked in LANGUAGES else language_of(self.spoken)
        return next(known for known in LANGUAGES if known == wanted)


@dataclass(frozen=True)
class PortalApi:
    """The API at this address, called with the token of a person in a language."""

    url: str
    token: str = field(repr=False)
    language: Language

    def get(self, path: str) -> Reply:
        """Reads."""
        return self._sent("GET", path)

    def put(self, path: str, body: Mapping[str, Any], version: str) -> Reply:
        """Changes what has this version."""
        return self._sent("PUT", path, json=body, headers={"If-Match": f'"{version}"'})

    def _sent(self, method: str, path: str, **given: Any) -> Reply:
        headers = {"Authorization": f"Bearer {self.token}", "Accept-Language": self.language}
        headers |= given.pop("headers", {})
        answer = client().request(method, f"{self.url}{path}", headers=headers, **given)
        return Reply.of(answer.status_code, answer.content, answer.headers)
