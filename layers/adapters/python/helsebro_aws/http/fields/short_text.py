"""Texts in a body: a name or a line of an address, a reason in words, an e-mail address, a language."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro_aws.http.fields.language_codes import LANGUAGE_CODES

ShortText = Annotated[str, Field(min_length=1, max_length=200)]


def _readable(text: str) -> str:
    if not any(map(str.isalnum, text)):
        raise PydanticCustomError("no-letter-or-digit", "")
    return text


Readable = AfterValidator(_readable)
"""Refuses a text, also one of several lines, without a letter or digit: it says nothing to its reader."""
LongText = Annotated[str, Field(min_length=1, max_length=4000), Readable]
"""What someone writes for someone else to read: a reason, a question, an answer."""


def _is_a_language(code: str) -> str:
    if code not in LANGUAGE_CODES:
        raise PydanticCustomError("not-a-language", "")
    return code


LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2}$"), AfterValidator(_is_a_language)]
"""An ISO 639-1 code."""
AuthorisationNumber = Annotated[str, Field(pattern=r"^([A-Za-z0-9]{5}|[0-9]{7,9})$")]
"""A number of the Danish register of authorisations, or of the Norwegian one (HPR)."""
EmailText = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
