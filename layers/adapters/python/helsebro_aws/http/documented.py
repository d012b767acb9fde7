"""What the OpenAPI document says of a route: built offline (``HELSEBRO_OPENAPI``), never by a call."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helsebro_aws.http.routes import Route

WANTED = bool(os.environ.get("HELSEBRO_OPENAPI"))


def describe(endpoint: Callable[..., Any], route: Route) -> dict[str, Any]:
    """Powertools' keyword arguments for the route; its parameters and body go into the signature."""
    from typing import Annotated, cast

    from aws_lambda_powertools.event_handler.openapi.params import Body, Header, Path

    from helsebro_aws.http.routes import shape_named

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter(name, keyword, annotation=Annotated[str, Path()])
        for name in re.findall(r"<(\w+)>", route.name)
    ]
    if route.shape:
        body = cast(Any, Annotated)[shape_named(route.shape), Body()]
        parameters.append(inspect.Parameter("body", keyword, annotation=body))
    if route.keyed:
        key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=255)]
        parameters.append(inspect.Parameter("idempotency_key", keyword, annotation=key))
    signature = inspect.Signature(parameters, return_annotation=dict[str, Any])
    vars(endpoint)["__signature__"] = signature
    doc = endpoint.__doc__ or ""
    rights = ", ".join(sorted(right.value for right in route.allows))
    return {
        "summary": doc.split("\n")[0],
        "description": f"{doc}\n\nWho: {rights}.",
        "operation_id": endpoint.__name__,
    }
