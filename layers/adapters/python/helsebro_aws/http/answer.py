"""The answer of a route."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
MOST_CHARACTERS = 4_000_000
"""The most that a page of a list holds. Lambda takes an answer of 6 MB, in which quotes and some
letters take more room."""


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

    def encoded(self) -> HttpAnswer:
        """Returns the answer with the text of its body, if it has one."""
        return self if self.body is None else replace(self, text=COMPACT.encode(self.body))

    @property
    def entries_that_fit(self) -> int | None:
        """How many entries of an encoded page fit into an answer; None when it fits as it is."""
        entries = (self.body or {}).get("items", [])
        if len(self.text or "") <= MOST_CHARACTERS or len(entries) <= 1:
            return None
        sizes = accumulate(len(COMPACT.encode(entry)) for entry in entries)
        return max(sum(size < MOST_CHARACTERS for size in sizes), 1)


def versioned(status: int, body: Mapping[str, Any], version: int) -> HttpAnswer:
    """Returns an answer with ``version`` and its ``ETag``, for things that are changed with ``If-Match``."""
    return HttpAnswer(status, {**body, "version": version}, {"ETag": f'"{version}"'})


def see_other(link: str) -> HttpAnswer:
    """Returns a 303 to a link that is valid for at most 60 seconds and must not be cached."""
    return HttpAnswer(303, None, {"Location": link, "Cache-Control": "no-store"})


ACCEPTED = HttpAnswer(202, {"status": "accepted"})
"""The answer to an accepted request that has nothing else to report."""
