"""The scheme of payment files: ISO 20022's XSD of pain.001.001.09, which the package ``sepaxml`` ships."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FAMILY = "pain.001.001.09"
NAMESPACE = f"urn:iso:std:iso:20022:tech:xsd:{FAMILY}"
SHA_256 = "de038b373e47b0077b1832ddd81f4b2f1eb25d35721f62da1e38b7f5a09fda24"
"""The digest of the file; DECISIONS and a test have it too."""
MOST_PLACES = 20


class NotOfTheScheme(Exception):
    """A written file breaks the scheme; ``places`` says where and how, without what stands there."""

    def __init__(self, places: list[str]) -> None:
        super().__init__("; ".join(places))
        self.places = places


def must_be_of_the_scheme(root: Any) -> None:
    """Raises ``NotOfTheScheme`` when a document breaks the XSD."""
    schema = _schema()
    if not schema.validate(root):
        # The messages of the parser quote values, so a name would get into a log.
        faults = list(schema.error_log)[:MOST_PLACES]
        raise NotOfTheScheme([f"{fault.path or '/'} {fault.type_name}" for fault in faults])


def xsd() -> Path:
    """Returns where the XSD is installed."""
    # The package itself is not imported, because it imports a library of its own for schemas.
    found = find_spec("sepaxml")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("sepaxml, which ships the scheme of payment files, is not installed")
    return Path(found.submodule_search_locations[0]) / "schemas" / f"{FAMILY}.xsd"


@cache
def _schema() -> Any:
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(xsd())))
