"""The shape in which a person chooses the channels of notifications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictBool

from helsebro.errors import BadInput, Fault, escaped
from helsebro.notifications.channel import Choice
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS, choice_faults
from helsebro_aws.http.bodies import Body


class NewChannelsShape(Body):
    """The channels that one kind is wanted on."""

    email: Annotated[StrictBool, Field(description="Whether by e-mail.")]
    sms: Annotated[StrictBool, Field(description="Whether by SMS.")]
    letter: Annotated[StrictBool, Field(description="Whether by letter.")]
    digital_post: Annotated[StrictBool, Field(description="Whether by Digital Post or Digipost.")]

    def choice(self) -> Choice:
        """Returns the choice."""
        return Choice(**self.model_dump())


class NewPreferencesShape(Body):
    """What a person chooses; kinds that are left out stay as they are."""

    kinds: Annotated[
        dict[str, NewChannelsShape],
        Field(
            min_length=1,
            description="The channels of each kind, by the kind.",
            examples=[
                {"session-reminder": {"email": True, "sms": True, "letter": False, "digitalPost": False}}
            ],
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for every kind that members do not choose."""
        kinds = sent.get("kinds")
        unknown = [name for name in kinds if name not in CHOSEN_BY_MEMBERS] if isinstance(kinds, dict) else []
        known = ", ".join(CHOSEN_BY_MEMBERS)
        return [Fault(f"/kinds/{escaped(name)}", "notification-kind-unknown", known) for name in unknown]

    def choices(self, record: ContactRecord) -> Mapping[str, Choice]:
        """Returns the choices by kind. Raises ``BadInput`` with every choice that cannot be."""
        chosen = {name: channels.choice() for name, channels in self.kinds.items()}
        faults = [
            fault
            for name, choice in chosen.items()
            for fault in choice_faults(record, CHOSEN_BY_MEMBERS[name], choice)
        ]
        if faults:
            raise BadInput(faults)
        return chosen
