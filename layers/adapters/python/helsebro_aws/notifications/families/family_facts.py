"""Family facts: what the notifications about guardians and the 15th birthday say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helsebro.ids import PersonId
from helsebro.occurrence import Occurrence
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.notifications.session_facts import NothingToSay, Variables
from helsebro_aws.platform import clock


class FamilyFacts:
    """Reads the family of a child; ``readers`` are the methods by the kind of notification."""

    def __init__(self, on: Tables = tables) -> None:
        self.custodies = DynamoCustody(on)
        self.readers: Mapping[str, Callable[[Occurrence], Variables]] = {
            "guardian-changed": lambda cause: {"custody": str(cause.data["what"])},
            "other-guardian-decided": self._decided,
            "hand-over-near": self._of_age,
            "of-age-near": self._of_age,
        }

    def _decided(self, cause: Occurrence) -> Variables:
        """Names what the other guardian decided on; says nothing to who is no guardian there any more."""
        family, reader = self.custodies.find(_child(cause)), PersonId(str(cause.data["personId"]))
        if family is None or not family.guards(reader, clock.now(), cause.payer):
            raise NothingToSay
        return {"decided": str(cause.data["what"])}

    def _of_age(self, cause: Occurrence) -> Variables:
        """Names the 15th birthday; once it has come, the notification of that day says it."""
        family = self.custodies.find(_child(cause))
        if family is None or family.is_over(clock.now()):
            raise NothingToSay
        return {"day": family.own_from.isoformat()}


def _child(cause: Occurrence) -> PersonId:
    return PersonId(str(cause.data["childId"]))
