from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence_other_insurer import (
    EvidenceOtherInsurer,
    check_evidence_other_insurer,
)
from ..models.evidence_referral import EvidenceReferral, check_evidence_referral
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Evidence")


@_attrs_define
class Evidence:
    """The papers, and what they prove.

    Attributes:
        actual_cost (Money | Unset): An amount of 0 or more, with at most two decimals.
        approved_beforehand (bool | Unset): Whether the payer approved it beforehand.
        directly_after_covered_stay (bool | Unset): Whether it directly follows a covered stay.
        disabled_for_transport (bool | Unset): Whether the person cannot use public transport.
        doctors_named (bool | Unset): Whether the person named their doctors.
        information_outstanding (bool | Unset): Whether information that was asked for is missing.
        other_insurer (EvidenceOtherInsurer | Unset): What another insurer of the same harm decided.
        other_insurer_pays (Money | Unset): An amount of 0 or more, with at most two decimals.
        police_report (bool | Unset): Whether the police have a report.
        referral (EvidenceReferral | Unset): The strongest referral.
        specialist_order (bool | Unset): Whether a specialist ordered it.
        subsidy (Money | Unset): An amount of 0 or more, with at most two decimals.
        written_consent (bool | Unset): Whether the person consented in writing.
    """

    actual_cost: Money | Unset = UNSET
    approved_beforehand: bool | Unset = UNSET
    directly_after_covered_stay: bool | Unset = UNSET
    disabled_for_transport: bool | Unset = UNSET
    doctors_named: bool | Unset = UNSET
    information_outstanding: bool | Unset = UNSET
    other_insurer: EvidenceOtherInsurer | Unset = UNSET
    other_insurer_pays: Money | Unset = UNSET
    police_report: bool | Unset = UNSET
    referral: EvidenceReferral | Unset = UNSET
    specialist_order: bool | Unset = UNSET
    subsidy: Money | Unset = UNSET
    written_consent: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actual_cost: dict[str, Any] | Unset = UNSET
        if not isinstance(self.actual_cost, Unset):
            actual_cost = self.actual_cost.to_dict()

        approved_beforehand = self.approved_beforehand

        directly_after_covered_stay = self.directly_after_covered_stay

        disabled_for_transport = self.disabled_for_transport

        doctors_named = self.doctors_named

        information_outstanding = self.information_outstanding

        other_insurer: str | Unset = UNSET
        if not isinstance(self.other_insurer, Unset):
            other_insurer = self.other_insurer

        other_insurer_pays: dict[str, Any] | Unset = UNSET
        if not isinstance(self.other_insurer_pays, Unset):
            other_insurer_pays = self.other_insurer_pays.to_dict()

        police_report = self.police_report

        referral: str | Unset = UNSET
        if not isinstance(self.referral, Unset):
            referral = self.referral

        specialist_order = self.specialist_order

        subsidy: dict[str, Any] | Unset = UNSET
        if not isinstance(self.subsidy, Unset):
            subsidy = self.subsidy.to_dict()

        written_consent = self.written_consent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if actual_cost is not UNSET:
            field_dict["actualCost"] = actual_cost
        if approved_beforehand is not UNSET:
            field_dict["approvedBeforehand"] = approved_beforehand
        if directly_after_covered_stay is not UNSET:
            field_dict["directlyAfterCoveredStay"] = directly_after_covered_stay
        if disabled_for_transport is not UNSET:
            field_dict["disabledForTransport"] = disabled_for_transport
        if doctors_named is not UNSET:
            field_dict["doctorsNamed"] = doctors_named
        if information_outstanding is not UNSET:
            field_dict["informationOutstanding"] = information_outstanding
        if other_insurer is not UNSET:
            field_dict["otherInsurer"] = other_insurer
        if other_insurer_pays is not UNSET:
            field_dict["otherInsurerPays"] = other_insurer_pays
        if police_report is not UNSET:
            field_dict["policeReport"] = police_report
        if referral is not UNSET:
            field_dict["referral"] = referral
        if specialist_order is not UNSET:
            field_dict["specialistOrder"] = specialist_order
        if subsidy is not UNSET:
            field_dict["subsidy"] = subsidy
        if written_consent is not UNSET:
            field_dict["writtenConsent"] = written_consent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        _actual_cost = d.pop("actualCost", UNSET)
        actual_cost: Money | Unset
        if isinstance(_actual_cost, Unset):
            actual_cost = UNSET
        else:
            actual_cost = Money.from_dict(_actual_cost)

        approved_beforehand = d.pop("approvedBeforehand", UNSET)

        directly_after_covered_stay = d.pop("directlyAfterCoveredStay", UNSET)

        disabled_for_transport = d.pop("disabledForTransport", UNSET)

        doctors_named = d.pop("doctorsNamed", UNSET)

        information_outstanding = d.pop("informationOutstanding", UNSET)

        _other_insurer = d.pop("otherInsurer", UNSET)
        other_insurer: EvidenceOtherInsurer | Unset
        if isinstance(_other_insurer, Unset):
            other_insurer = UNSET
        else:
            other_insurer = check_evidence_other_insurer(_other_insurer)

        _other_insurer_pays = d.pop("otherInsurerPays", UNSET)
        other_insurer_pays: Money | Unset
        if isinstance(_other_insurer_pays, Unset):
            other_insurer_pays = UNSET
        else:
            other_insurer_pays = Money.from_dict(_other_insurer_pays)

        police_report = d.pop("policeReport", UNSET)

        _referral = d.pop("referral", UNSET)
        referral: EvidenceReferral | Unset
        if isinstance(_referral, Unset):
            referral = UNSET
        else:
            referral = check_evidence_referral(_referral)

        specialist_order = d.pop("specialistOrder", UNSET)

        _subsidy = d.pop("subsidy", UNSET)
        subsidy: Money | Unset
        if isinstance(_subsidy, Unset):
            subsidy = UNSET
        else:
            subsidy = Money.from_dict(_subsidy)

        written_consent = d.pop("writtenConsent", UNSET)

        evidence = cls(
            actual_cost=actual_cost,
            approved_beforehand=approved_beforehand,
            directly_after_covered_stay=directly_after_covered_stay,
            disabled_for_transport=disabled_for_transport,
            doctors_named=doctors_named,
            information_outstanding=information_outstanding,
            other_insurer=other_insurer,
            other_insurer_pays=other_insurer_pays,
            police_report=police_report,
            referral=referral,
            specialist_order=specialist_order,
            subsidy=subsidy,
            written_consent=written_consent,
        )

        evidence.additional_properties = d
        return evidence

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
