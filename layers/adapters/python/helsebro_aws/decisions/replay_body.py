"""The shape of a replay: under which other terms past decisions are made again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from helsebro.errors import BadInput, Fault
from helsebro.policies import policy
from helsebro_aws.http.bodies import Body

if TYPE_CHECKING:
    from helsebro.coverage.terms.product import Product

MOST_AT_ONCE = 1000
HEAD = "-"
"""What stands for the row in a fault that belongs to none."""


class ReplayShape(Body):
    """The body of ``POST /v1/coverage/replay``: a file of terms, or the name of one, and parameters.

    A file holds all of its terms, or is based on a product's and holds what differs. Without any of them it
    tells which decisions would not be made again as they were.
    """

    terms: dict[str, Any] | None = None
    product: Annotated[str | None, Field(max_length=40)] = None
    parameters: Annotated[dict[str, Any], Field(default_factory=dict, max_length=50)]
    limit: Annotated[int, Field(ge=1, le=MOST_AT_ONCE)] = MOST_AT_ONCE
    cursor: Annotated[str | None, Field(max_length=2000)] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Terms come in one way, and parameters are such as a policy may have."""
        both = sent.get("terms") is not None and sent.get("product") is not None
        parameters = sent.get("parameters")
        return [
            *([Fault("/product", "terms-or-product", "")] if both else []),
            *(policy.parameter_faults(parameters) if isinstance(parameters, dict) else []),
        ]

    def other_terms(self) -> Product | None:
        """The terms to decide under, None for those of each policy.

        Raises ``BadInput`` with every fault of them: its file, row and field.
        """
        from helsebro.coverage.terms.compiler import BadTerms
        from helsebro.coverage.terms.product import compile_terms, product

        try:
            if self.terms is not None:
                return compile_terms(json.dumps(self.terms), f"{self.terms.get('product')}.json")
            return product(self.product) if self.product is not None else None
        except BadTerms as bad:
            at = "/product" if self.terms is None else "/terms"
            raise BadInput([_fault(at, bad.file, *fault) for fault in bad.faults]) from None
        except RecursionError:
            raise BadInput([Fault("/terms", "terms-too-deep", "")]) from None


def _fault(at: str, file: str, row: str, field: str, why: str) -> Fault:
    """The fault with its place in the body; a row is named by its number, counted from 1, and its rule.

    A row that is inherited from the terms of another product has no place in the body.
    """
    place = row.split(" ")[0]
    if at == "/terms" and (place == HEAD or place.isdigit()):
        at += f"/rules/{int(place) - 1}" if place.isdigit() else ""
        at += "" if field == HEAD else "/" + field.replace(".", "/")
    return Fault(at, "terms-fault", f"{file}, row {row}, field {field}: {why}")
