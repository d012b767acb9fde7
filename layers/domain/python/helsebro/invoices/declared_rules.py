"""Declared rules: the official rule sets that an operator lays down in a folder, with its ``rules.toml``.

Nothing in the folder is used without a declaration, and nothing declared may be missing or different: a
folder with a misspelt name would else judge invoices by no rules, and nobody would see it.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any, TypeGuard, get_args
from xml.etree import ElementTree

from helsebro.invoices.invoice import InvoiceKind
from helsebro.invoices.rule_set import RuleSet

DECLARATION = "rules.toml"
NAMES = ("en16931", "peppol", "oioubl")
FORMATS_OF = {"en16931": ("peppol",), "peppol": ("peppol",), "oioubl": ("oioubl",)}
"""The formats whose documents each set can judge."""
KINDS: tuple[InvoiceKind, ...] = get_args(InvoiceKind)
NEEDED = {"set", "release", "validFrom", "file", "sha256", "documents"}
ALLOWED = NEEDED | {"validUntil"}
COMPILED, SOURCE = (".xslt", ".xsl"), ".sch"
RELEASE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,29}")
DIGEST = re.compile(r"[0-9a-f]{64}")

XSL = "http://www.w3.org/1999/XSL/Transform"
STYLESHEETS = {f"{{{XSL}}}stylesheet", f"{{{XSL}}}transform"}
IDS: Mapping[str, re.Pattern[bytes]] = {
    "en16931": re.compile(rb"\bBR-[A-Z]{1,3}-\d\d\b"),
    "peppol": re.compile(rb"\bPEPPOL-EN16931-[A-Z]+\d+\b"),
}
"""How the ids of sets look that may be taken for one another. Those of OIOUBL stand in sentences."""


class RulesNotUsable(Exception):
    """The folder of official rules is not what its declaration says; the text names every fault."""

    def __init__(self, folder: Path, faults: Sequence[str]) -> None:
        super().__init__("\n".join([f"The official invoice rules in {folder} cannot be used:", *faults]))
        self.faults = tuple(faults)


def declared_rules(folder: Path) -> tuple[RuleSet, ...]:
    """Returns the sets that the folder's ``rules.toml`` declares. Raises ``RulesNotUsable``."""
    sets: list[RuleSet] = []
    faults: list[str] = []
    for place, written in enumerate(_written(folder), 1):
        found = list(_faults(written))
        faults += [f"  set {place}: {fault}" for fault in found]
        if not found:
            sets.append(_read(written))
    faults += [f"  {fault}" for fault in (*_file_faults(folder, sets), *_clashes(sets))]
    # A set with a fault declares its file all the same.
    named = {each.file for each in sets} | {str(each.get("file")) for each in _written(folder)}
    faults += [f"  {fault}" for fault in _undeclared(folder, named)]
    if faults:
        raise RulesNotUsable(folder, faults)
    return tuple(sets)


def not_in_force(sets: Sequence[RuleSet], on: date) -> list[str]:
    """Returns a line for each set whose documents no release of it judges on that day, for the operator."""
    return [
        f"{name} judges nothing on {on.isoformat()}: every declared release has ended or not begun"
        for name in NAMES
        if any(each.name == name for each in sets)
        and not any(each.name == name and each.is_in_force(on) for each in sets)
    ]


def _written(folder: Path) -> list[Mapping[str, Any]]:
    path = folder / DECLARATION
    if not folder.is_dir():
        raise RulesNotUsable(folder, ["  there is no such folder"])
    if not path.is_file():
        raise RulesNotUsable(folder, [f"  {DECLARATION} is missing"])
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise RulesNotUsable(folder, [f"  {DECLARATION} is not TOML: {fault}"]) from None
    sets = read.get("sets")
    if set(read) != {"sets"} or not isinstance(sets, list) or not sets or not _are_tables(sets):
        raise RulesNotUsable(
            folder, [f"  {DECLARATION} must hold [[sets]], one table a file, and nothing else"]
        )
    return sets


def _are_tables(sets: list[Any]) -> bool:
    return all(isinstance(each, dict) for each in sets)


