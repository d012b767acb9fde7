"""Reads routes from the source of a handler; a route that cannot be read is an error with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from infra.platform.declared_routes import DeclaredRoute, RouteNotUnderstood, declared_routes

BEGINS = "from helsebro_aws.http.routes import Routes\nroute = Routes(app)\nONE = f'{ALL}/<endpoint_id>'\n"


def routes_of(source: str, folder: Path) -> tuple[DeclaredRoute, ...]:
    handler = folder / "handler.py"
    handler.write_text(source)
    return declared_routes(handler)


@pytest.mark.parametrize(
    "decorator, key, allows",
    [
        ("@route.get('/v1/claims', allows={MEMBER})", "GET /v1/claims", {"MEMBER"}),
        ("@route.put('/v1/<claim_id>/x', allows={MEMBER})", "PUT /v1/{claimId}/x", {"MEMBER"}),
        ("@route.delete(f'{ALL}/test', allows={MEMBER})", "DELETE /v1/endpoints/test", {"MEMBER"}),
        ("@route.post(ONE, allows={MEMBER})", "POST /v1/endpoints/{endpointId}", {"MEMBER"}),
        ("@route.get(ALL, allows=RUNS_IT)", "GET /v1/endpoints", {"CLINIC_SYSTEM", "MEMBER"}),
        ("@route.get(ALL, allows={MEMBER, *STAFF})", "GET /v1/endpoints", {"MEMBER", "*STAFF"}),
        ("@route.post(ALL, keyed=False, allows={ANYONE}, body='a.B')", "POST /v1/endpoints", {"ANYONE"}),
    ],
)
def test_the_path_and_the_rights_of_a_decorator_are_read(
    decorator: str, key: str, allows: set[str], tmp_path: Path
) -> None:
    constants = "ALL = '/v1/endpoints'\nRUNS_IT = {CLINIC_SYSTEM, MEMBER}\n"
    found = routes_of(
        f"{constants}{BEGINS}{decorator}\ndef answer(): ...\nhandler = route.handler\n", tmp_path
    )
    assert found == (DeclaredRoute(key, frozenset(allows)),)


def test_routes_are_in_the_order_of_the_file_also_when_a_function_has_two(tmp_path: Path) -> None:
    lines = [f"@route.get('/v1/{name}', allows={{MEMBER}})" for name in "abc"]
    source = "\n".join([BEGINS, *lines[:2], "def both(): ...", lines[2], "def last(): ..."])
    assert [route.key for route in routes_of(source, tmp_path)] == ["GET /v1/a", "GET /v1/b", "GET /v1/c"]


def test_a_handler_without_routes_declares_none(tmp_path: Path) -> None:
    assert routes_of("def handler(event, context):\n    return event\n", tmp_path) == ()


@pytest.mark.parametrize(
    "lines",
    [
        "@route.get('/v1/claims', allows=rights())",
        "@route.get('/v1/claims', allows=IMPORTED)",
        "@route.get('/v1/claims', allows={Right.MEMBER})",
        "@route.get('/v1/claims')",
        "@route.get('/v1/claims', **options)",
        "@route.get('/v1/' + NAME, allows={MEMBER})",
        "@route.get(path_of('claims'), allows={MEMBER})",
        "@route.get(IMPORTED, allows={MEMBER})",
        "@route.get(f'/v1/{NAME!r}', allows={MEMBER})",
        "@route.get(path='/v1/claims', allows={MEMBER})",
        "@route.patch('/v1/claims', allows={MEMBER})",
        "@twice(route.get('/v1/claims', allows={MEMBER}))",
        "@route.get",
    ],
)
def test_the_error_names_the_file_and_line_of_a_decorator_that_cannot_be_read(
    lines: str, tmp_path: Path
) -> None:
    source = f"{BEGINS}NAME = 'claims'\n\n{lines}\ndef answer(): ...\n"
    with pytest.raises(RouteNotUnderstood, match=rf"^{re.escape(str(tmp_path))}/handler\.py:6: "):
        routes_of(source, tmp_path)


@pytest.mark.parametrize(
    "source, line",
    [
        (f"{BEGINS}route.get('/v1/a', allows={{MEMBER}})(answer)\n", 4),
        (f"{BEGINS}for path in PATHS:\n    @route.get(path, allows={{MEMBER}})\n    def answer(): ...\n", 5),
        (f"{BEGINS}@route.get('/v1/a', allows={{MEMBER}})\nasync def answer(): ...\n", 4),
        (f"{BEGINS}@route.get('/v1/a', allows={{MEMBER}})\nclass Answer: ...\n", 4),
        (f"{BEGINS}declare_all(route)\n", 4),
        (f"{BEGINS}other = route\n", 4),
        (f"{BEGINS}route = Routes(app)\n", 1),
        ("from helsebro_aws.http.routes import Routes as Others\nroute = Others(app)\n", 1),
        ("import os\nfrom helsebro_aws.http import routes\nroute = routes.Routes(app)\n", 2),
    ],
)
def test_the_error_names_the_line_of_routes_declared_in_another_way(
    source: str, line: int, tmp_path: Path
) -> None:
    with pytest.raises(RouteNotUnderstood, match=rf"/handler\.py:{line}: "):
        routes_of(source, tmp_path)
