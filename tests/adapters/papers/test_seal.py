from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from asn1crypto import pem  # type: ignore[import-untyped]
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from helsebro_aws.guarantees.pdf.document import render
from helsebro_aws.papers.certificate import NAME, self_signed
from helsebro_aws.papers.seal import KmsKey, SealSettings, seal
from tests.adapters.guarantees.pdf.test_document import PAPER
from tests.builders.decisions import seal_key


@pytest.fixture
def settings(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> SealSettings:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    return SealSettings()


def own_certificate(settings: SealSettings) -> Any:
    key = KmsKey(settings, settings.seal_key)
    return self_signed(key.public_key, key.sign)


def verdict(pdf: bytes, trusted: Any) -> Any:
    [signature] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    return validate_pdf_signature(signature, ValidationContext(trust_roots=[trusted]))


def test_the_seal_is_valid_covers_the_whole_document_and_allows_no_change(settings: SealSettings) -> None:
    sealed = seal(render(PAPER))
    status = verdict(sealed, own_certificate(settings))
    assert (status.intact, status.valid, status.trusted, status.bottom_line) == (True,) * 4
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.docmdp_ok
    root: Any = PdfFileReader(BytesIO(sealed)).root
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "da"


def test_a_change_to_the_document_breaks_the_seal(settings: SealSettings) -> None:
    sealed = bytearray(seal(render(PAPER)))
    at = sealed.index(b"/Title")
    sealed[at + 8] ^= 1
    try:
        status = verdict(bytes(sealed), own_certificate(settings))
    except PdfError:
        return
    assert not status.intact


def test_the_certificate_of_another_key_is_not_trusted(settings: SealSettings, aws: Any) -> None:
    other = aws["kms"].create_key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["Arn"]
    foreign = KmsKey(settings, other)
    status = verdict(seal(render(PAPER)), self_signed(foreign.public_key, foreign.sign))
    assert (status.intact, status.trusted) == (True, False)


def test_our_own_certificate_is_the_same_every_time(settings: SealSettings) -> None:
    first, again = (own_certificate(settings) for _ in range(2))
    assert first.dump() == again.dump()
    assert first.subject.native == {name: NAME[name] for name in first.subject.native}


def test_the_certificate_an_operator_stored_is_used(
    settings: SealSettings, monkeypatch: pytest.MonkeyPatch, aws: dict[str, Any]
) -> None:
    given = own_certificate(settings)
    parameter = "/helsebro/given/seal-certificate"
    text = pem.armor("CERTIFICATE", given.dump()).decode()
    aws["ssm"].put_parameter(Name=parameter, Value=text, Type="String", Overwrite=True)
    monkeypatch.setenv("HELSEBRO_SEAL_CERTIFICATE_PARAMETER", parameter)
    [signature] = PdfFileReader(BytesIO(seal(render(PAPER)))).embedded_signatures
    assert signature.signer_cert.dump() == given.dump()
