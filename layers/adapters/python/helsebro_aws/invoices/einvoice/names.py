"""Names of UBL 2.1: its namespaces, and an element's name with the usual prefix."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = f"{UBL}CommonAggregateComponents-2"
CBC = f"{UBL}CommonBasicComponents-2"
EXT = f"{UBL}CommonExtensionComponents-2"
NAMESPACES = frozenset({f"{UBL}Invoice-2", f"{UBL}CreditNote-2", CAC, CBC, EXT})
PREFIXES = {"cac": CAC, "cbc": CBC, "ext": EXT}
EMBEDDED_FILE = "EmbeddedDocumentBinaryObject"
"""The local name of the element that holds a file."""
PREFIXED = re.compile(r"\b(cac|cbc|ext):")
MANY_DIGITS = 6
NO_ELEMENT = "comment()"
"""The name of a comment or an instruction."""
PREFIX_OF = {namespace: f"{prefix}:" for prefix, namespace in PREFIXES.items()}
Places = Mapping[Any, str]
"""Every element, comment and instruction of a document → its XPath."""


def named(element: Any) -> str:
    """Returns an element's name with the usual prefix, such as ``cbc:ID``."""
    return name_of(element.tag)


def step_of(node: Any) -> str:
    """Returns the name of a node in a place; ``NO_ELEMENT`` for a comment or an instruction."""
    tag = node.tag
    return _step(tag) if isinstance(tag, str) else NO_ELEMENT


@lru_cache(maxsize=2_000)
def _step(tag: str) -> str:
    """Returns the name, or ``*`` when it is so full of digits that it might be a person's number."""
    name = name_of(tag)
    return "*" if sum(sign.isdigit() for sign in name) >= MANY_DIGITS else name


@cache
def clark(path: str) -> str:
    """Returns a path of our code, such as ``cac:Party/cbc:Name``, as lxml writes it."""
    return PREFIXED.sub(lambda name: f"{{{PREFIXES[name[1]]}}}", path)


@lru_cache(maxsize=2_000)
def name_of(tag: str) -> str:
    """Returns the name that lxml writes as ``{namespace}ID`` with the usual prefix."""
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    return f"{PREFIX_OF.get(namespace, '')}{name}"
