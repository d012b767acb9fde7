"""Texts of a contact: a line of an address and an e-mail address that people and mail servers can read."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from helsebro_aws.http.fields.short_text import EmailText, ShortText

UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""The Unicode categories whose characters nobody sees: controls, formats, line separators."""
MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\s,;:<>()\[\]\\\"]+\.[^@\s.,;:<>()\[\]\\\"]{2,}")
"""One address alone, as HTML's ``input type=email`` accepts it, with a domain that has a dot."""


def _visible(text: str) -> str:
    if not UNSEEN.isdisjoint(map(unicodedata.category, text)):
        raise PydanticCustomError("invisible-character", "")
    if not text.strip():
        raise PydanticCustomError("too-short", "1")
    return text.strip()


def _mailbox(text: str) -> str:
    if not MAILBOX.fullmatch(text):
        raise PydanticCustomError("not-an-email-address", "")
    return text


VisibleText = Annotated[ShortText, AfterValidator(_visible)]
MailboxText = Annotated[EmailText, AfterValidator(_visible), AfterValidator(_mailbox)]
