"""The answer of a route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class HttpAnswer:
    """A status, a JSON body and headers, or ``text`` of another ``content_type``."""

    status: int
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    text: str | None = None

    def with_headers(self, **headers: str) -> HttpAnswer:
        """Returns the answer with more headers; ``Idempotency_Replayed`` means ``Idempotency-Replayed``."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return HttpAnswer(self.status, self.body, {**self.headers, **more}, self.content_type, self.text)


def versioned(status: int, body: Mapping[str, Any], version: int) -> HttpAnswer:
    """Returns an answer with ``version`` and its ``ETag``, for things that are changed with ``If-Match``."""
    return HttpAnswer(status, {**body, "version": version}, {"ETag": f'"{version}"'})


def see_other(link: str) -> HttpAnswer:
    """Returns a 303 to a link that is valid for at most 60 seconds and must not be cached."""
    return HttpAnswer(303, None, {"Location": link, "Cache-Control": "no-store"})


ACCEPTED = HttpAnswer(202, {"status": "accepted"})
"""The answer to an accepted request that has nothing else to report."""
