"""Home terms: the terms of a product as they read under a payer of another country than Denmark.

The terms are written for Denmark. Where they name Denmark as the place of a treatment (R-7146, R-1104) or the
other countries as abroad (R-731, R-732), another payer's own country takes its place, and Denmark its.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from helsebro.coverage.terms.product import Product, compile_terms, product, stored_terms
from helsebro.coverage.terms.whole_terms import whole
from helsebro.coverage.trail import WRITTEN_FOR

PLACE = "treatment.country"


@cache
def terms_at_home(name: str, home: str) -> Product:
    """Returns a product version as it reads under the payers of a country. Raises ``BadTerms``."""
    stored = stored_terms(name) if home != WRITTEN_FOR else None
    if stored is None:
        return product(name)
    terms = whole(stored, stored_terms)
    rows = [_moved(row.row, home) for row in terms.rows]
    return compile_terms(json.dumps({**(terms.head or {}), "rules": rows}), f"{name}.json")


def _moved(part: object, home: str, *, is_place: bool = False) -> object:
    """Returns a part of a row with Denmark and the country exchanged wherever it names a place."""
    if isinstance(part, Mapping):
        return {name: _moved(value, home, is_place=is_place or name == PLACE) for name, value in part.items()}
    if isinstance(part, list):
        return [_moved(value, home, is_place=is_place) for value in part]
    exchanged = {WRITTEN_FOR: home, home: WRITTEN_FOR}
    return exchanged.get(part, part) if is_place and isinstance(part, str) else part
