"""Where the reference is on a stage, below the address of the API."""

from __future__ import annotations

FOLDER = "v1/docs"
"""Where the pages are in the bucket: the path of a request is the key of the object."""


def first_page(address: str) -> str:
    """Returns the page to which ``GET /v1/docs`` leads; ``address`` is the API's."""
    return f"{address}/{FOLDER}/index.html"
