"""Files of terms for the tests: a product's own in one file, and one based on it."""

from __future__ import annotations

from typing import Any

from helsebro.coverage.terms.product import stored_terms
from helsebro.coverage.terms.whole_terms import whole


def full_terms(name: str = "SF1706") -> dict[str, Any]:
    """The product's terms in one file that is based on no other."""
    shape = stored_terms(name)
    assert shape is not None
    terms = whole(shape, stored_terms)
    assert terms.head is not None
    return {**terms.head, "rules": [row.row for row in terms.rows]}


def terms_based_on(base: str, *rows: dict[str, Any], **head: Any) -> dict[str, Any]:
    """A later version of a product in which only these rows and fields of the head differ."""
    return {"product": f"{base[:2]}2701", "basedOn": base, **head, "rules": [*rows]}
