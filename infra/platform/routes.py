"""Routes: the function that answers each route, and the door, which is how the gateway checks its caller.

Both follow from the handlers' decorators. This file lists only the doors that do not.
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
"""The rights of callers who send no token, so that ``authorize`` has nothing to check."""

JWT_DOORS: Mapping[str, Door] = {
    "PUT /v1/payers/{payer}": STAFF,
    "DELETE /v1/claims/{claimId}/consent": MEMBER,
}
"""Two routes that only our own portals call; a JWT authorizer saves them the call of ``authorize``.

Other routes cannot use one: the gateway's own 401 is neither problem+json nor in the caller's language, and
it also answers a token of the other issuer, where the contract requires 403.
"""


class UndeclaredRoute(Exception):
    """This file lists a door for a route that no handler declares."""


def routes(jwt_doors: Mapping[str, Door] = JWT_DOORS) -> dict[str, dict[str, Door]]:
    """Returns function → route → door, the routes in the order of the handler.

    Raises ``RouteNotUnderstood``, and ``UndeclaredRoute`` when ``jwt_doors`` names a route of no handler.
    """
    declared = {name: declared_routes(folder / "handler.py") for name, folder in function_folders().items()}
    keys = {route.key for found in declared.values() for route in found}
    if unknown := jwt_doors.keys() - keys:
        raise UndeclaredRoute(f"JWT_DOORS lists {', '.join(sorted(unknown))}, which no handler declares.")
    return {
        name: {route.key: jwt_doors.get(route.key, door_of(route)) for route in found}
        for name, found in declared.items()
    }


def door_of(route: DeclaredRoute) -> Door:
    """Returns the door that follows from the rights of a route."""
    return OPEN if route.allows <= WITHOUT_TOKEN else EITHER
