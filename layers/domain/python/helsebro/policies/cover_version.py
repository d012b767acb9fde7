"""Cover version: from which version of a person's place and of the policy a cover was made."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.ids import PolicyId


@dataclass(frozen=True)
class CoverVersion:
    """``place`` counts the changes of the person's enrolment, ``policy`` those of the policy itself."""

    policy_id: PolicyId
    place: int
    policy: int

    def __str__(self) -> str:
        return f"{self.policy_id}:{self.place}:{self.policy}"

    @classmethod
    def of(cls, text: str) -> CoverVersion:
        """Returns the version that a text names, as ``str`` writes it."""
        policy_id, place, policy = text.rsplit(":", 2)
        return cls(PolicyId(policy_id), int(place), int(policy))
