"""The head of a file of terms: what the platform knows of a product version without reading its rows.

The rows stand last in every file (``coverage/terms/*.json``), so that a head is read without parsing them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TERMS = Path(__file__).parent / "terms"
ROWS = '"rules":'
"""The key of the rows, before which the head ends."""
FIRST_CHOICE = "leisure"
"""The cause whose product answers where the cause is unknown and nothing else tells two apart (Q28)."""


@dataclass(frozen=True)
class Head:
    """The facts of one product version.

    ``family`` is the same through all versions of a product, and ``prefix`` begins the name of each of them.
    ``cause`` is the one it insures: ``work``, ``leisure``, or None for neither (R-301). ``modules`` are those
    a policy on it may show (R-002). ``based_on`` is the product version whose terms hold where its own file
    says nothing else.
    """

    product: str
    family: str
    prefix: str
    cause: str | None
    modules: tuple[str, ...]
    based_on: str | None = None


@cache
def known_products() -> tuple[str, ...]:
    """The product versions there are terms of, in the order of their names."""
    return tuple(sorted(path.stem for path in TERMS.glob("*.json")))


@cache
def head(product: str) -> Head:
    """The head of a product version's terms. Raises ``KeyError`` for a product without terms."""
    if product not in known_products():
        raise KeyError(product)
    facts = _facts(product)
    return Head(
        product=product,
        family=facts["family"],
        prefix=facts["prefix"],
        cause=facts["cause"],
        modules=tuple(facts["modules"]),
        based_on=facts.get("basedOn"),
    )


def family_of(product: str | None) -> str:
    """The family of a product, also of a version without terms here; its own name where it has none."""
    if not product:
        return ""
    if product in known_products():
        return head(product).family
    heads = map(head, known_products())
    return next((one.family for one in heads if product.startswith(one.prefix)), product)


def cause_of(product: str) -> str | None:
    """The cause a product insures: ``work``, ``leisure``, or None for neither."""
    return head(product).cause if product in known_products() else None


def newest_for(cause: str) -> str:
    """The product version of a cause that no later version is based on; an unknown cause is ``FIRST_CHOICE``.

    Raises ``LookupError`` where no product insures the cause.
    """
    wanted = FIRST_CHOICE if cause == "unknown" else cause
    heads = [one for one in map(head, known_products()) if one.cause == wanted]
    replaced = {one.based_on for one in heads}
    newest = [one.product for one in heads if one.product not in replaced]
    if not newest:
        raise LookupError(f"no product insures the cause {cause}")
    return newest[-1]


def _facts(product: str) -> Mapping[str, Any]:
    """The fields of a file before its rows, over those of the file it is based on."""
    text = (TERMS / f"{product}.json").read_text(encoding="utf-8")
    before, rows, _ = text.partition(ROWS)
    own: dict[str, Any] = json.loads(f"{before.rstrip().removesuffix(',')}}}" if rows else text)
    return {**_facts(own["basedOn"]), **own} if "basedOn" in own else own
