"""A document's id in a body."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro import ids

DocumentIdField = Annotated[ids.DocumentId, Field(pattern=r"^doc_[a-z2-7]{8,200}$")]
