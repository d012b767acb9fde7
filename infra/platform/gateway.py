"""The gateway: an HTTP API with the Lambda authorizer ``authorize`` before every route with a token."""

from __future__ import annotations

import json

from aws_cdk import Duration, RemovalPolicy, Tags
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_apigatewayv2_authorizers as authorizers
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.parts import Parts
from infra.platform.routes import OPEN, TOKEN, Door, routes
from infra.reasons import OPEN_ROUTE, acknowledge
from infra.stage import Stage

LOCAL_API_ID = "helsebro"
"""The API's id on the embedded stack, so that its address is known before the deployment."""

UNKNOWN_ROUTES = "help"
"""The function that answers paths and methods that do not exist."""

LOGGED = {
    "requestId": "$context.requestId",
    "route": "$context.routeKey",
    "status": "$context.status",
    "latency": "$context.responseLatency",
    "authorizer": "$context.authorizer.error",
}
"""The access log: the template of the route, but no path, query or IP address."""


class Gateway(Construct):
    """Every route of every function, each behind its door; no route is open by default."""

    def __init__(self, scope: Construct, parts: Parts, stage: Stage) -> None:
        super().__init__(scope, "Gateway")
        self.api = apigateway.HttpApi(self, "Api", create_default_stage=False, description="Helsebro, /v1")
        if stage.local:
            Tags.of(self.api).add("ms-custom-id", LOCAL_API_ID)
        self._stage()
        doors, declared = self._doors(parts), routes()
        for name, function in parts.functions.items():
            integration = integrations.HttpLambdaIntegration(
                name, function.function, scope_permission_to_route=False
            )
            for route, door in declared[name].items():
                method, path = route.split(" ")
                added = self.api.add_routes(
                    path=path,
                    methods=[apigateway.HttpMethod[method]],
                    integration=integration,
                    authorizer=doors[door],
                )
                if door is OPEN:
                    acknowledge(added[0], OPEN_ROUTE)
            if name == UNKNOWN_ROUTES:
                self._answer_unknown_routes(integration)

    def _answer_unknown_routes(self, integration: integrations.HttpLambdaIntegration) -> None:
        """Answers every other path with a 404 in the caller's language."""
        route = apigateway.HttpRoute(
            self,
            "Unknown",
            http_api=self.api,
            route_key=apigateway.HttpRouteKey.DEFAULT,
            integration=integration,
        )
        acknowledge(route, OPEN_ROUTE)

    def _stage(self) -> None:
        log = logs.LogGroup(
            self, "Log", retention=logs.RetentionDays.THREE_MONTHS, removal_policy=RemovalPolicy.DESTROY
        )
        stage = apigateway.HttpStage(
            self,
            "Default",
            http_api=self.api,
            stage_name="$default",
            auto_deploy=True,
            throttle=apigateway.ThrottleSettings(rate_limit=500, burst_limit=1000),
        )
        resource = stage.node.default_child
        assert isinstance(resource, apigateway.CfnStage)
        resource.access_log_settings = apigateway.CfnStage.AccessLogSettingsProperty(
            destination_arn=log.log_group_arn, format=json.dumps(LOGGED)
        )

    def _doors(self, parts: Parts) -> dict[Door, apigateway.IHttpRouteAuthorizer]:
        """Returns the authorizer of each door; ``authorize`` is called for every call with a token.

        Nothing is cached: a cache needs the header as its identity source, and then the gateway itself
        answers a call without the header, in English and without problem+json.
        """
        return {
            OPEN: apigateway.HttpNoneAuthorizer(),
            TOKEN: authorizers.HttpLambdaAuthorizer(
                "Token",
                parts.functions["authorize"].function,
                authorizer_name="token",
                response_types=[authorizers.HttpLambdaResponseType.SIMPLE],
                identity_source=[],
                results_cache_ttl=Duration.seconds(0),
            ),
        }
