"""Texts in a body: a name or a line of an address, a reason in words, an e-mail address."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

ShortText = Annotated[str, Field(min_length=1, max_length=200)]
LongText = Annotated[str, Field(min_length=1, max_length=4000)]
EmailText = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
