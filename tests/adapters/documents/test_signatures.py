from __future__ import annotations

import io
import zipfile
import zlib
from base64 import b64encode

import pytest

from helsebro_aws.documents.signatures import signatures

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def zipped(method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("eicar.com", EICAR)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        EICAR,
        b"%PDF-1.7\n" + EICAR + b"\n%%EOF\n",
        b"%PDF-1.7\nstream\n" + zlib.compress(EICAR) + b"\nendstream\n%%EOF\n",
        zipped(zipfile.ZIP_STORED),
        zipped(zipfile.ZIP_DEFLATED),
        b64encode(EICAR),
        EICAR.decode().encode("utf-16"),
    ],
    ids=["plain", "pdf", "packed-pdf", "zip", "deflated-zip", "base64", "utf-16"],
)
def test_the_test_virus_is_found_in_every_container(content: bytes) -> None:
    assert any(signature in content for signature in signatures().values())


def test_control_a_part_of_the_test_virus_is_not_found() -> None:
    assert not any(signature in EICAR[:-1] for signature in signatures().values())
