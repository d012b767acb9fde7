"""Named practitioner: who treated, as far as an invoice or a member's bill names them."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.ids import PractitionerId


@dataclass(frozen=True)
class NamedPractitioner:
    """``practitioner_id`` is known of a booking, ``authorisation_id`` is the number of the authorisation.

    The number is that of the Danish register or of the Norwegian one (HPR). At least one is there.
    """

    practitioner_id: PractitionerId | None = None
    authorisation_id: str | None = field(default=None, repr=False)

    def is_same(self, other: NamedPractitioner) -> bool:
        """Returns whether both are the same person for certain.

        A person has another id at each clinic, so the numbers decide where both are known.
        """
        if self.authorisation_id and other.authorisation_id:
            return self.authorisation_id.casefold() == other.authorisation_id.casefold()
        return self.practitioner_id is not None and self.practitioner_id == other.practitioner_id
