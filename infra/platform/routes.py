"""Routes: the function that answers each route, and the door, which is how the gateway checks its caller.

Both follow from the handlers' decorators.
"""

from __future__ import annotations

from enum import Enum
from functools import cache

from infra.function_folders import function_folders
from infra.platform.declared_routes import DeclaredRoute, declared_routes


class Door(Enum):
    """How the gateway identifies a caller before a function runs."""

    TOKEN = "the token of either issuer, verified by ``authorize``; a clinic system signs the call instead"
    OPEN = "nothing: public"


TOKEN, OPEN = Door

WITHOUT_TOKEN = frozenset({"ANYONE"})
"""The rights of callers who send no token, so that ``authorize`` has nothing to check.

A route of clinic systems also takes the people of the clinic, with their token (``Routes``).
"""


@cache
def routes() -> dict[str, dict[str, Door]]:
    """Returns function → route → door, the routes in the order of the handler.

    Raises ``RouteNotUnderstood``.
    """
    declared = {name: declared_routes(folder / "handler.py") for name, folder in function_folders().items()}
    return {name: {route.key: door_of(route) for route in found} for name, found in declared.items()}


def door_of(route: DeclaredRoute) -> Door:
    """Returns the door that follows from the rights of a route."""
    return OPEN if route.allows <= WITHOUT_TOKEN else TOKEN