def _faults(written: Mapping[str, Any]) -> Iterator[str]:
    """Yields what is wrong with one declaration, whatever it holds."""
    for name in sorted(NEEDED - set(written)):
        yield f"{name} is missing"
    for name in sorted(set(written) - ALLOWED):
        yield f"{name!r} is not known here"
    forms: dict[str, tuple[bool, str]] = {
        "set": (written.get("set") in NAMES, f"is not one of {', '.join(NAMES)}"),
        "release": (_is(RELEASE, written.get("release")), "is not a release such as '3.0.21'"),
        "validFrom": (_is_day(written.get("validFrom")), "is not a date such as 2026-08-17"),
        "validUntil": (_is_day(written.get("validUntil")), "is not a date such as 2027-02-14"),
        "sha256": (_is(DIGEST, written.get("sha256")), "is not 64 hexadecimal digits in small letters"),
        "file": (_is_stylesheet(written.get("file")), _file_form(written.get("file"))),
        "documents": (_are_documents(written), _documents_form(written.get("set"))),
    }
    yield from (f"{name} {form}" for name, (holds, form) in forms.items() if name in written and not holds)
    first, last = written.get("validFrom"), written.get("validUntil")
    if _is_day(first) and _is_day(last) and last < first:
        yield "validUntil is before validFrom"


def _is(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_stylesheet(value: object) -> bool:
    if not isinstance(value, str) or not value.endswith(COMPILED):
        return False
    return not Path(value).is_absolute() and ".." not in Path(value).parts


def _file_form(value: object) -> str:
    if isinstance(value, str) and value.endswith(SOURCE):
        return "is Schematron's source: compile it to an .xslt, or take the published one"
    return "is not the path of an .xslt below the folder"


def _are_documents(written: Mapping[str, Any]) -> bool:
    documents, formats = written.get("documents"), FORMATS_OF.get(str(written.get("set")), ())
    known = [f"{of_format}/{kind}" for of_format in formats for kind in KINDS]
    return isinstance(documents, list) and bool(documents) and all(each in known for each in documents)


def _documents_form(name: object) -> str:
    known = [f"{each}/{kind}" for each in FORMATS_OF.get(str(name), ("peppol", "oioubl")) for kind in KINDS]
    return f"must list some of {', '.join(known)}"


def _read(written: Mapping[str, Any]) -> RuleSet:
    pairs = [each.split("/") for each in written["documents"]]
    return RuleSet(
        name=written["set"],
        release=written["release"],
        valid_from=written["validFrom"],
        valid_until=written.get("validUntil"),
        file=written["file"],
        sha256=written["sha256"],
        documents=frozenset((of_format, kind) for of_format, kind in pairs),
    )


def _file_faults(folder: Path, sets: Sequence[RuleSet]) -> Iterator[str]:
    for each in sets:
        path = folder / each.file
        if not path.is_file():
            yield f"{each.file} is declared and missing"
            continue
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest != each.sha256:
            yield f"{each.file} differs from what was declared: its sha256 is {digest}"
        elif not _is_compiled(content):
            yield f"{each.file} is no XSLT stylesheet with a template: it cannot judge anything"
        elif (holds := _rules_in(content)) and each.name not in holds:
            yield f"{each.file} holds rules of {' and '.join(sorted(holds))}, and is declared as {each.name}"


def _is_compiled(content: bytes) -> bool:
    """Returns whether it is a stylesheet: whether it compiles is seen when the functions load it."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError:
        return False
    return root.tag in STYLESHEETS and root.find(f"{{{XSL}}}template") is not None


def _rules_in(content: bytes) -> set[str]:
    """Returns the sets whose rules a stylesheet names by their ids."""
    return {name for name, ids in IDS.items() if ids.search(content)}


def _clashes(sets: Sequence[RuleSet]) -> Iterator[str]:
    for first, second in combinations(sets, 2):
        is_twice = (first.name, first.release, first.file) == (second.name, second.release, second.file)
        if is_twice and first.documents & second.documents:
            yield f"{first.file} is declared twice for the same documents"
        elif first.clashes_with(second):
            yield f"{first.name} {first.release} and {second.release} would both judge a document"


def _undeclared(folder: Path, declared: set[str]) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name in declared:
            continue
        if path.suffix == SOURCE:
            yield f"{name} is Schematron's source: compile it to an .xslt and remove it from the folder"
        elif path.suffix in COMPILED:
            yield f"{name} is not declared in {DECLARATION}"
