"""A product in bodies and answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.coverage.product_head import known_products

A_PRODUCT = known_products()[0]
"""An example: which products there are is known from their terms only."""

ProductShown = Annotated[str, Field(description="The name of the terms of the policy.", examples=[A_PRODUCT])]
