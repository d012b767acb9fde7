"""Powertools' resolver for HTTP APIs, without the other resolvers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro_aws.platform import lean

if TYPE_CHECKING:
    from aws_lambda_powertools.event_handler.api_gateway import APIGatewayHttpResolver, Response
else:
    # The events that the one module names; the package itself would load those of forty services.
    EVENTS = {
        "aws_lambda_powertools.utilities.data_classes": {
            "ALBEvent": "alb_event",
            "APIGatewayProxyEvent": "api_gateway_proxy_event",
            "APIGatewayProxyEventV2": "api_gateway_proxy_event",
            "BedrockAgentEvent": "bedrock_agent_event",
            "LambdaFunctionUrlEvent": "lambda_function_url_event",
            "VPCLatticeEvent": "vpc_lattice",
            "VPCLatticeEventV2": "vpc_lattice",
        }
    }
    _gateway = lean.module("aws_lambda_powertools.event_handler.api_gateway", EVENTS)
    APIGatewayHttpResolver, Response = _gateway.APIGatewayHttpResolver, _gateway.Response

__all__ = ["APIGatewayHttpResolver", "Response"]
