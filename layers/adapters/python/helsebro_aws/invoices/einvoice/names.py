"""Names of UBL 2.1: its namespaces, and XPaths with the usual prefixes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = f"{UBL}CommonAggregateComponents-2"
CBC = f"{UBL}CommonBasicComponents-2"
EXT = f"{UBL}CommonExtensionComponents-2"
NAMESPACES = frozenset({f"{UBL}Invoice-2", f"{UBL}CreditNote-2", CAC, CBC, EXT})
PREFIXES = {"cac": CAC, "cbc": CBC, "ext": EXT}
MANY_DIGITS = 6
PREFIX_OF = {namespace: f"{prefix}:" for prefix, namespace in PREFIXES.items()}
Places = Mapping[Any, str]
"""Every element, comment and instruction of a document → its XPath."""


def named(element: Any) -> str:
    """Returns an element's name with the usual prefix, such as ``cbc:ID``."""
    return _named(element.tag)


@lru_cache(maxsize=1024)
def _named(tag: str) -> str:
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    return f"{PREFIX_OF.get(namespace, '')}{name}"


def places(root: Any) -> Iterator[tuple[Any, str]]:
    """Yields every element, comment and instruction of the document with its XPath, in document order."""
    waiting = [(root, f"/{named(root)}")]
    while waiting:
        node, path = waiting.pop()
        yield node, path
        waiting.extend(reversed(list(_children(node, path))))


def _children(node: Any, path: str) -> Iterator[tuple[Any, str]]:
    seen: Counter[str] = Counter()
    for child in node:
        name = _shown(child.tag) if isinstance(child.tag, str) else "comment()"
        seen[name] += 1
        yield child, f"{path}/{name}[{seen[name]}]"


@lru_cache(maxsize=1024)
def _shown(tag: str) -> str:
    """Returns an element's name, or ``*`` when it is so full of digits that it might be a person's number."""
    name = _named(tag)
    return "*" if sum(sign.isdigit() for sign in name) >= MANY_DIGITS else name
