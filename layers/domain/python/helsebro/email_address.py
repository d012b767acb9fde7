"""E-mail address: one that a mail server can take, decided before any provider is asked.

The provider's errors do not say whether the address was at fault or the rest of the request.
"""

from __future__ import annotations

import re

MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\s,;:<>()\[\]\\\"]+\.[^@\s.,;:<>()\[\]\\\"]{2,}")
"""One address alone, as HTML's ``input type=email`` accepts it, with a domain that has a dot."""
LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
LONGEST_NAME, LONGEST_DOMAIN = 64, 255
"""RFC 5321, 4.5.3.1."""


def deliverable(text: str) -> str | None:
    """Returns the address as it is sent, its domain in ASCII (RFC 5891); None for a text that is none.

    The name before the ``@`` is a dot-string of RFC 5321, 4.1.2.
    """
    if not MAILBOX.fullmatch(text):
        return None
    name, _, written = text.rpartition("@")
    domain = _in_ascii(written)
    if domain is None or len(name) > LONGEST_NAME or not all(name.split(".")):
        return None
    return f"{name}@{domain}"


def _in_ascii(domain: str) -> str | None:
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    labels = domain.split(".")
    return domain if len(domain) <= LONGEST_DOMAIN and all(map(LABEL.fullmatch, labels)) else None
