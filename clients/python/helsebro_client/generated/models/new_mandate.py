from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_mandate_powers_item import (
    NewMandatePowersItem,
    check_new_mandate_powers_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.mandate_evidence import MandateEvidence
    from ..models.new_holder import NewHolder


T = TypeVar("T", bound="NewMandate")


@_attrs_define
class NewMandate:
    """A mandate to give: to whom, and what the holder may do.

    Attributes:
        holder (NewHolder): Who is to hold the mandate; a holder without a national number has no access to the
            platform.
        powers (list[NewMandatePowersItem]): `contact`: may read the case and write to us. `act`: may also upload, book
            and ask for more. Each at most once.
        evidence (MandateEvidence | None | Unset): How the giver said so who cannot log in. A caseworker has to send it,
            a member may not.
    """

    holder: NewHolder
    powers: list[NewMandatePowersItem]
    evidence: MandateEvidence | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.mandate_evidence import MandateEvidence  # noqa: PLC0415

        holder = self.holder.to_dict()

        powers = []
        for powers_item_data in self.powers:
            powers_item: str = powers_item_data
            powers.append(powers_item)

        evidence: dict[str, Any] | None | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        elif isinstance(self.evidence, MandateEvidence):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "holder": holder,
                "powers": powers,
            }
        )
        if evidence is not UNSET:
            field_dict["evidence"] = evidence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mandate_evidence import MandateEvidence  # noqa: PLC0415
        from ..models.new_holder import NewHolder  # noqa: PLC0415

        d = dict(src_dict)
        holder = NewHolder.from_dict(d.pop("holder"))

        powers = []
        _powers = d.pop("powers")
        for powers_item_data in _powers:
            powers_item = check_new_mandate_powers_item(powers_item_data)

            powers.append(powers_item)

        def _parse_evidence(data: object) -> MandateEvidence | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = MandateEvidence.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MandateEvidence | None | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        new_mandate = cls(
            holder=holder,
            powers=powers,
            evidence=evidence,
        )

        return new_mandate
