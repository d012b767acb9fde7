"""The secret that the edge sends with each request, so that no one can call the gateway past the web ACL.

The functions accept two secrets and know only their SHA-256: the newest, which the edge sends, and the one
before it, which edge locations still send while a rotation spreads.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import Any

from infra.stage import Stage


def name_of(stage: Stage) -> str:
    """Returns the name of the encrypted parameter that holds the secrets, newest first, one a line."""
    return stage.path_of("edge-secrets")


def name_of_sent(stage: Stage) -> str:
    """Returns the name of the parameter that holds the fingerprint of the secret that the edge sends."""
    return stage.path_of("edge-secret-sent")


def known(stage: Stage, parameters: Any) -> list[str]:
    """Returns the valid secrets, newest first; makes the first one when there is none."""
    try:
        found = parameters.get_parameter(Name=name_of(stage), WithDecryption=True)["Parameter"]["Value"]
    except parameters.exceptions.ParameterNotFound:
        return _stored(stage, parameters, [])
    return str(found).splitlines()


def rotate(stage: Stage, parameters: Any) -> list[str]:
    """Stores a new secret beside the one that the edge sends, and returns both.

    Rotated twice without a deployment between, the first new secret is dropped: the edge never sent it.
    """
    valid = known(stage, parameters)
    try:
        sent = parameters.get_parameter(Name=name_of_sent(stage))["Parameter"]["Value"]
    except parameters.exceptions.ParameterNotFound:
        return _stored(stage, parameters, valid[:1])
    return _stored(stage, parameters, [secret for secret in valid if fingerprint(secret) == sent])


def note_sent(stage: Stage, parameters: Any, secret: str) -> None:
    """Notes that the edge now sends this secret."""
    parameters.put_parameter(
        Name=name_of_sent(stage), Type="String", Value=fingerprint(secret), Overwrite=True
    )


def fingerprint(secret: str) -> str:
    """Returns what a function knows of a secret: its SHA-256 in hexadecimal."""
    return sha256(secret.encode()).hexdigest()


def _stored(stage: Stage, parameters: Any, sent: list[str]) -> list[str]:
    valid = [secrets.token_urlsafe(32), *sent]
    parameters.put_parameter(Name=name_of(stage), Type="SecureString", Value="\n".join(valid), Overwrite=True)
    return valid
