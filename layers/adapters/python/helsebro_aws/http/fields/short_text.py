"""A short text in a body, such as a name or one line of an address."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

ShortText = Annotated[str, Field(min_length=1, max_length=200)]
