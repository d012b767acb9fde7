"""Money back to members: asked for on the case, paid to a sealed account."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """The account is sealed as it comes in; no function of this area opens it."""
    refunds = parts.function("refunds")
    grants.know_members(parts, refunds)
    grants.read(parts, refunds, parts.tables.cases, parts.tables.people)
    grants.commit(parts, refunds, parts.tables.cases)
    grants.seal_field(parts, refunds, grants.ACCOUNT)

    payments = parts.function("payments")
    grants.read(parts, payments, parts.tables.money)
