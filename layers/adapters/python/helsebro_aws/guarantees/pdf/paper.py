"""Paper: what the document of a guarantee, or of an approval of a refund, shows."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.coverage.texts.counted import unit_of
from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money
from helsebro.network.address import Address
from helsebro.network.clinic import Clinic
from helsebro.network.practitioner import Practitioner
from helsebro.policies.payer_mark import PayerMark


@dataclass(frozen=True)
class Paper:
    """The guarantee, the registered names and the address of the public check that the document shows.

    ``clinic`` and ``practitioner`` are those that it is for, if it is for one; ``address`` is where its
    sessions are held, when that is one place. ``cost`` is what the practitioner asks for a session, when it
    is known. Without a ``mark`` the payer's name stands in type.
    """

    guarantee: Guarantee
    payer_name: str
    person_name: str
    public_url: str
    clinic: Clinic | None = None
    practitioner: Practitioner | None = None
    address: Address | None = None
    cost: Money | None = None
    mark: PayerMark | None = None
    language: str = "da"

    @property
    def is_refunded(self) -> bool:
        """Whether the member pays the practitioner first."""
        return self.guarantee.settlement == "refund"

    @property
    def is_free(self) -> bool:
        """Whether the guarantee pays the whole price of a session, so that the member pays nothing.

        In the network a clinic takes the price of the tariff, whatever the member was told.
        """
        fee = self.guarantee.fee
        later = (agreed for agreed in self.guarantee.fees if agreed.service == "follow-up")
        if any(agreed.follows_tariff for agreed in later):
            return True
        return fee is not None and (self.cost is None or self.cost.amount <= fee.amount)

    @property
    def has_no_clinic(self) -> bool:
        """Whether no clinic gives the treatment, such as transport or medicine."""
        return self.guarantee.treatment in WITHOUT_CLINIC

    @property
    def is_one_course(self) -> bool:
        """Whether the price is for all of a treatment that is not counted in sessions."""
        known = self.guarantee
        return known.fee_for == "whole" and unit_of(known.treatment, known.sessions_granted) == "course"

    @property
    def part_of_cost(self) -> Money | None:
        """The price of which the guarantee pays the clinic a part; None when it pays all that is known.

        A tariff of the network is the whole price there, whatever the member was asked for.
        """
        known = self.guarantee
        has_tariff = any(fee.service == "follow-up" for fee in known.fees)
        is_part = known.fee is not None and not self.is_free and not self.is_refunded and not has_tariff
        return self.cost if is_part else None

    @property
    def link(self) -> str:
        """The address where anyone can check the guarantee."""
        return f"{self.public_url.rstrip('/')}/v1/verify/{self.guarantee.case_reference}"
