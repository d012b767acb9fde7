from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from helsebro_aws.papers.certificate_chain import BadChain, chain_of
from tests.adapters.papers.authority import as_pem, new_key, root

AT = datetime(2026, 11, 21, tzinfo=UTC)
SEAL = new_key("seal").public_key()
KEY = SEAL.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
ISSUING = root().intermediate("Issuing")
OTHER_ISSUING = root().intermediate("Other issuing")
FIRST = ISSUING.certificate_of(SEAL)


@pytest.mark.parametrize(
    "chain",
    [
        (FIRST,),
        (FIRST, ISSUING.certificate),
        (FIRST, ISSUING.certificate, root().certificate),
    ],
    ids=["alone", "with-intermediate", "with-root"],
)
def test_a_chain_of_the_key_is_accepted_in_its_order(chain: tuple[object, ...]) -> None:
    assert chain_of(as_pem(*chain), KEY, AT) == list(chain)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text, fault",
    [
        ("", "holds no certificate"),
        ("not a certificate", "holds no certificate"),
        (as_pem(FIRST)[:-200], "holds no certificate"),
        (as_pem(FIRST).replace("MII", "MIX", 1), "holds no certificate"),
        (as_pem(ISSUING.certificate_of(new_key("other").public_key())), "not of the seal's key"),
        (as_pem(ISSUING.certificate, FIRST), "not of the seal's key"),
        (as_pem(ISSUING.certificate_of(SEAL, signs=False)), "may not be used for signatures"),
        (as_pem(ISSUING.certificate_of(SEAL, ends=AT - timedelta(days=1))), "to 2026-11-20"),
        (as_pem(ISSUING.certificate_of(SEAL, begins=AT + timedelta(days=5))), "valid from 2026-11-25"),
        (as_pem(FIRST, OTHER_ISSUING.certificate), "was not issued by the next one"),
        (as_pem(FIRST, root().certificate), "was not issued by the next one"),
        (as_pem(FIRST, FIRST), "is not of an issuer"),
        (as_pem(FIRST, ISSUING.certificate, *[root().certificate] * 8), "leave out the root"),
        (as_pem(FIRST) + "-----BEGIN PRIVATE KEY-----\n", "private key"),
    ],
)
def test_every_other_text_is_refused_with_its_fault(text: str, fault: str) -> None:
    with pytest.raises(BadChain, match=fault):
        chain_of(text, KEY, AT)


def test_all_faults_of_a_chain_are_named_at_once() -> None:
    expired = ISSUING.certificate_of(new_key("other").public_key(), ends=AT - timedelta(days=1))
    with pytest.raises(BadChain) as refused:
        chain_of(as_pem(expired, OTHER_ISSUING.certificate), KEY, AT)
    assert len(refused.value.faults) == 3
