"""The head of a terms file: the facts of a product version before its rows.

The rows come last in every file (``coverage/terms/*.json``), so that a head can be read without parsing them.
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
"""The key of the rows; the head ends before it."""
FIRST_CHOICE = "leisure"
"""The cause whose product is chosen when the cause is unknown and two products are otherwise equal (Q28)."""


@dataclass(frozen=True)
class Head:
    """The facts of a product version.

    All versions of a product have the same ``family``, and names that begin with ``prefix``. ``cause`` is the
    insured cause: ``work``, ``leisure``, or None for neither (R-301). ``modules`` are those that a policy may
    have (R-002). The terms of ``based_on``, another product version, apply unless its own file says
    otherwise.
    """

    product: str
    family: str
    prefix: str
    cause: str | None
    modules: tuple[str, ...]
    based_on: str | None = None


@cache
def known_products() -> tuple[str, ...]:
    """Returns the product versions with terms, sorted by name."""
    return tuple(sorted(path.stem for path in TERMS.glob("*.json")))


@cache
def head(product: str) -> Head:
    """Returns the head of a product version's terms. Raises ``KeyError`` for a product without terms."""
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
    """Returns the family of a product, also of a version without terms; its own name if it has no family."""
    if not product:
        return ""
    if product in known_products():
        return head(product).family
    heads = map(head, known_products())
    return next((known.family for known in heads if product.startswith(known.prefix)), product)


def cause_of(product: str) -> str | None:
    """Returns the cause that a product insures: ``work``, ``leisure``, or None for neither."""
    return head(product).cause if product in known_products() else None


def newest_for(cause: str) -> str:
    """Returns the product version of a cause that no later version is based on.

    An unknown cause counts as ``FIRST_CHOICE``. Raises ``LookupError`` when no product insures the cause.
    """
    wanted = FIRST_CHOICE if cause == "unknown" else cause
    heads = [known for known in map(head, known_products()) if known.cause == wanted]
    replaced = {known.based_on for known in heads}
    newest = [known.product for known in heads if known.product not in replaced]
    if not newest:
        raise LookupError(f"no product insures the cause {cause}")
    return newest[-1]


def _facts(product: str) -> Mapping[str, Any]:
    """Returns the fields of a file before its rows; they override those of the file it is based on."""
    text = (TERMS / f"{product}.json").read_text(encoding="utf-8")
    before, rows, _ = text.partition(ROWS)
    own: dict[str, Any] = json.loads(f"{before.rstrip().removesuffix(',')}}}" if rows else text)
    return {**_facts(own["basedOn"]), **own} if "basedOn" in own else own
