"""The body of a revocation of a guarantee by staff."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.http.bodies import Body


class Revocation(Body):
    """The body of ``POST /v1/guarantees/{guaranteeId}/revoke``."""

    reason: Annotated[str, Field(min_length=1, max_length=4000, repr=False)]
