"""Texts that messages and letters carry: people can see all of a name, and mail servers reach an address."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.email_address import deliverable
from helsebro_aws.http.fields.short_text import EmailText, Readable, ShortText

UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""The Unicode categories whose characters nobody sees: controls, formats, line separators."""
PHONE = re.compile(r"[+0-9 ()./-]+")
FEWEST_DIGITS = 3
"""An emergency number has three."""


def _seen(text: str) -> str:
    if not UNSEEN.isdisjoint(map(unicodedata.category, text)):
        raise PydanticCustomError("invisible-character", "")
    return text.strip()


def _visible(text: str) -> str:
    if not _seen(text):
        raise PydanticCustomError("too-short", "1")
    return text.strip()


def _phone(text: str) -> str:
    if not PHONE.fullmatch(text) or sum(map(str.isdigit, text)) < FEWEST_DIGITS:
        raise PydanticCustomError("phone-malformed", "")
    return text


def _mailbox(text: str) -> str:
    if deliverable(text) is None:
        raise PydanticCustomError("not-an-email-address", "")
    return text


VisibleText = Annotated[ShortText, AfterValidator(_visible), Readable]
VisibleOrEmptyText = Annotated[str, Field(max_length=200), AfterValidator(_seen)]
PhoneText = Annotated[
    str,
    Field(max_length=40, json_schema_extra={"minLength": FEWEST_DIGITS}),
    AfterValidator(_seen),
    AfterValidator(_phone),
]
"""A number to call, as it is written in its country; whether it receives SMS is another question."""
MailboxText = Annotated[EmailText, AfterValidator(_visible), AfterValidator(_mailbox)]
