"""The body of a member's request for more sessions or time (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from helsebro.guarantees.extension import ExtensionRequest
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import DocumentIdField


class ExtensionShape(Body):
    """The body of ``POST /v1/claims/{claimId}/extensions``; without ``sessions`` staff decide how many."""

    reason: Annotated[str, Field(min_length=1, max_length=4000, repr=False)]
    sessions: Annotated[StrictInt, Field(ge=1, le=50)] | None = None
    document_ids: Annotated[tuple[DocumentIdField, ...], Field(max_length=20)] = ()

    def request(self) -> ExtensionRequest:
        """Returns what is asked for, each document once."""
        return ExtensionRequest(self.reason, self.sessions, tuple(dict.fromkeys(self.document_ids)))
