"""What a page of the mailbox answers over HTTP, and what a browser lets the page do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

HTML, JSON, PDF = "text/html; charset=utf-8", "application/json", "application/pdf"


@dataclass(frozen=True)
class PageAnswer:
    """A status, a body and its headers."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def html(cls, page: str, policy: str, status: int = 200) -> PageAnswer:
        """Returns a page with its content policy."""
        return cls(status, page.encode(), {"Content-Type": HTML, "Content-Security-Policy": policy})

    @classmethod
    def json(cls, status: int, body: Any) -> PageAnswer:
        """Returns a value as JSON."""
        return cls(status, json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": JSON})

    @classmethod
    def refusal(cls, status: int, detail: str) -> PageAnswer:
        """Returns why the call was refused."""
        return cls.json(status, {"detail": detail})

    @classmethod
    def to(cls, address: str, **cookies: str) -> PageAnswer:
        """Returns a redirect that sets cookies, which no script can read."""
        headers = {"Location": address}
        if cookies:
            [(name, value)] = cookies.items()
            headers["Set-Cookie"] = f"{name}={value}; Path=/; HttpOnly; SameSite=Lax"
        return cls(303, b"", headers)


def policy_of(*rules: str) -> str:
    """Returns a content policy: nothing but the style of a page, its empty icon, and these rules."""
    ours = ("default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'")
    return "; ".join((*ours, *rules))
