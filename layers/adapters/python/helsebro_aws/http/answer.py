"""The answer of a route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """A status, a JSON body and headers; a ``version`` becomes the ETag of what people decide on."""

    status: int
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    text: str | None = None

    def with_headers(self, **headers: str) -> Answer:
        """The same answer with more headers; ``Idempotency_Replayed`` stands for ``Idempotency-Replayed``."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return Answer(self.status, self.body, {**self.headers, **more}, self.content_type, self.text)


def versioned(status: int, body: Mapping[str, Any], version: int) -> Answer:
    """An answer that carries ``version`` and its ``ETag``, for what people decide on."""
    return Answer(status, {**body, "version": version}, {"ETag": f'"{version}"'})


def see_other(link: str) -> Answer:
    """303 to a link that lives for at most 60 seconds; never cached."""
    return Answer(303, None, {"Location": link, "Cache-Control": "no-store"})


ACCEPTED = Answer(202, {"status": "accepted"})
"""Taken, and nothing to tell about it."""
