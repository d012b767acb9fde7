"""What the routes of notifications answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.notifications.channel import Channel
from helsebro.notifications.notification import LetterState, NotificationState
from helsebro_aws.http.fields.ids import NotificationIdField
from helsebro_aws.http.fields.shown import InstantShown


class NotificationAnswer(TypedDict):
    """A notification, and the proof that it was sent."""

    notificationId: NotificationIdField
    kind: Annotated[str, Field(description="What it is about.", examples=["decision-made"])]
    channel: Annotated[Channel, Field(description="The channel on which it is sent.")]
    address: Annotated[
        str,
        Field(
            description="The address, masked; empty for digital post and when there is none.",
            examples=["a…@example.org"],
        ),
    ]
    state: Annotated[
        NotificationState,
        Field(
            description="`planned`, `sending`: on its way. `sent`: the provider has taken it. `delivered`: "
            "it is in the mailbox. `bounced`: it came back, and another channel is tried. `complained`: the "
            "recipient called it spam. `failed`: no channel reaches the recipient. `withdrawn`: it no longer "
            "held before it was sent."
        ),
    ]
    plannedAt: Annotated[InstantShown, Field(description="When it was planned.")]
    attempts: Annotated[int, Field(ge=0, description="How often it was tried on this channel.", examples=[1])]
    sentAt: NotRequired[Annotated[InstantShown, Field(description="When the provider took it.")]]
    providerId: NotRequired[
        Annotated[
            str, Field(description="The provider's id of the message.", examples=["0110018f2a-7ce7-000000"])
        ]
    ]
    digest: NotRequired[
        Annotated[
            str,
            Field(
                description="The SHA-256 of what was sent, in hexadecimal.",
                examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
            ),
        ]
    ]
    fault: NotRequired[
        Annotated[
            str,
            Field(
                description="Why the last attempt was refused, a code of the provider or ours.",
                examples=["address-incomplete"],
            ),
        ]
    ]
    letter: NotRequired[Annotated[LetterState, Field(description="How far the letter is.")]]
    insteadOf: NotRequired[
        Annotated[
            NotificationIdField,
            Field(description="The notification that it repeats, because that came back or staff asked."),
        ]
    ]
