"""What every command of an operator shares: a fault is one clear text and exit code 2, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from botocore import exceptions as aws

from infra.build_layers import LayersNotBuilt
from infra.cdk import CdkFailed
from infra.cli.node import NodeCannotStart, NpmFailed
from infra.stage import ForeignRegion, UnknownStage

CANNOT, STOPPED = 2, 130
"""The exit codes of a command that cannot do what was asked, and of one that Ctrl-C ended."""

EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
UNKNOWN = frozenset(
    {"InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "AuthFailure"}
)
FORBIDDEN = frozenset({"AccessDenied", "AccessDeniedException", "UnauthorizedOperation"})
"""Codes of AWS for credentials that have ended, that it does not know, and that lack a right."""

NOT_LOGGED_IN = (
    aws.NoCredentialsError,
    aws.PartialCredentialsError,
    aws.CredentialRetrievalError,
    aws.SSOError,
    aws.TokenRetrievalError,
)
LOG_IN = "Log in to the account of the stage: `aws sso login`, or set AWS_PROFILE."

P = ParamSpec("P")


class CommandFault(Exception):
    """The command cannot do what was asked; the text says why and what to do."""


CLEAR = (CommandFault, UnknownStage, ForeignRegion, CdkFailed, NodeCannotStart, NpmFailed, LayersNotBuilt)
"""The errors whose own text is written for the operator."""


def command(main: Callable[P, int]) -> Callable[P, int]:
    """Returns ``main`` with its faults, and those of AWS, printed to stderr instead of raised."""

    @wraps(main)
    def run(*arguments: P.args, **options: P.kwargs) -> int:
        try:
            return main(*arguments, **options)
        except CLEAR as fault:
            print(fault, file=sys.stderr)
        except (aws.ClientError, aws.BotoCoreError) as fault:
            print(text_of(fault), file=sys.stderr)
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)
            return STOPPED
        return CANNOT

    return run


def text_of(fault: aws.ClientError | aws.BotoCoreError) -> str:
    """Returns what a fault of AWS means for the operator."""
    if isinstance(fault, aws.ClientError):
        return _refusal(fault)
    if isinstance(fault, NOT_LOGGED_IN):
        return f"There are no valid AWS credentials: {fault}. {LOG_IN}"
    if isinstance(fault, (aws.HTTPClientError, aws.ConnectionError)):
        return f"AWS does not answer: {fault}. Look at the connection, or at `make run` for STAGE=local."
    return f"AWS cannot be called: {fault}"


def _refusal(fault: aws.ClientError) -> str:
    error = fault.response.get("Error", {})
    code, message = error.get("Code", "Error"), error.get("Message", "")
    if code in EXPIRED:
        return f"The AWS credentials have expired. {LOG_IN}"
    if code in UNKNOWN:
        return f"AWS does not know these credentials ({code}). {LOG_IN}"
    if code in FORBIDDEN:
        return f"The AWS credentials lack a right for {fault.operation_name}: {message}"
    return (
        f"AWS refused {fault.operation_name}: {message} ({code}). "
        "See that the stage is deployed in this account and region."
    )
