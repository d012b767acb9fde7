"""A route's description in the OpenAPI document: built offline (``HELSEBRO_OPENAPI``), never by a call.

Powertools turns the classes of the body and of the answer into schemas. What else a route declares stands
under ``DECLARED`` in its operation, and ``local/openapi`` turns it into parameters, headers and problems.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, cast, get_type_hints

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.field_names import camel
from helsebro_aws.http.call import body_class

if TYPE_CHECKING:
    from helsebro.caller import Right
    from helsebro_aws.http.routes import Route

DECLARED = "x-helsebro-declared"
PAGE = re.compile(r"Page\[([^,]+)(?:, (.+))?\]")
NEXT_CURSOR = Field(
    description="The cursor of the next page; null on the last.", examples=["4f1c2a.eyJzayI6IjI1In0"]
)


class Described(TypedDict, total=False):
    """What a decorator may say of a route beside its path, its rights and its key (``routes.Route``)."""

    body: str
    body_shape: str
    answers: int
    also_answers: tuple[int, ...]
    queries: tuple[str, ...]
    returns: str
    refuses: Mapping[int, str]
    if_match: bool
    takes: str
    also_takes: str
    also_as: str
    answers_as: str
    pages: tuple[int, ...]
    operation: str
    fresh: bool | frozenset[Right]
    fresh_for_money: bool
    refuses_file: Callable[[bytes], None]
    assurance: str
    ends_sight: bool
    headers: tuple[str, ...]
    body_optional: bool


def describe(endpoint: Callable[..., Any], route: Route) -> dict[str, Any]:
    """Returns Powertools' keyword arguments for the route; sets its body and answer as the signature."""
    from aws_lambda_powertools.event_handler.openapi.params import Body, Path

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter(name, keyword, annotation=Annotated[str, Path()])
        for name in re.findall(r"<(\w+)>", route.name)
    ]
    if described := route.body_shape or route.body:
        body = cast(Any, Annotated)[body_class(described), Body()]
        parameters.append(inspect.Parameter("body", keyword, annotation=body))
    returned = answer_class(route) if route.returns else dict[str, Any]
    vars(endpoint)["__signature__"] = inspect.Signature(parameters, return_annotation=returned)
    doc = endpoint.__doc__ or ""
    return {
        "summary": doc.split("\n")[0],
        "description": doc,
        "operation_id": route.operation or camel(route.handler.__name__),
        "tags": [_folders_of(route)[0]],
        "openapi_extensions": {DECLARED: _declared(route, returned)},
        "responses": {route.answers: {"description": "Done"}},
    }


def answer_class(route: Route) -> Any:
    """Returns the class that ``returns`` names; ``Page[…]`` is a page of a list of such things.

    ``Page[…, …]`` has the fields of the second class too.

    A name that begins with ``answers.`` is in the function's own ``answers.py``.
    """
    if not (paged := PAGE.fullmatch(route.returns)):
        return _class_named(route.returns, route)
    item = _class_named(paged[1], route)
    name = f"{item.__name__.removesuffix('Answer')}PageAnswer"
    cursor = Annotated[str | None, NEXT_CURSOR]
    items = cast(Any, Annotated)[GenericAlias(list, (item,)), Field(description="The things of this page.")]
    more = get_type_hints(_class_named(paged[2], route), include_extras=True) if paged[2] else {}
    page: Any = cast(Any, TypedDict)(name, {"items": items, "nextCursor": cursor, **more})
    page.__doc__ = "A page of a list."
    page.__module__ = item.__module__
    return page


def _class_named(name: str, route: Route) -> Any:
    own = name.removeprefix("answers.")
    if own == name:
        return body_class(name)
    context, function = _folders_of(route)
    return getattr(import_module(f"functions.{context}.{function}.answers"), own)


def _folders_of(route: Route) -> tuple[str, str]:
    """Returns the names of the context and of the function that the route's handler is in."""
    context, function, _ = inspect.getfile(route.handler).split("/")[-3:]
    return context, function


def _declared(route: Route, returned: Any) -> dict[str, Any]:
    return {
        "allows": sorted(right.value for right in route.allows),
        "takes": route.takes,
        "alsoTakes": body_class(route.also_takes)() if route.also_takes else {},
        "alsoAs": route.also_as,
        "answersAs": route.answers_as,
        "pages": list(route.pages),
        "keyed": route.keyed,
        "creates": route.creates,
        "fresh": bool(route.fresh),
        "freshForMoney": route.fresh_for_money,
        "freshFor": [] if isinstance(route.fresh, bool) else sorted(right.value for right in route.fresh),
        "assurance": route.assurance,
        "ifMatch": route.if_match,
        "answers": route.answers,
        "alsoAnswers": list(route.also_answers),
        "versioned": "version" in getattr(returned, "__annotations__", ()),
        "queries": list(route.queries),
        "headers": list(route.headers),
        "needsBody": not route.body_optional,
        "refuses": {str(status): codes.split() for status, codes in route.refuses.items()},
    }
