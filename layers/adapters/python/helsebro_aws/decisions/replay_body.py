"""The body of a replay: the other terms under which past decisions are replayed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from helsebro.errors import BadInput, Fault
from helsebro.policies import policy
from helsebro_aws.coverage.product_shown import A_PRODUCT
from helsebro_aws.http.bodies import Body
from helsebro_aws.policies.policy_parameters import PolicyParameters

if TYPE_CHECKING:
    from helsebro.coverage.rules.mistake import Mistake
    from helsebro.coverage.terms.product import Product

MOST_AT_ONCE = 1000
OF_A_ROW = ("parameter", "mostParameter", "fromParameter", "seniorityParameter")
HEAD = "-"
"""The row of a fault that belongs to no row."""


class NewReplayShape(Body):
    """The terms and parameters under which past decisions are decided again.

    Without any of them the answer lists the decisions that would now be decided differently.
    """

    terms: Annotated[
        dict[str, Any] | None,
        Field(
            description="A file of terms: complete, or the name of a product's terms and the differences.",
            examples=[{"product": f"{A_PRODUCT}-draft", "basedOn": A_PRODUCT, "rules": []}],
        ),
    ] = None
    product: Annotated[
        str | None,
        Field(max_length=40, description="The name of known terms. Not with `terms`.", examples=[A_PRODUCT]),
    ] = None
    parameters: Annotated[PolicyParameters, Field(default_factory=dict)]
    limit: Annotated[
        int, Field(ge=1, le=MOST_AT_ONCE, description="How many decisions a page holds.", examples=[100])
    ] = MOST_AT_ONCE
    cursor: Annotated[
        str | None,
        Field(
            max_length=2000,
            description="The `nextCursor` of the page before.",
            examples=["eyJwayI6InRyeWcifQ"],
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for both ``terms`` and ``product``, and for parameters that no policy may have."""
        both = sent.get("terms") is not None and sent.get("product") is not None
        parameters, terms = sent.get("parameters"), sent.get("terms")
        known = _names_in(terms) if isinstance(terms, dict) else set()
        return [
            *([Fault("/product", "terms-or-product", "")] if both else []),
            *(policy.new_parameter_faults(parameters, known) if isinstance(parameters, dict) else []),
        ]

    def other_terms(self) -> Product | None:
        """Returns the terms to decide under; None means the terms of each policy.

        Raises ``BadInput`` with every fault in them: its row and field.
        """
        from helsebro.coverage.terms.compiler import BadTerms
        from helsebro.coverage.terms.product import compile_terms, product

        try:
            if self.terms is not None:
                return compile_terms(json.dumps(self.terms), "terms")
            return product(self.product) if self.product is not None else None
        except BadTerms as bad:
            at = "/product" if self.terms is None else "/terms"
            raise BadInput([_fault(at, *fault) for fault in bad.faults]) from None
        except RecursionError:
            raise BadInput([Fault("/terms", "terms-too-deep", "")]) from None


def _names_in(terms: Mapping[str, Any]) -> set[str]:
    """Returns the names of the policy parameters that terms have: in their head, or in a row."""
    head, rows = terms.get("parameters"), terms.get("rules")
    of_rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    used = {row[name] for row in of_rows for name in OF_A_ROW if isinstance(row.get(name), str)}
    return used | (head.keys() if isinstance(head, dict) else set())


def _fault(at: str, row: str, field: str, mistake: Mistake) -> Fault:
    """Returns the fault with its place in the body; ``row`` holds its number, counted from 1, and its rule.

    A row inherited from the terms of another product has no place in the body.
    """
    place = row.split(" ")[0]
    if at == "/terms" and (place == HEAD or place.isdigit()):
        at += f"/rules/{int(place) - 1}" if place.isdigit() else ""
        at += "" if field == HEAD else "/" + field.replace(".", "/")
    return Fault(at, mistake.code, mistake.detail, {"row": row, "field": field})
