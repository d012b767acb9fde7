"""The class a route names for its body is the one its handler is written for."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from helsebro_aws.http.call import body_class
from helsebro_aws.http.routes import Route, Routes

ROOT = Path(__file__).parents[3]


def routes() -> Iterator[Route]:
    for path in sorted((ROOT / "functions").rglob("handler.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        route = getattr(importlib.import_module(name), "route", None)
        if isinstance(route, Routes):
            yield from route.declared


def written_for(route: Route) -> str:
    """The class in the annotation of the handler's ``body``, without its module."""
    return str(route.handler.__annotations__.get("body", "")).rpartition(".")[2]


@pytest.mark.parametrize("route", list(routes()), ids=lambda route: route.name)
def test_a_route_names_the_class_its_handler_is_written_for(route: Route) -> None:
    named = body_class(route.body).__name__ if route.body else ""
    assert named == written_for(route)
