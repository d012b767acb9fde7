"""Practice address: one of several places at which a practitioner treats."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.network.address import Address

MOST_ADDRESSES = 5
MOST_SEARCH_ROWS = 48
"""A practitioner has a search row for each treatment at each address; two times as many fit in a commit."""


@dataclass(frozen=True)
class PracticeAddress:
    """A further address of a practitioner, under the clinic's own ``key``, which slots may name."""

    key: str
    address: Address


def most_treatments_at(addresses: int) -> int:
    """Returns how many treatments a practitioner may offer at so many addresses; crisis help is one more."""
    return MOST_SEARCH_ROWS // addresses - 1
