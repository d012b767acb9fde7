"""Texts of a contact: a line of an address and an e-mail address that people and mail servers can read."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from helsebro.notifications.email_address import deliverable
from helsebro_aws.http.fields.short_text import EmailText, ShortText

UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""The Unicode categories whose characters nobody sees: controls, formats, line separators."""


def _visible(text: str) -> str:
    if not UNSEEN.isdisjoint(map(unicodedata.category, text)):
        raise PydanticCustomError("invisible-character", "")
    if not text.strip():
        raise PydanticCustomError("too-short", "1")
    return text.strip()


def _mailbox(text: str) -> str:
    if deliverable(text) is None:
        raise PydanticCustomError("not-an-email-address", "")
    return text


VisibleText = Annotated[ShortText, AfterValidator(_visible)]
MailboxText = Annotated[EmailText, AfterValidator(_visible), AfterValidator(_mailbox)]
