"""Names of UBL 2.1: its namespaces, and an element's name with the usual prefix."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = f"{UBL}CommonAggregateComponents-2"
CBC = f"{UBL}CommonBasicComponents-2"
EXT = f"{UBL}CommonExtensionComponents-2"
PREFIXES = {"cac": CAC, "cbc": CBC, "ext": EXT}
PREFIX_OF = {namespace: f"{prefix}:" for prefix, namespace in PREFIXES.items()}


def named(element: Any) -> str:
    """Returns an element's name with the usual prefix, such as ``cbc:ID``; ``comment()`` for what is none."""
    return name_of(element.tag) if isinstance(element.tag, str) else "comment()"


@lru_cache(maxsize=2_000)
def name_of(tag: str) -> str:
    """Returns the name that lxml writes as ``{namespace}ID`` with the usual prefix."""
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    return f"{PREFIX_OF.get(namespace, '')}{name}"
