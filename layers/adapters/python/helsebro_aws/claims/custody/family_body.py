"""The body of an answer to a guardian: a yes or a no."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.http.bodies import Body


class GuardianAnswerBody(Body):
    """A yes or a no to a guardian of a child."""

    confirmed: Annotated[
        bool,
        Field(
            strict=True,
            description="True when the person is a guardian of the child, false when not.",
            examples=[True],
        ),
    ]
