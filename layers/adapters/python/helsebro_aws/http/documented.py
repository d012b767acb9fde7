"""A route's description in the OpenAPI document: built offline (``HELSEBRO_OPENAPI``), never by a call."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from helsebro.caller import CLINIC_SYSTEM, EMPLOYER, MEMBER, STAFF, Right
from helsebro_aws.http.call import body_class

if TYPE_CHECKING:
    from helsebro_aws.http.routes import Route

# Powertools wants the schemes on every resolver; the document names them once (local/commands/openapi.py).
DOORS = "x-helsebro-doors"


def describe(endpoint: Callable[..., Any], route: Route) -> dict[str, Any]:
    """Returns Powertools' keyword arguments for the route; sets its parameters and body as the signature."""
    from typing import Annotated, cast

    from aws_lambda_powertools.event_handler.openapi.params import Body, Header, Path, Query

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter(name, keyword, annotation=Annotated[str, Path()])
        for name in re.findall(r"<(\w+)>", route.name)
    ]
    if route.body:
        body = cast(Any, Annotated)[body_class(route.body), Body()]
        parameters.append(inspect.Parameter("body", keyword, annotation=body))
    if route.keyed:
        default = inspect.Parameter.empty if route.creates else None
        kind = str if route.creates else str | None
        key = cast(Any, Annotated)[kind, Header(alias="Idempotency-Key", min_length=1, max_length=255)]
        parameters.append(inspect.Parameter("idempotency_key", keyword, annotation=key, default=default))
    for query in route.queries:
        optional = cast(Any, Annotated)[str | None, Query(alias=query)]
        # A query parameter may have a name that Python does not allow (``from``); the alias is the real name.
        parameters.append(inspect.Parameter(f"query_{query}", keyword, annotation=optional, default=None))
    signature = inspect.Signature(parameters, return_annotation=dict[str, Any])
    vars(endpoint)["__signature__"] = signature
    doc = endpoint.__doc__ or ""
    rights = ", ".join(sorted(right.value for right in route.allows))
    return {
        "summary": doc.split("\n")[0],
        "description": f"{doc}\n\nWho: {rights}.",
        "operation_id": "_".join(re.findall(r"\w+", route.name.replace("/v1/", " "))).lower(),
        "tags": [route.name.split("/")[2]],
        "openapi_extensions": {DOORS: security(route.allows)},
        "responses": {route.answers: {"description": "Done"}},
    }


def security(allows: frozenset[Right]) -> list[dict[str, list[str]]]:
    """Returns the credentials that a route accepts, any one of them."""
    doors: list[dict[str, list[str]]] = [{"member": []}] if allows & {MEMBER, EMPLOYER} else []
    doors += [{"staff": []}] if allows & STAFF else []
    doors += [{"clinicSystem": []}] if CLINIC_SYSTEM in allows else []
    return doors
