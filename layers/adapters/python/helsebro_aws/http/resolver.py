"""Powertools' resolver for HTTP APIs, without the other resolvers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro_aws.platform import lean

if TYPE_CHECKING:
    from aws_lambda_powertools.event_handler.api_gateway import APIGatewayHttpResolver, Response
else:
    _gateway = lean.module("aws_lambda_powertools.event_handler.api_gateway")
    APIGatewayHttpResolver, Response = _gateway.APIGatewayHttpResolver, _gateway.Response

__all__ = ["APIGatewayHttpResolver", "Response"]
