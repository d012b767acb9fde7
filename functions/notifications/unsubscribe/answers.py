"""What the routes of an unsubscribe link answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.notifications.preferences.preferences_answer import KindTitle, NotificationKindShown


class UnsubscribeAnswer(TypedDict):
    """The kind of e-mail that a link turns off."""

    kind: NotificationKindShown
    title: KindTitle
    unsubscribed: Annotated[bool, Field(description="Whether e-mail of this kind is off.")]
