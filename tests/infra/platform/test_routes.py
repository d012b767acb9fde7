"""Compares the gateway's routes and doors with the routes that the imported handlers register."""

from __future__ import annotations

import json
import re
from importlib import import_module

import pytest

from helsebro.caller import ANYONE, Right
from helsebro_aws.http.routes import Route
from infra.function_folders import function_folders
from infra.platform.declared_routes import DeclaredRoute
from infra.platform.routes import Door, door_of, routes
from tests.infra.template import Template, as_text

ANY_OTHER = "$default"
"""The gateway's route for every other path."""

BY_DOOR = {
    Door.OPEN: {ANYONE},
    Door.TOKEN: set(Right),
}
"""Door → the rights that a route behind it may allow."""


AUTHORIZATION = {Door.OPEN: "NONE", Door.TOKEN: "CUSTOM"}


def registered_by(function: str) -> dict[str, frozenset[Right]]:
    """Returns the routes that the imported handler registers, each with the rights that it allows."""
    handler = import_module(f"functions.{function_folders()[function].parent.name}.{function}.handler")
    declared: list[Route] = handler.route.declared if hasattr(handler, "route") else []
    return {pattern(route.name): route.allows for route in declared}


def pattern(route: str) -> str:
    """Returns a route without the names of its path parameters, which the gateway spells differently."""
    return re.sub(r"<\w+>|{\w+}", "*", route)


@pytest.mark.parametrize("function", function_folders())
def test_the_gateway_has_the_routes_that_the_handler_registers(function: str) -> None:
    assert {pattern(route) for route in routes()[function]} == registered_by(function).keys()


@pytest.mark.parametrize("function", function_folders())
def test_a_door_fits_the_rights_that_the_handler_registers(function: str) -> None:
    doors = {pattern(route): door for route, door in routes()[function].items()}
    for route, allows in registered_by(function).items():
        assert allows <= BY_DOOR[doors[route]]
        assert (doors[route] is Door.OPEN) is (allows <= BY_DOOR[Door.OPEN])


@pytest.mark.parametrize(
    "allows, door",
    [
        ({"ANYONE"}, Door.OPEN),
        ({"CLINIC_SYSTEM"}, Door.TOKEN),
        ({"CLINIC_SYSTEM", "MEMBER"}, Door.TOKEN),
        ({"MEMBER"}, Door.TOKEN),
        ({"*PAYER_ROLES"}, Door.TOKEN),
    ],
)
def test_a_route_is_open_when_none_of_its_callers_sends_a_token(allows: set[str], door: Door) -> None:
    assert door_of(DeclaredRoute("GET /v1/things", frozenset(allows))) is door


def test_the_gateway_has_every_route_behind_its_door_and_no_other(template: Template) -> None:
    deployed = {
        route["RouteKey"]: route["AuthorizationType"]
        for route in template.of_type("AWS::ApiGatewayV2::Route").values()
        if route["RouteKey"] != ANY_OTHER
    }
    assert deployed == {
        route: AUTHORIZATION[door] for found in routes().values() for route, door in found.items()
    }


def test_every_token_goes_through_one_authorizer_whose_answers_are_not_cached(template: Template) -> None:
    """With an identity source the gateway itself answers 401, which is not problem+json (promise 16)."""
    [authorizer] = template.of_type("AWS::ApiGatewayV2::Authorizer").values()
    assert (authorizer["AuthorizerType"], authorizer["EnableSimpleResponses"]) == ("REQUEST", True)
    assert (authorizer["AuthorizerResultTtlInSeconds"], authorizer["IdentitySource"]) == (0, [])
    assert "authorize" in json.dumps(authorizer["AuthorizerUri"])


def test_a_function_answers_every_other_path(template: Template) -> None:
    [target] = [
        json.dumps(route["Target"])
        for route in template.of_type("AWS::ApiGatewayV2::Route").values()
        if route["RouteKey"] == ANY_OTHER
    ]
    [integration] = [name for name in template.of_type("AWS::ApiGatewayV2::Integration") if name in target]
    function = template.of_type("AWS::ApiGatewayV2::Integration")[integration]["IntegrationUri"]
    assert as_text(function).endswith("function:helsebro-prod-help:live")
