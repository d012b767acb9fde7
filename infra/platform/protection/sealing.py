"""Sealing: which functions may sign with the seal key, which never leaves KMS."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts
from infra.platform.protection.seal_names import certificate_parameter
from infra.small_function import SmallFunction


def seal_papers(parts: Parts, function: SmallFunction) -> None:
    """Signs PDFs with the seal key, under the certificate that an operator has stored."""
    sign_with_seal(parts, function, "kms:Sign", "kms:GetPublicKey")
    name = certificate_parameter(parts.stage)
    function.add_setting("HELSEBRO_SEAL_CERTIFICATE_PARAMETER", name)
    grants.parameter(function, name, "Get")


def sign_with_seal(parts: Parts, function: SmallFunction, *actions: str) -> None:
    """Does these actions with the seal key, which never leaves KMS."""
    function.may(actions, [parts.keys.seal.key_arn])
    function.add_setting("HELSEBRO_SEAL_KEY", parts.keys.seal.key_arn)
