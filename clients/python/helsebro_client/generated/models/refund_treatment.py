from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refund_treatment_outcome import (
    RefundTreatmentOutcome,
    check_refund_treatment_outcome,
)
from ..models.refund_treatment_type import (
    RefundTreatmentType,
    check_refund_treatment_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.clash import Clash
    from ..models.double import Double
    from ..models.flip import Flip
    from ..models.money import Money
    from ..models.next_step import NextStep
    from ..models.outside_grant import OutsideGrant
    from ..models.resemblance import Resemblance
    from ..models.trail_row import TrailRow
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="RefundTreatment")


@_attrs_define
class RefundTreatment:
    """A treatment of the member's bill, with the decision once it is made.

    Attributes:
        cost (Money): An amount of 0 or more, with at most two decimals.
        flips (list[Flip]): Every single fact that would give a better outcome.
        missing (list[str]): The facts that decide and are missing, by their path in the body of a simulation; of a
            denial only those that can turn it.
        next_steps (list[NextStep]): What could change its amount; empty when nothing can.
        on (datetime.date): When it was held.
        shared_rules (list[str]): The rules that bore on it as the `trail` of the whole refund says.
        trail (list[TrailStep]): The rows in which it differs from the `trail` of the whole refund by more than its day
            and price; the rows of its `sharedRules` are there.
        type_ (RefundTreatmentType): The kind of treatment.
        approved (Money | Unset): An amount of 0 or more, with at most two decimals.
        authorisation_id (str | Unset): The number of the practitioner's authorisation. Absent when it was not named.
        because (list[TrailRow] | Unset): Why it is not paid in full: first why the case was not granted it or that it
            is paid already, then at most two rules. Empty when it is paid in full, and when the reason of the decision
            explains it. Absent until it is decided.
        clashes (list[Clash] | Unset): What was paid for the same treatment on the same day by now, the certain first.
            For staff only, and absent when there is nothing.
        clinic_number (str | Unset): The company number of the clinic. Absent when it was not named.
        covered_from (datetime.date | Unset): The first day on which waiting alone makes it covered.
        document_id (str | Unset): The bill that it is on. Absent when it was not named.
        double_of (Double | Unset): The treatment of the same refund that a billed treatment repeats.
        granted_price (Money | Unset): An amount of 0 or more, with at most two decimals.
        headline (str | Unset): The decision in one sentence. Absent until it is decided.
        outcome (RefundTreatmentOutcome | Unset): What was decided. Absent until then.
        outside_grant (OutsideGrant | Unset): Why a billed treatment is not one that the case was granted.
        paid_before (list[str] | Unset): The invoices and refunds that paid the same treatment of the same day. Absent
            when there are none, and until it is decided.
        resembles (list[Resemblance] | Unset): Treatments that may be the same session: those of the same day and type
            in this refund, then those of the same day and amount in the person's other refunds, but those that were denied;
            those of the same clinic come first. It may be a second copy of one bill. For staff only, and absent when there
            is none.
    """

    cost: Money
    flips: list[Flip]
    missing: list[str]
    next_steps: list[NextStep]
    on: datetime.date
    shared_rules: list[str]
    trail: list[TrailStep]
    type_: RefundTreatmentType
    approved: Money | Unset = UNSET
    authorisation_id: str | Unset = UNSET
    because: list[TrailRow] | Unset = UNSET
    clashes: list[Clash] | Unset = UNSET
    clinic_number: str | Unset = UNSET
    covered_from: datetime.date | Unset = UNSET
    document_id: str | Unset = UNSET
    double_of: Double | Unset = UNSET
    granted_price: Money | Unset = UNSET
    headline: str | Unset = UNSET
    outcome: RefundTreatmentOutcome | Unset = UNSET
    outside_grant: OutsideGrant | Unset = UNSET
    paid_before: list[str] | Unset = UNSET
    resembles: list[Resemblance] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cost = self.cost.to_dict()

        flips = []
        for flips_item_data in self.flips:
            flips_item = flips_item_data.to_dict()
            flips.append(flips_item)

        missing = self.missing

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        on = self.on.isoformat()

        shared_rules = self.shared_rules

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        type_: str = self.type_

        approved: dict[str, Any] | Unset = UNSET
        if not isinstance(self.approved, Unset):
            approved = self.approved.to_dict()

        authorisation_id = self.authorisation_id

        because: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.because, Unset):
            because = []
            for because_item_data in self.because:
                because_item = because_item_data.to_dict()
                because.append(because_item)

        clashes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.clashes, Unset):
            clashes = []
            for clashes_item_data in self.clashes:
                clashes_item = clashes_item_data.to_dict()
                clashes.append(clashes_item)

        clinic_number = self.clinic_number

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        document_id = self.document_id

        double_of: dict[str, Any] | Unset = UNSET
        if not isinstance(self.double_of, Unset):
            double_of = self.double_of.to_dict()

        granted_price: dict[str, Any] | Unset = UNSET
        if not isinstance(self.granted_price, Unset):
            granted_price = self.granted_price.to_dict()

        headline = self.headline

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        outside_grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.outside_grant, Unset):
            outside_grant = self.outside_grant.to_dict()

        paid_before: list[str] | Unset = UNSET
        if not isinstance(self.paid_before, Unset):
            paid_before = self.paid_before

        resembles: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.resembles, Unset):
            resembles = []
            for resembles_item_data in self.resembles:
                resembles_item = resembles_item_data.to_dict()
                resembles.append(resembles_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cost": cost,
                "flips": flips,
                "missing": missing,
                "nextSteps": next_steps,
                "on": on,
                "sharedRules": shared_rules,
                "trail": trail,
                "type": type_,
            }
        )
        if approved is not UNSET:
            field_dict["approved"] = approved
        if authorisation_id is not UNSET:
            field_dict["authorisationId"] = authorisation_id
        if because is not UNSET:
            field_dict["because"] = because
        if clashes is not UNSET:
            field_dict["clashes"] = clashes
        if clinic_number is not UNSET:
            field_dict["clinicNumber"] = clinic_number
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if document_id is not UNSET:
            field_dict["documentId"] = document_id
        if double_of is not UNSET:
            field_dict["doubleOf"] = double_of
        if granted_price is not UNSET:
            field_dict["grantedPrice"] = granted_price
        if headline is not UNSET:
            field_dict["headline"] = headline
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if outside_grant is not UNSET:
            field_dict["outsideGrant"] = outside_grant
        if paid_before is not UNSET:
            field_dict["paidBefore"] = paid_before
        if resembles is not UNSET:
            field_dict["resembles"] = resembles

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.clash import Clash  # noqa: PLC0415
        from ..models.double import Double  # noqa: PLC0415
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.outside_grant import OutsideGrant  # noqa: PLC0415
        from ..models.resemblance import Resemblance  # noqa: PLC0415
        from ..models.trail_row import TrailRow  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        cost = Money.from_dict(d.pop("cost"))

        flips = []
        _flips = d.pop("flips")
        for flips_item_data in _flips:
            flips_item = Flip.from_dict(flips_item_data)

            flips.append(flips_item)

        missing = cast(list[str], d.pop("missing"))

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        on = datetime.date.fromisoformat(d.pop("on"))

        shared_rules = cast(list[str], d.pop("sharedRules"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        type_ = check_refund_treatment_type(d.pop("type"))

        _approved = d.pop("approved", UNSET)
        approved: Money | Unset
        if isinstance(_approved, Unset):
            approved = UNSET
        else:
            approved = Money.from_dict(_approved)

        authorisation_id = d.pop("authorisationId", UNSET)

        _because = d.pop("because", UNSET)
        because: list[TrailRow] | Unset = UNSET
        if _because is not UNSET:
            because = []
            for because_item_data in _because:
                because_item = TrailRow.from_dict(because_item_data)

                because.append(because_item)

        _clashes = d.pop("clashes", UNSET)
        clashes: list[Clash] | Unset = UNSET
        if _clashes is not UNSET:
            clashes = []
            for clashes_item_data in _clashes:
                clashes_item = Clash.from_dict(clashes_item_data)

                clashes.append(clashes_item)

        clinic_number = d.pop("clinicNumber", UNSET)

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        document_id = d.pop("documentId", UNSET)

        _double_of = d.pop("doubleOf", UNSET)
        double_of: Double | Unset
        if isinstance(_double_of, Unset):
            double_of = UNSET
        else:
            double_of = Double.from_dict(_double_of)

        _granted_price = d.pop("grantedPrice", UNSET)
        granted_price: Money | Unset
        if isinstance(_granted_price, Unset):
            granted_price = UNSET
        else:
            granted_price = Money.from_dict(_granted_price)

        headline = d.pop("headline", UNSET)

        _outcome = d.pop("outcome", UNSET)
        outcome: RefundTreatmentOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_refund_treatment_outcome(_outcome)

        _outside_grant = d.pop("outsideGrant", UNSET)
        outside_grant: OutsideGrant | Unset
        if isinstance(_outside_grant, Unset):
            outside_grant = UNSET
        else:
            outside_grant = OutsideGrant.from_dict(_outside_grant)

        paid_before = cast(list[str], d.pop("paidBefore", UNSET))

        _resembles = d.pop("resembles", UNSET)
        resembles: list[Resemblance] | Unset = UNSET
        if _resembles is not UNSET:
            resembles = []
            for resembles_item_data in _resembles:
                resembles_item = Resemblance.from_dict(resembles_item_data)

                resembles.append(resembles_item)

        refund_treatment = cls(
            cost=cost,
            flips=flips,
            missing=missing,
            next_steps=next_steps,
            on=on,
            shared_rules=shared_rules,
            trail=trail,
            type_=type_,
            approved=approved,
            authorisation_id=authorisation_id,
            because=because,
            clashes=clashes,
            clinic_number=clinic_number,
            covered_from=covered_from,
            document_id=document_id,
            double_of=double_of,
            granted_price=granted_price,
            headline=headline,
            outcome=outcome,
            outside_grant=outside_grant,
            paid_before=paid_before,
            resembles=resembles,
        )

        refund_treatment.additional_properties = d
        return refund_treatment

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
