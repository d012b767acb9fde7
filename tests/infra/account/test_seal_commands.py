"""``make seal-request`` and ``make seal-certificate``: from the key in KMS to the name on a seal."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from helsebro_aws.guarantees.pdf.document import render
from helsebro_aws.papers.certificate_chain import BadChain
from helsebro_aws.papers.seal import KmsKey, SealSettings, seal
from infra.account.seal import certificate as seal_certificate
from infra.account.seal import request as seal_request
from infra.platform.protection.seal_names import certificate_parameter, key_alias
from infra.stage import Stage
from tests.adapters.guarantees.pdf.test_document import PAPER
from tests.adapters.papers.authority import as_pem, new_key, public_half, root
from tests.builders.decisions import seal_key

ISSUING = root().intermediate("Issuing")
SUBJECT = {
    "SUBJECT_NAME": "Helsebro payment guarantees",
    "SUBJECT_ORGANISATION": "Helsebro A/S",
    "SUBJECT_ORGANISATION_ID": "NTRDK-12345678",
    "SUBJECT_COUNTRY": "DK",
}


def parameter_of(environment: Mapping[str, str]) -> str:
    return certificate_parameter(Stage(environment["STAGE"]))


def operator(aws: dict[str, Any], endpoint: str, name: str = "dev") -> dict[str, str]:
    """Returns the environment of an operator, for a stage whose key has its alias."""
    key, alias = seal_key(aws["kms"]), key_alias(Stage(name))
    if alias not in [known["AliasName"] for known in aws["kms"].list_aliases()["Aliases"]]:
        aws["kms"].create_alias(AliasName=alias, TargetKeyId=key)
    return {"STAGE": name, "AWS_REGION": "eu-north-1", "AWS_ENDPOINT_URL": endpoint}


def sealing(parameter: str, environment: Mapping[str, str], aws: dict[str, Any]) -> SealSettings:
    """Returns the settings of a function that seals."""
    return SealSettings(
        {
            **environment,
            "HELSEBRO_SEAL_KEY": seal_key(aws["kms"]),
            "HELSEBRO_SEAL_CERTIFICATE_PARAMETER": parameter,
        }
    )


def chain_for(environment: Mapping[str, str], aws: dict[str, Any]) -> str:
    key = KmsKey(SealSettings(environment), seal_key(aws["kms"]))
    return as_pem(ISSUING.certificate_of(public_half(key.public_key)), ISSUING.certificate)


def test_the_request_is_signed_by_the_key_and_names_the_subject(
    aws: dict[str, Any], aws_endpoint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = {**operator(aws, aws_endpoint), **SUBJECT}
    assert seal_request.main(environment) == 0
    request = x509.load_pem_x509_csr(capsys.readouterr().out.encode())
    assert request.is_signature_valid
    assert {attribute.rfc4514_attribute_name: attribute.value for attribute in request.subject} == {
        "CN": "Helsebro payment guarantees",
        "O": "Helsebro A/S",
        "2.5.4.97": "NTRDK-12345678",
        "C": "DK",
    }
    assert request.public_key() == public_half(
        KmsKey(SealSettings(environment), seal_key(aws["kms"])).public_key
    )


def test_a_certificate_made_from_the_request_seals_a_guarantee(
    aws: dict[str, Any], aws_endpoint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = {**operator(aws, aws_endpoint, "test"), **SUBJECT}
    seal_request.main(environment)
    key = x509.load_pem_x509_csr(capsys.readouterr().out.encode()).public_key()
    file = tmp_path / "chain.pem"
    file.write_text(as_pem(ISSUING.certificate_of(key, "Helsebro A/S"), ISSUING.certificate))
    assert seal_certificate.main({**environment, "FILE": str(file)}) == 0
    stored = aws["ssm"].get_parameter(Name=parameter_of(environment))["Parameter"]
    assert stored["Value"] == file.read_text()

    pdf = seal(render(PAPER), sealing(parameter_of(environment), environment, aws))
    [signature] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    assert signature.signer_cert.subject.native == {"common_name": "Helsebro A/S"}
    assert [one.subject.native["common_name"] for one in signature.other_embedded_certs] == ["Issuing"]


@pytest.mark.parametrize(
    "text, fault",
    [
        (as_pem(ISSUING.certificate_of(new_key("other").public_key())), "not of the seal's key"),
        ("random text", "holds no certificate"),
        ("blåbær", "is not PEM"),
    ],
)
def test_a_wrong_chain_is_refused_and_not_stored(
    aws: dict[str, Any],
    aws_endpoint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    fault: str,
) -> None:
    file = tmp_path / "chain.pem"
    file.write_text(text)
    environment = operator(aws, aws_endpoint, "prod")
    assert seal_certificate.main({**environment, "FILE": str(file)}) == 2
    assert fault in capsys.readouterr().err
    with pytest.raises(aws["ssm"].exceptions.ParameterNotFound):
        aws["ssm"].get_parameter(Name=parameter_of(environment))


def test_a_wrong_chain_that_was_stored_all_the_same_seals_nothing(
    aws: dict[str, Any], aws_endpoint: str
) -> None:
    wrong = as_pem(ISSUING.certificate_of(new_key("other").public_key()))
    name = "/helsebro/wrong/seal-certificate"
    aws["ssm"].put_parameter(Name=name, Value=wrong, Type="String", Overwrite=True)
    with pytest.raises(BadChain, match="not of the seal's key"):
        seal(render(PAPER), sealing(name, operator(aws, aws_endpoint), aws))


def test_a_new_chain_replaces_the_old_one(aws: dict[str, Any], aws_endpoint: str, tmp_path: Path) -> None:
    environment = operator(aws, aws_endpoint)
    file = tmp_path / "chain.pem"
    for _ in range(2):
        file.write_text(chain_for(environment, aws))
        assert seal_certificate.main({**environment, "FILE": str(file)}) == 0
    stored = aws["ssm"].get_parameter(Name=parameter_of(environment))["Parameter"]
    assert (stored["Value"], stored["Version"]) == (file.read_text(), 2)


@pytest.mark.parametrize("command", [seal_request, seal_certificate])
@pytest.mark.parametrize(
    "changes, words",
    [
        ({"AWS_REGION": "eu-west-1"}, "alias/helsebro-dev-seal"),
        ({"STAGE": "nowhere"}, "STAGE is 'nowhere'"),
        ({"AWS_REGION": "us-east-1"}, "AWS_REGION is 'us-east-1'"),
    ],
    ids=["not-deployed", "unknown-stage", "foreign-region"],
)
def test_a_wrong_stage_is_a_clear_error(
    command: Any,
    changes: dict[str, str],
    words: str,
    aws: dict[str, Any],
    aws_endpoint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "chain.pem").write_text(as_pem(ISSUING.certificate))
    given = {**operator(aws, aws_endpoint), **SUBJECT, "FILE": str(tmp_path / "chain.pem"), **changes}
    assert command.main(given) == 2
    assert words in capsys.readouterr().err


def test_every_missing_setting_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert (seal_request.main({}), seal_certificate.main({})) == (2, 2)
    error = capsys.readouterr().err
    assert [name for name in (*seal_request.NEEDED, "FILE") if f"{name}=" not in error] == []


def test_a_file_that_does_not_exist_is_a_clear_error(
    aws: dict[str, Any], aws_endpoint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = operator(aws, aws_endpoint)
    assert seal_certificate.main({**environment, "FILE": "/no/such/chain.pem"}) == 2
    assert "cannot be read" in capsys.readouterr().err
