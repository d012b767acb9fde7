"""The shape of a letter's new state."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from helsebro_aws.http.bodies import Body


class NewLetterStateShape(Body):
    """What happened to a letter."""

    state: Annotated[
        Literal["printed", "posted", "returned"],
        Field(
            description="The letter's new state; it only goes forward. `returned`: the post sent it back, "
            "which needs a letter that was printed or posted."
        ),
    ]
