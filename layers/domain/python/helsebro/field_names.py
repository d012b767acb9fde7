"""Field names: the same name in our code (``claim_id``) and in the contract (``claimId``)."""

from __future__ import annotations


def camel(name: str) -> str:
    """Returns ``claimId`` for ``claim_id``, as in the contract."""
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


def snake(name: str) -> str:
    """Returns ``claim_id`` for ``claimId``, as in our code."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
