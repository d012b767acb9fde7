"""The gateway: an HTTP API whose routes call the functions, and the Lambda authorizer ``authorize``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from aws_cdk import Duration, RemovalPolicy, Stack, Tags
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.parameters import StackParameters
from infra.platform.retention import LOG_GROUPS
from infra.platform.routes import OPEN, Door, routes
from infra.reasons import OPEN_ROUTE, acknowledge
from infra.small_function import live_arn
from infra.stage import Stage

LOCAL_API_ID = "helsebro"
"""The API's id on the embedded stack, so that its address is known before the deployment."""

UNKNOWN_ROUTES = "help"
"""The function that answers paths and methods that do not exist."""

AUTHORIZER = "authorize"

LOGGED = {
    "requestId": "$context.requestId",
    "route": "$context.routeKey",
    "status": "$context.status",
    "latency": "$context.responseLatency",
    "authorizer": "$context.authorizer.error",
}
"""The access log: the template of the route, but no path, query or IP address."""

METHODS = ("DELETE", "GET", "POST", "PUT")
SENT_BY_BROWSERS = (
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "accept-language",
    "helsebro-invitation",
    "x-correlation-id",
    "helsebro-clinic",
)
READ_BY_BROWSERS = ("ETag", "Location", "Idempotency-Replayed", "Retry-After", "X-Correlation-Id")


class Gateway(Construct):
    """Every route of every function, each behind its door; no route is open by default."""

    def __init__(self, scope: Construct, parameters: StackParameters, stage: Stage) -> None:
        super().__init__(scope, "Gateway")
        self._stage = stage
        self.api = apigateway.HttpApi(
            self,
            "Api",
            api_name=stage.named("api"),
            create_default_stage=False,
            description=f"Helsebro, /v1, stage {stage.name}",
            cors_preflight=apigateway.CorsPreflightOptions(
                allow_origins=parameters.listed("PortalOrigins"),
                allow_methods=[apigateway.CorsHttpMethod[method] for method in METHODS],
                allow_headers=list(SENT_BY_BROWSERS),
                expose_headers=list(READ_BY_BROWSERS),
                max_age=Duration.hours(1),
            ),
        )
        if stage.local:
            Tags.of(self.api).add("ms-custom-id", LOCAL_API_ID)
        self._add_stage()
        declared = {name: found for name, found in routes().items() if found}
        self._caller = _caller_of(self, stage, sorted({*declared, AUTHORIZER, UNKNOWN_ROUTES}))
        self._authorizer = self._add_authorizer()
        for name, found in declared.items():
            self._add_routes(name, found)

    def _add_routes(self, name: str, found: Mapping[str, Door]) -> None:
        integration = apigateway.CfnIntegration(
            self,
            name,
            api_id=self.api.api_id,
            integration_type="AWS_PROXY",
            integration_uri=live_arn(self, self._stage, name),
            # The gateway's own role instead of a permission on each function, which is one more resource.
            credentials_arn=self._caller.role_arn,
            payload_format_version="2.0",
        )
        for key, door in found.items():
            self._add_route(key, integration, door)
        if name == UNKNOWN_ROUTES:
            self._add_route("$default", integration, OPEN)

    def _add_route(self, key: str, integration: apigateway.CfnIntegration, door: Door) -> None:
        """Adds one route; ``$default`` answers every other path with a 404 in the caller's language."""
        route = apigateway.CfnRoute(
            self,
            key,
            api_id=self.api.api_id,
            route_key=key,
            target=f"integrations/{integration.ref}",
            authorization_type="NONE" if door is OPEN else "CUSTOM",
            authorizer_id=None if door is OPEN else self._authorizer.ref,
        )
        if door is OPEN:
            acknowledge(route, OPEN_ROUTE)

    def _add_authorizer(self) -> apigateway.CfnAuthorizer:
        """Adds the authorizer of every route with a token.

        It caches no answer: the gateway answers a call without the header that it caches by itself, and that
        401 is neither problem+json nor in the caller's language.
        """
        return apigateway.CfnAuthorizer(
            self,
            "Token",
            api_id=self.api.api_id,
            name="token",
            authorizer_type="REQUEST",
            authorizer_uri=_invocations_of(self, live_arn(self, self._stage, AUTHORIZER)),
            authorizer_credentials_arn=self._caller.role_arn,
            authorizer_payload_format_version="2.0",
            authorizer_result_ttl_in_seconds=0,
            identity_source=[],
            enable_simple_responses=True,
        )

    def _add_stage(self) -> None:
        log = logs.LogGroup(
            self,
            "Log",
            log_group_name=self._stage.path_of("gateway"),
            retention=LOG_GROUPS,
            removal_policy=RemovalPolicy.DESTROY,
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


def _caller_of(scope: Construct, stage: Stage, functions: Sequence[str]) -> iam.Role:
    """Returns the role with which the gateway calls these functions, and no other."""
    invoke = iam.PolicyStatement(
        actions=["lambda:InvokeFunction"], resources=[live_arn(scope, stage, name) for name in functions]
    )
    return iam.Role(
        scope,
        "Caller",
        assumed_by=iam.ServicePrincipal("apigateway.amazonaws.com"),
        inline_policies={"invoke": iam.PolicyDocument(statements=[invoke])},
    )


def _invocations_of(scope: Construct, function_arn: str) -> str:
    region = Stack.of(scope).region
    return f"arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function_arn}/invocations"
