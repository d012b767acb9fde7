from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.policy_benefits_state import (
    PolicyBenefitsState,
    check_policy_benefits_state,
)

if TYPE_CHECKING:
    from ..models.benefit import Benefit
    from ..models.ending import Ending
    from ..models.policy_year import PolicyYear
    from ..models.treatment_window import TreatmentWindow
    from ..models.wait import Wait


T = TypeVar("T", bound="PolicyBenefits")


@_attrs_define
class PolicyBenefits:
    """The benefits of one policy, as of today.

    Attributes:
        benefits (list[Benefit]): Every benefit, in the order of the terms.
        endings (list[Ending]): Every known end and suspension.
        insured_from (datetime.date): The person's first day with cover.
        payer (str): The short name of the payer.
        policy_id (str): The id of the policy.
        policy_number (str): The policy's number.
        policy_year (PolicyYear): The policy year that contains today.
        product (str): The name of the terms of the policy.
        state (PolicyBenefitsState): Where the cover stands.
        waits (list[Wait]): Every waiting period.
        windows (list[TreatmentWindow]): The windows that treatments have opened.
    """

    benefits: list[Benefit]
    endings: list[Ending]
    insured_from: datetime.date
    payer: str
    policy_id: str
    policy_number: str
    policy_year: PolicyYear
    product: str
    state: PolicyBenefitsState
    waits: list[Wait]
    windows: list[TreatmentWindow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        benefits = []
        for benefits_item_data in self.benefits:
            benefits_item = benefits_item_data.to_dict()
            benefits.append(benefits_item)

        endings = []
        for endings_item_data in self.endings:
            endings_item = endings_item_data.to_dict()
            endings.append(endings_item)

        insured_from = self.insured_from.isoformat()

        payer = self.payer

        policy_id = self.policy_id

        policy_number = self.policy_number

        policy_year = self.policy_year.to_dict()

        product = self.product

        state: str = self.state

        waits = []
        for waits_item_data in self.waits:
            waits_item = waits_item_data.to_dict()
            waits.append(waits_item)

        windows = []
        for windows_item_data in self.windows:
            windows_item = windows_item_data.to_dict()
            windows.append(windows_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "benefits": benefits,
                "endings": endings,
                "insuredFrom": insured_from,
                "payer": payer,
                "policyId": policy_id,
                "policyNumber": policy_number,
                "policyYear": policy_year,
                "product": product,
                "state": state,
                "waits": waits,
                "windows": windows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.benefit import Benefit  # noqa: PLC0415
        from ..models.ending import Ending  # noqa: PLC0415
        from ..models.policy_year import PolicyYear  # noqa: PLC0415
        from ..models.treatment_window import TreatmentWindow  # noqa: PLC0415
        from ..models.wait import Wait  # noqa: PLC0415

        d = dict(src_dict)
        benefits = []
        _benefits = d.pop("benefits")
        for benefits_item_data in _benefits:
            benefits_item = Benefit.from_dict(benefits_item_data)

            benefits.append(benefits_item)

        endings = []
        _endings = d.pop("endings")
        for endings_item_data in _endings:
            endings_item = Ending.from_dict(endings_item_data)

            endings.append(endings_item)

        insured_from = datetime.date.fromisoformat(d.pop("insuredFrom"))

        payer = d.pop("payer")

        policy_id = d.pop("policyId")

        policy_number = d.pop("policyNumber")

        policy_year = PolicyYear.from_dict(d.pop("policyYear"))

        product = d.pop("product")

        state = check_policy_benefits_state(d.pop("state"))

        waits = []
        _waits = d.pop("waits")
        for waits_item_data in _waits:
            waits_item = Wait.from_dict(waits_item_data)

            waits.append(waits_item)

        windows = []
        _windows = d.pop("windows")
        for windows_item_data in _windows:
            windows_item = TreatmentWindow.from_dict(windows_item_data)

            windows.append(windows_item)

        policy_benefits = cls(
            benefits=benefits,
            endings=endings,
            insured_from=insured_from,
            payer=payer,
            policy_id=policy_id,
            policy_number=policy_number,
            policy_year=policy_year,
            product=product,
            state=state,
            waits=waits,
            windows=windows,
        )

        policy_benefits.additional_properties = d
        return policy_benefits

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
