"""The shape of a request to send a notification again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.notifications.channel import Channel
from helsebro_aws.http.bodies import Body


class ResendShape(Body):
    """How a notification is sent again."""

    channel: Annotated[
        Channel | None,
        Field(description="The channel; that of the first message when absent.", examples=["letter"]),
    ] = None
