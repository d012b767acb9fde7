"""The body of a decision on consent (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.http.bodies import Body


class ConsentDecision(Body):
    """The body of ``PUT /v1/claims/{claimId}/consent``: strictly true or false."""

    given: Annotated[bool, Field(strict=True)]
