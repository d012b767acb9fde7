"""Network contact: whether a person may be written to about cover in the network (Q31)."""

from __future__ import annotations

from helsebro.ids import PersonId
from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents
from helsebro_aws.dynamodb.tables import Tables, tables

OF_NETWORK = frozenset({"clinic-found", "clinic-declined"})
"""The kinds of notifications that are about cover in the network, and not about what the member asked for."""


def may_be_written_to(reader: PersonId, on: Tables = tables) -> bool:
    """Returns whether who reads about a case may be written to about the network.

    Each guardian of a child decides for the own mailbox. Who was never asked may be written to: staff found
    the clinic in a case with a consent. A no stops it, also when it is a yes whose year is over.
    """
    return not DynamoPersonalConsents(on).find(reader, "network-contact").is_refused
