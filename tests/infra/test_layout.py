"""One folder is one Lambda function, with one test file and one sample event."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from infra.context_files import file_of
from infra.function_folders import function_folders
from infra.platform.routes import OPEN, routes
from local.handlers.sample import CLINIC, SENDER, WITHOUT_SENDER
from local.stack.assembly import functions
from tests.infra.template import Template

ROOT = Path(__file__).parent.parent.parent
PLACES = {(folder.parent.name, name) for name, folder in function_folders().items()}
"""The context and the name of each function."""
MOST_LINES = 300


def test_every_function_folder_is_a_lambda_function(template: Template) -> None:
    built = set(template.functions())
    assert {
        f'add parts.function("{name}") to {file_of(context)}' for context, name in PLACES if name not in built
    } == set()
    assert sorted(built) == functions()


def test_every_function_has_a_test_file() -> None:
    wanted = {f"tests/functions/{context}/test_{name}.py" for context, name in PLACES}
    assert {path for path in wanted if not (ROOT / path).exists()} == set(), "add these files"


def test_a_folder_of_tests_belongs_to_a_context() -> None:
    folders = {path.parent.name for path in (ROOT / "tests/functions").glob("*/test_*.py")}
    assert folders - {context for context, _ in PLACES} == set(), "no context has functions of this name"


def test_every_function_has_one_sample_event() -> None:
    wanted = {f"events/incoming/{context}/{name}.json" for context, name in PLACES}
    there = {str(path.relative_to(ROOT)) for path in (ROOT / "events/incoming").glob("**/*.json")}
    assert wanted - there == set(), "add these files"
    assert there - wanted == set(), "no function has these samples"


def sample(name: str) -> dict[str, Any]:
    """Returns the sample event of a function."""
    context = function_folders()[name].parent.name
    read: dict[str, Any] = json.loads((ROOT / "events/incoming" / context / f"{name}.json").read_text())
    return read


def route_of(event: dict[str, Any], keys: list[str]) -> str | None:
    """Returns which of a function's routes a sample calls, or nothing."""
    called = f"{event['requestContext']['http']['method']} {event['rawPath']}"
    found = [key for key in keys if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", key), called)]
    # "/v1/invoices/preflight" also fits "/v1/invoices/{invoiceId}": the route without a variable wins.
    return min(found, key=lambda key: key.count("{"), default=None)


WITH_ROUTES = {name: found for name, found in routes().items() if found}


@pytest.mark.parametrize("name", WITH_ROUTES)
def test_the_sample_of_a_function_with_routes_calls_one_of_them(name: str) -> None:
    event, keys = sample(name), list(WITH_ROUTES[name])
    assert route_of(event, keys), f"the sample calls none of {keys}"
    assert event.get("routeKey", route_of(event, keys)) == route_of(event, keys)


def test_the_sender_of_a_sample_has_what_the_door_of_its_route_asks() -> None:
    """A clinic signs what is open at the gateway; who sends a token has no sample of an open route."""
    for name, found in WITH_ROUTES.items():
        door = found[str(route_of(sample(name), list(found)))]
        signs = name in WITHOUT_SENDER or SENDER.get(name) == CLINIC
        assert signs or door is not OPEN, f"{name}: add its sender to SENDER in local/commands/sample.py"
    assert SENDER.keys() - WITH_ROUTES.keys() == set(), "SENDER names functions without a route"


def test_control_a_sample_of_another_route_is_found() -> None:
    event = {"requestContext": {"http": {"method": "GET"}}, "rawPath": "/v1/claims/clm_a/consent"}
    assert route_of(event, ["GET /v1/claims/{claimId}", "PUT /v1/claims/{claimId}/consent"]) is None
    assert route_of(event, ["GET /v1/claims/{claimId}/consent"])


def test_a_function_folder_holds_its_handler_and_what_that_answers() -> None:
    found = {path.relative_to(ROOT) for path in (ROOT / "functions").rglob("*") if path.is_file()}
    sources = {str(path) for path in found if "__pycache__" not in path.parts}
    handlers = {f"functions/{context}/{name}/handler.py" for context, name in PLACES}
    assert {source for source in sources if not source.endswith("/answers.py")} == handlers


def test_no_source_file_has_more_than_300_lines() -> None:
    long = [
        str(path.relative_to(ROOT))
        for folder in ("functions", "infra", "local", "layers/domain/python", "layers/adapters/python")
        for path in (ROOT / folder).rglob("*.py")
        if len(path.read_text().splitlines()) > MOST_LINES
    ]
    assert long == []
