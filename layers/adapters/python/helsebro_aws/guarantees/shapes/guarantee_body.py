"""The body of a revocation of a guarantee by staff."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import LongText


class Revocation(Body):
    """The revocation of a guarantee."""

    reason: Annotated[
        LongText,
        Field(
            repr=False,
            description="Why it is revoked. The member and the payer's staff can read it, the clinic cannot.",
            examples=["The policy had ended."],
        ),
    ]
