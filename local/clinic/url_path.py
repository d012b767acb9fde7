"""The path of a URL as it is sent, made from what a user wrote."""

from __future__ import annotations

from urllib.parse import quote

from infra.account.command import CommandFault

AS_WRITTEN = "/?=&%:;,@+!$'()*[]~#"
"""What a path keeps; anything else, such as a blank, is percent-encoded."""


def encoded(path: str) -> str:
    """Returns a path with its query, percent-encoded; what is encoded already stays as it is.

    Raises ``CommandFault`` when it does not begin with a slash.
    """
    if not path.startswith("/"):
        raise CommandFault(f"The path is {path}. It begins with a slash: /v1/help")
    return quote(path, AS_WRITTEN, errors="surrogateescape")


def segment(text: str) -> str:
    """Returns an id as one segment of a path."""
    return quote(text, "", errors="surrogateescape")
