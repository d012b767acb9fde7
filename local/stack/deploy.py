"""Deploys the app to the emulator with the real CDK tool, as to an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from infra import cdk
from infra.function_folders import function_folders
from local.home import ACCOUNT, REGION
from local.stack import assembly, emulator, live_code
from local.stack.assembly import Assembly
from local.stack.identity_providers import MEMBER_CLIENT, STAFF_CLIENT, brokers
from local.stack.ports import Ports, portal_origins

API_ID = "helsebro"


def api_url(ports: Ports) -> str:
    """Returns the API's address, in the emulator's form that needs no ``Host`` header."""
    return f"{ports.url('emulator')}/_aws/execute-api/{API_ID}"


FAST = ("--require-approval", "never", "--method", "direct", "--concurrency", "8")

PARAMETERS: Mapping[str, Callable[[Ports], str]] = {
    "MemberIssuer": lambda ports: ports.url("members"),
    "MemberClient": lambda _: MEMBER_CLIENT,
    "MemberDialect": lambda _: "helsebro",
    "FurtherBrokers": lambda ports: ",".join(
        f"{broker};{issuer};{MEMBER_CLIENT}" for broker, issuer in brokers(ports).items()
    ),
    "TestPeople": lambda _: "accepted",
    "StaffIssuer": lambda ports: ports.url("staff"),
    "StaffClient": lambda _: STAFF_CLIENT,
    "PublicUrl": api_url,
    "ReferenceUrl": lambda ports: f"{ports.url('reference')}/index.html",
    "SupportEmail": lambda _: "support@helsebro.example",
    "SupportPhone": lambda _: "+45 70 00 00 00",
    "MailFrom": lambda _: "no-reply@helsebro.example",
    "PortalUrl": lambda ports: ports.url("mailbox"),
    "PortalOrigins": lambda _: portal_origins(),
    "EdgeFingerprints": lambda _: "local",
}
"""The values of the parameters that an operator sets at a deployment, on the embedded stack."""


def bootstrap(ports: Ports, made: Assembly) -> None:
    """Bootstraps CDK, which every account and region needs before its first deployment."""
    target = f"aws://{ACCOUNT}/{REGION}"
    cdk.run(["bootstrap", target, "--app", str(made.folder)], emulator.environment(ports))


def deploy(ports: Ports, made: Assembly, heard: Callable[[str], None] = lambda _: None) -> None:
    """Deploys this assembly, then the code of functions that changed after it was made.

    Stacks that do not need each other are deployed at the same time, and without change sets. ``heard`` is
    called with each line of the tool.
    """
    values = {name: value(ports) for name, value in PARAMETERS.items()}
    options = cdk.with_parameters(made.templates, values)
    arguments = ["deploy", "--all", "--app", str(made.folder), *FAST, *options]
    cdk.run(arguments, emulator.environment(ports), heard)
    _set_cors(ports, made, values)
    now = {name: assembly.fingerprint(function_folders()[name]) for name in made.code}
    live_code.push(
        (name for name in now if now[name] != made.code[name]), client("lambda", ports.url("emulator"))
    )


def _set_cors(ports: Ports, made: Assembly, values: Mapping[str, str]) -> None:
    """Sets the API's CORS rules again: the emulator keeps those of a template in a form it does not read."""
    gateway = made.templates[live_code.STAGE.named("gateway")]["Resources"].values()
    [api] = [each["Properties"] for each in gateway if each["Type"] == "AWS::ApiGatewayV2::Api"]
    origins = values[api["CorsConfiguration"]["AllowOrigins"]["Ref"]].split(",")
    cors = {**api["CorsConfiguration"], "AllowOrigins": origins}
    client("apigatewayv2", ports.url("emulator")).update_api(ApiId=API_ID, CorsConfiguration=cors)


def client(service: str, endpoint: str) -> Any:
    """Returns a boto3 client with the credentials of the emulator's root user."""
    import boto3

    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id=emulator.CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=emulator.CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
    )
