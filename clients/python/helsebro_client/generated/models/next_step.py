from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.next_step_kind import NextStepKind, check_next_step_kind
from ..models.next_step_outcome import NextStepOutcome, check_next_step_outcome
from ..models.next_step_step import NextStepStep, check_next_step_step
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.payer_contact import PayerContact


T = TypeVar("T", bound="NextStep")


@_attrs_define
class NextStep:
    """One thing that the member can do.

    Attributes:
        kind (NextStepKind): What kind of step it is.
        text (str): The step in the caller's language.
        contact (PayerContact | Unset): How to reach the payer.
        country (str | Unset): The country, in two letters.
        covered_from (datetime.date | Unset): The first day on which it is covered.
        fact (str | Unset): A fact, by its path in the body of a simulation.
        outcome (NextStepOutcome | Unset): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`:
            a fact or paper that decides is missing.
        rule (str | Unset): The rule of the terms.
        step (NextStepStep | Unset): The next step of a complaint.
        topic (str | Unset): The part of the public system that can help.
        value (Any | Unset): The value of the fact that changes it.
    """

    kind: NextStepKind
    text: str
    contact: PayerContact | Unset = UNSET
    country: str | Unset = UNSET
    covered_from: datetime.date | Unset = UNSET
    fact: str | Unset = UNSET
    outcome: NextStepOutcome | Unset = UNSET
    rule: str | Unset = UNSET
    step: NextStepStep | Unset = UNSET
    topic: str | Unset = UNSET
    value: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        text = self.text

        contact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.contact, Unset):
            contact = self.contact.to_dict()

        country = self.country

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        fact = self.fact

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        rule = self.rule

        step: str | Unset = UNSET
        if not isinstance(self.step, Unset):
            step = self.step

        topic = self.topic

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "text": text,
            }
        )
        if contact is not UNSET:
            field_dict["contact"] = contact
        if country is not UNSET:
            field_dict["country"] = country
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if fact is not UNSET:
            field_dict["fact"] = fact
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if rule is not UNSET:
            field_dict["rule"] = rule
        if step is not UNSET:
            field_dict["step"] = step
        if topic is not UNSET:
            field_dict["topic"] = topic
        if value is not UNSET:
            field_dict["value"] = value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.payer_contact import PayerContact  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_next_step_kind(d.pop("kind"))

        text = d.pop("text")

        _contact = d.pop("contact", UNSET)
        contact: PayerContact | Unset
        if isinstance(_contact, Unset):
            contact = UNSET
        else:
            contact = PayerContact.from_dict(_contact)

        country = d.pop("country", UNSET)

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        fact = d.pop("fact", UNSET)

        _outcome = d.pop("outcome", UNSET)
        outcome: NextStepOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_next_step_outcome(_outcome)

        rule = d.pop("rule", UNSET)

        _step = d.pop("step", UNSET)
        step: NextStepStep | Unset
        if isinstance(_step, Unset):
            step = UNSET
        else:
            step = check_next_step_step(_step)

        topic = d.pop("topic", UNSET)

        value = d.pop("value", UNSET)

        next_step = cls(
            kind=kind,
            text=text,
            contact=contact,
            country=country,
            covered_from=covered_from,
            fact=fact,
            outcome=outcome,
            rule=rule,
            step=step,
            topic=topic,
            value=value,
        )

        next_step.additional_properties = d
        return next_step

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
