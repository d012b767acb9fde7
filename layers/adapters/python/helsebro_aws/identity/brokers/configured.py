"""The brokers of this deployment: whose tokens are taken, for which client, and in which dialect."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro_aws.platform.settings import Settings

NONE = "none"


@dataclass(frozen=True)
class Broker:
    """An issuer of members' tokens, the client that they are made for, and the dialect of their claims."""

    dialect: str
    issuer: str
    client: str


def brokers(settings: Settings) -> list[Broker]:
    """Returns the first broker and the further ones: ``dialect;issuer;client``, with commas between them."""
    first = Broker(settings.member_dialect, settings.member_issuer, settings.member_client)
    listed = settings.further_brokers
    further = [] if listed == NONE else [Broker(*one.split(";")) for one in listed.split(",")]
    return [first, *further]
