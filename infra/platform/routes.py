"""Routes: which function answers what, and through which door the gateway lets a caller in.

The handlers' decorators say both. Only the exceptional doors are written down here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from infra.function_folders import function_folders
from infra.platform.declared_routes import DeclaredRoute, declared_routes


class Door(Enum):
    """How the gateway identifies a caller before a function runs."""

    MEMBER = "the member issuer's token"
    STAFF = "the staff issuer's token"
    EITHER = "either issuer's token, or a clinic system's signature that the function verifies"
    OPEN = "nothing at the gateway: public, or a signature over the raw body that the function verifies"


MEMBER, STAFF, EITHER, OPEN = Door

WITHOUT_TOKEN = frozenset({"ANYONE", "CLINIC_SYSTEM"})
"""The rights of callers who send no token: ``authorize`` could tell the function nothing about them."""

JWT_DOORS: Mapping[str, Door] = {
    "PUT /v1/payers/{payer}": STAFF,
    "DELETE /v1/claims/{claimId}/consent": MEMBER,
}
"""Two routes that only our own portals call; they save the call of ``authorize``.

No other route has such a door: the gateway's own 401 is neither problem+json nor in the caller's language,
and a token of the other issuer gets it where the contract says 403.
"""


class NoSuchRoute(Exception):
    """A door is written down for a route that no handler declares."""


def routes(jwt_doors: Mapping[str, Door] = JWT_DOORS) -> dict[str, dict[str, Door]]:
    """Function → route → door, each function's routes in the order of its handler.

    Raises ``RouteNotUnderstood``, and ``NoSuchRoute`` for a door of a route that is not there.
    """
    declared = {name: declared_routes(folder / "handler.py") for name, folder in function_folders().items()}
    keys = {route.key for found in declared.values() for route in found}
    if unknown := jwt_doors.keys() - keys:
        raise NoSuchRoute(f"A door is written down for {', '.join(sorted(unknown))}; no handler declares it.")
    return {
        name: {route.key: jwt_doors.get(route.key, door_of(route)) for route in found}
        for name, found in declared.items()
    }


def door_of(route: DeclaredRoute) -> Door:
    """The door that follows from the rights that a route allows."""
    return OPEN if route.allows <= WITHOUT_TOKEN else EITHER
