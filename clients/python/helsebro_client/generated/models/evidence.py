from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence_other_insurer_type_1 import (
    EvidenceOtherInsurerType1,
    check_evidence_other_insurer_type_1,
)
from ..models.evidence_referral import EvidenceReferral, check_evidence_referral
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.earlier_insurance import EarlierInsurance
    from ..models.money import Money
    from ..models.other_insurer import OtherInsurer


T = TypeVar("T", bound="Evidence")


@_attrs_define
class Evidence:
    """The papers, and what they prove.

    Attributes:
        actual_cost (Money | Unset): An amount of 0 or more, with at most two decimals.
        agreed_tariff (Money | Unset): An amount of 0 or more, with at most two decimals.
        approved_beforehand (bool | Unset): Whether the payer approved it beforehand.
        directly_after_covered_stay (bool | Unset): Whether it directly follows a covered stay.
        disabled_for_transport (bool | Unset): Whether the person cannot use public transport.
        doctors_named (bool | Unset): Whether the person named their doctors.
        employment_ended_on (datetime.date | Unset): The last day of the employment, when the enrolment does not know it
            yet.
        examination_under_way (bool | Unset): Whether the examination had begun at a former insurer.
        former_insurance (EarlierInsurance | Unset): An insurance at another company, whose seniority may be taken over.
        information_outstanding (bool | Unset): Whether information that was asked for is missing.
        other_insurer (EvidenceOtherInsurerType1 | OtherInsurer | Unset): Another insurer of the same harm, or only what
            it decided.
        other_insurer_pays (Money | Unset): An amount of 0 or more, with at most two decimals.
        police_report (bool | Unset): Whether the police have a report.
        premium_paid_on (datetime.date | Unset): When that premium was paid; unpaid when absent.
        premium_reminded_on (datetime.date | Unset): When a reminder of an unpaid premium was sent.
        rate_per_km (Money | Unset): An amount of 0 or more, with at most two decimals.
        referral (EvidenceReferral | Unset): The strongest referral.
        reported_on (datetime.date | Unset): When the illness or injury was first reported to the payer.
        specialist_order (bool | Unset): Whether a specialist ordered it.
        subsidy (Money | Unset): An amount of 0 or more, with at most two decimals.
        written_consent (bool | Unset): Whether the person consented in writing.
    """

    actual_cost: Money | Unset = UNSET
    agreed_tariff: Money | Unset = UNSET
    approved_beforehand: bool | Unset = UNSET
    directly_after_covered_stay: bool | Unset = UNSET
    disabled_for_transport: bool | Unset = UNSET
    doctors_named: bool | Unset = UNSET
    employment_ended_on: datetime.date | Unset = UNSET
    examination_under_way: bool | Unset = UNSET
    former_insurance: EarlierInsurance | Unset = UNSET
    information_outstanding: bool | Unset = UNSET
    other_insurer: EvidenceOtherInsurerType1 | OtherInsurer | Unset = UNSET
    other_insurer_pays: Money | Unset = UNSET
    police_report: bool | Unset = UNSET
    premium_paid_on: datetime.date | Unset = UNSET
    premium_reminded_on: datetime.date | Unset = UNSET
    rate_per_km: Money | Unset = UNSET
    referral: EvidenceReferral | Unset = UNSET
    reported_on: datetime.date | Unset = UNSET
    specialist_order: bool | Unset = UNSET
    subsidy: Money | Unset = UNSET
    written_consent: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.other_insurer import OtherInsurer  # noqa: PLC0415

        actual_cost: dict[str, Any] | Unset = UNSET
        if not isinstance(self.actual_cost, Unset):
            actual_cost = self.actual_cost.to_dict()

        agreed_tariff: dict[str, Any] | Unset = UNSET
        if not isinstance(self.agreed_tariff, Unset):
            agreed_tariff = self.agreed_tariff.to_dict()

        approved_beforehand = self.approved_beforehand

        directly_after_covered_stay = self.directly_after_covered_stay

        disabled_for_transport = self.disabled_for_transport

        doctors_named = self.doctors_named

        employment_ended_on: str | Unset = UNSET
        if not isinstance(self.employment_ended_on, Unset):
            employment_ended_on = self.employment_ended_on.isoformat()

        examination_under_way = self.examination_under_way

        former_insurance: dict[str, Any] | Unset = UNSET
        if not isinstance(self.former_insurance, Unset):
            former_insurance = self.former_insurance.to_dict()

        information_outstanding = self.information_outstanding

        other_insurer: dict[str, Any] | str | Unset
        if isinstance(self.other_insurer, Unset):
            other_insurer = UNSET
        elif isinstance(self.other_insurer, OtherInsurer):
            other_insurer = self.other_insurer.to_dict()
        else:
            other_insurer = self.other_insurer

        other_insurer_pays: dict[str, Any] | Unset = UNSET
        if not isinstance(self.other_insurer_pays, Unset):
            other_insurer_pays = self.other_insurer_pays.to_dict()

        police_report = self.police_report

        premium_paid_on: str | Unset = UNSET
        if not isinstance(self.premium_paid_on, Unset):
            premium_paid_on = self.premium_paid_on.isoformat()

        premium_reminded_on: str | Unset = UNSET
        if not isinstance(self.premium_reminded_on, Unset):
            premium_reminded_on = self.premium_reminded_on.isoformat()

        rate_per_km: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rate_per_km, Unset):
            rate_per_km = self.rate_per_km.to_dict()

        referral: str | Unset = UNSET
        if not isinstance(self.referral, Unset):
            referral = self.referral

        reported_on: str | Unset = UNSET
        if not isinstance(self.reported_on, Unset):
            reported_on = self.reported_on.isoformat()

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
        if agreed_tariff is not UNSET:
            field_dict["agreedTariff"] = agreed_tariff
        if approved_beforehand is not UNSET:
            field_dict["approvedBeforehand"] = approved_beforehand
        if directly_after_covered_stay is not UNSET:
            field_dict["directlyAfterCoveredStay"] = directly_after_covered_stay
        if disabled_for_transport is not UNSET:
            field_dict["disabledForTransport"] = disabled_for_transport
        if doctors_named is not UNSET:
            field_dict["doctorsNamed"] = doctors_named
        if employment_ended_on is not UNSET:
            field_dict["employmentEndedOn"] = employment_ended_on
        if examination_under_way is not UNSET:
            field_dict["examinationUnderWay"] = examination_under_way
        if former_insurance is not UNSET:
            field_dict["formerInsurance"] = former_insurance
        if information_outstanding is not UNSET:
            field_dict["informationOutstanding"] = information_outstanding
        if other_insurer is not UNSET:
            field_dict["otherInsurer"] = other_insurer
        if other_insurer_pays is not UNSET:
            field_dict["otherInsurerPays"] = other_insurer_pays
        if police_report is not UNSET:
            field_dict["policeReport"] = police_report
        if premium_paid_on is not UNSET:
            field_dict["premiumPaidOn"] = premium_paid_on
        if premium_reminded_on is not UNSET:
            field_dict["premiumRemindedOn"] = premium_reminded_on
        if rate_per_km is not UNSET:
            field_dict["ratePerKm"] = rate_per_km
        if referral is not UNSET:
            field_dict["referral"] = referral
        if reported_on is not UNSET:
            field_dict["reportedOn"] = reported_on
        if specialist_order is not UNSET:
            field_dict["specialistOrder"] = specialist_order
        if subsidy is not UNSET:
            field_dict["subsidy"] = subsidy
        if written_consent is not UNSET:
            field_dict["writtenConsent"] = written_consent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.earlier_insurance import EarlierInsurance  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.other_insurer import OtherInsurer  # noqa: PLC0415

        d = dict(src_dict)
        _actual_cost = d.pop("actualCost", UNSET)
        actual_cost: Money | Unset
        if isinstance(_actual_cost, Unset):
            actual_cost = UNSET
        else:
            actual_cost = Money.from_dict(_actual_cost)

        _agreed_tariff = d.pop("agreedTariff", UNSET)
        agreed_tariff: Money | Unset
        if isinstance(_agreed_tariff, Unset):
            agreed_tariff = UNSET
        else:
            agreed_tariff = Money.from_dict(_agreed_tariff)

        approved_beforehand = d.pop("approvedBeforehand", UNSET)

        directly_after_covered_stay = d.pop("directlyAfterCoveredStay", UNSET)

        disabled_for_transport = d.pop("disabledForTransport", UNSET)

        doctors_named = d.pop("doctorsNamed", UNSET)

        _employment_ended_on = d.pop("employmentEndedOn", UNSET)
        employment_ended_on: datetime.date | Unset
        if isinstance(_employment_ended_on, Unset):
            employment_ended_on = UNSET
        else:
            employment_ended_on = datetime.date.fromisoformat(_employment_ended_on)

        examination_under_way = d.pop("examinationUnderWay", UNSET)

        _former_insurance = d.pop("formerInsurance", UNSET)
        former_insurance: EarlierInsurance | Unset
        if isinstance(_former_insurance, Unset):
            former_insurance = UNSET
        else:
            former_insurance = EarlierInsurance.from_dict(_former_insurance)

        information_outstanding = d.pop("informationOutstanding", UNSET)

        def _parse_other_insurer(data: object) -> EvidenceOtherInsurerType1 | OtherInsurer | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                other_insurer_type_0 = OtherInsurer.from_dict(data)

                return other_insurer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            other_insurer_type_1 = check_evidence_other_insurer_type_1(data)

            return other_insurer_type_1

        other_insurer = _parse_other_insurer(d.pop("otherInsurer", UNSET))

        _other_insurer_pays = d.pop("otherInsurerPays", UNSET)
        other_insurer_pays: Money | Unset
        if isinstance(_other_insurer_pays, Unset):
            other_insurer_pays = UNSET
        else:
            other_insurer_pays = Money.from_dict(_other_insurer_pays)

        police_report = d.pop("policeReport", UNSET)

        _premium_paid_on = d.pop("premiumPaidOn", UNSET)
        premium_paid_on: datetime.date | Unset
        if isinstance(_premium_paid_on, Unset):
            premium_paid_on = UNSET
        else:
            premium_paid_on = datetime.date.fromisoformat(_premium_paid_on)

        _premium_reminded_on = d.pop("premiumRemindedOn", UNSET)
        premium_reminded_on: datetime.date | Unset
        if isinstance(_premium_reminded_on, Unset):
            premium_reminded_on = UNSET
        else:
            premium_reminded_on = datetime.date.fromisoformat(_premium_reminded_on)

        _rate_per_km = d.pop("ratePerKm", UNSET)
        rate_per_km: Money | Unset
        if isinstance(_rate_per_km, Unset):
            rate_per_km = UNSET
        else:
            rate_per_km = Money.from_dict(_rate_per_km)

        _referral = d.pop("referral", UNSET)
        referral: EvidenceReferral | Unset
        if isinstance(_referral, Unset):
            referral = UNSET
        else:
            referral = check_evidence_referral(_referral)

        _reported_on = d.pop("reportedOn", UNSET)
        reported_on: datetime.date | Unset
        if isinstance(_reported_on, Unset):
            reported_on = UNSET
        else:
            reported_on = datetime.date.fromisoformat(_reported_on)

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
            agreed_tariff=agreed_tariff,
            approved_beforehand=approved_beforehand,
            directly_after_covered_stay=directly_after_covered_stay,
            disabled_for_transport=disabled_for_transport,
            doctors_named=doctors_named,
            employment_ended_on=employment_ended_on,
            examination_under_way=examination_under_way,
            former_insurance=former_insurance,
            information_outstanding=information_outstanding,
            other_insurer=other_insurer,
            other_insurer_pays=other_insurer_pays,
            police_report=police_report,
            premium_paid_on=premium_paid_on,
            premium_reminded_on=premium_reminded_on,
            rate_per_km=rate_per_km,
            referral=referral,
            reported_on=reported_on,
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
