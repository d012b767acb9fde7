"""One folder is one Lambda, with one test file and one sample event; and no route is in one place only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infra.function_folders import function_folders
from infra.platform.routes import ROUTES
from local.assembly import functions
from tests.infra.declared_routes import routes_of
from tests.infra.template import Template

ROOT = Path(__file__).parent.parent.parent
PLACES = {(folder.parent.name, name) for name, folder in function_folders().items()}
"""The context and the name of each function."""
MOST_LINES = 300
ANY_OTHER = "$default"
"""The gateway's route for what has none."""


def test_every_function_folder_is_a_lambda_and_nothing_else_is(template: Template) -> None:
    assert sorted(template.functions()) == functions()


def test_every_function_has_a_test_file_and_nothing_else_has() -> None:
    tested = {_place(path, "test_") for path in (ROOT / "tests/functions").glob("*/test_*.py")}
    assert tested >= PLACES


def test_a_folder_of_tests_belongs_to_a_context() -> None:
    folders = {path.parent.name for path in (ROOT / "tests/functions").glob("*/test_*.py")}
    assert folders == {context for context, _ in PLACES}


def test_every_function_has_a_sample_event_and_nothing_else_has() -> None:
    assert {_place(path) for path in (ROOT / "events/incoming").glob("**/*.json")} == PLACES


def test_a_function_folder_holds_its_handler_and_nothing_else() -> None:
    found = {path.relative_to(ROOT) for path in (ROOT / "functions").rglob("*") if path.is_file()}
    sources = {str(path) for path in found if "__pycache__" not in path.parts}
    assert sources == {f"functions/{context}/{name}/handler.py" for context, name in PLACES}


@pytest.mark.parametrize("name", functions())
def test_the_gateway_has_the_routes_that_the_handler_declares(name: str) -> None:
    declared = routes_of(function_folders()[name] / "handler.py")
    assert set(ROUTES.get(name, {})) == declared


def test_every_route_leads_to_its_function_through_the_gateway(template: Template) -> None:
    standing = {route["RouteKey"] for route in template.of_type("AWS::ApiGatewayV2::Route").values()}
    assert standing - {ANY_OTHER} == {route for name in functions() for route in ROUTES.get(name, {})}


def test_any_other_path_is_answered_by_a_function_and_not_by_the_gateway(template: Template) -> None:
    (target,) = [
        json.dumps(route["Target"])
        for route in template.of_type("AWS::ApiGatewayV2::Route").values()
        if route["RouteKey"] == ANY_OTHER
    ]
    (integration,) = [name for name in template.of_type("AWS::ApiGatewayV2::Integration") if name in target]
    function = template.of_type("AWS::ApiGatewayV2::Integration")[integration]["IntegrationUri"]
    assert template.referred(function).startswith("Functionshelp")


def _place(path: Path, prefix: str = "") -> tuple[str, str]:
    return path.parent.name, path.stem.removeprefix(prefix)


def test_no_source_file_is_longer_than_a_reader_has_patience() -> None:
    long = [
        str(path.relative_to(ROOT))
        for folder in ("functions", "infra", "local", "layers/domain/python", "layers/adapters/python")
        for path in (ROOT / folder).rglob("*.py")
        if len(path.read_text().splitlines()) > MOST_LINES
    ]
    assert long == []
