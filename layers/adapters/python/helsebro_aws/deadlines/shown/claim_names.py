"""The name of a claim's person beside the claim, for the staff of the payer, who phone back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helsebro.caller import Caller

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim


def with_names(
    claims: Sequence[Claim], shown: Sequence[Mapping[str, Any]], caller: Caller
) -> list[dict[str, Any]]:
    """Returns the claims as ``shown``, to staff each with the person's registered name.

    A member knows whom they read about.
    """
    if not caller.payer:
        return [dict(each) for each in shown]
    # Here, so that what members read loads none of it.
    from helsebro_aws.policies.enrolled.registered_names import NamedPerson, RegisteredNames

    people = [NamedPerson(claim.person_id, claim.payer, claim.policy_id) for claim in claims]
    names = RegisteredNames().of(people)
    return [
        {**each, "personName": names.get(claim.person_id)} for claim, each in zip(claims, shown, strict=True)
    ]
