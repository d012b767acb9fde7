"""The further addresses of a practitioner, as answers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.network.practitioner import Practitioner
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.network.address_answer import KeyedAddressAnswer


def shown_addresses(practitioner: Practitioner) -> list[KeyedAddressAnswer]:
    """Returns the addresses beside the first one, each with its key."""
    shown = [{"key": each.key, **to_item(each.address)} for each in practitioner.addresses]
    return cast("list[KeyedAddressAnswer]", shown)
