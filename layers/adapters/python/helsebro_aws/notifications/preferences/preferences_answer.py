"""A person's choices of notifications in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from helsebro_aws.notifications.contact.contact_answer import RecordVersion

NotificationKindShown = Annotated[
    str, Field(description="The kind of notification.", examples=["session-reminder"])
]
KindTitle = Annotated[
    str, Field(description="The kind in the reader's language.", examples=["Påmindelse om en tid"])
]


class ChannelsAnswer(TypedDict):
    """The channels that a kind is wanted on."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    email: Annotated[bool, Field(description="Whether by e-mail.")]
    sms: Annotated[bool, Field(description="Whether by SMS.")]
    letter: Annotated[bool, Field(description="Whether by letter.")]
    digitalPost: Annotated[bool, Field(description="Whether by Digital Post or Digipost.")]


class ReachableAnswer(TypedDict):
    """The channels that have an address which works."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    email: Annotated[bool, Field(description="Whether e-mail arrives.")]
    sms: Annotated[bool, Field(description="Whether SMS arrive.")]
    letter: Annotated[bool, Field(description="Whether there is a postal address.")]
    digitalPost: Annotated[
        bool,
        Field(description="Whether the payer may send it: any in Norway, a municipality in Denmark."),
    ]


class PreferenceAnswer(TypedDict):
    """What a person has chosen for one kind."""

    kind: NotificationKindShown
    title: KindTitle
    mayBeOff: Annotated[
        bool, Field(description="Whether every channel may be turned off; other kinds need at least one.")
    ]
    channels: Annotated[ChannelsAnswer, Field(description="The channels that it is wanted on.")]
    reachable: Annotated[ReachableAnswer, Field(description="The channels that have a working address.")]


# ``from`` is a word of Python, so this is no class.
QuietHoursAnswer = TypedDict(
    "QuietHoursAnswer",
    {
        "from": Annotated[str, Field(description="Their first minute, local time.", examples=["21:00"])],
        "until": Annotated[str, Field(description="Their end, local time.", examples=["08:00"])],
    },
)
QuietHoursAnswer.__doc__ = "When no SMS is sent; it waits for the morning."


class PreferencesAnswer(TypedDict):
    """The kinds of notification that a person can get, and what the person has chosen."""

    kinds: Annotated[list[PreferenceAnswer], Field(description="Every kind that a person can get.")]
    quietHours: Annotated[QuietHoursAnswer, Field(description="When no SMS is sent.")]
    version: RecordVersion
