from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_fact_answer_kind import (
    CaseFactAnswerKind,
    check_case_fact_answer_kind,
)
from ..models.case_fact_asked_of import CaseFactAskedOf, check_case_fact_asked_of
from ..models.case_fact_currency import CaseFactCurrency, check_case_fact_currency
from ..models.case_fact_file_type import CaseFactFileType, check_case_fact_file_type
from ..models.case_fact_state import CaseFactState, check_case_fact_state
from ..models.case_fact_stated_by import CaseFactStatedBy, check_case_fact_stated_by
from ..models.case_fact_unit import CaseFactUnit, check_case_fact_unit
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fact_choice import FactChoice


T = TypeVar("T", bound="CaseFact")


@_attrs_define
class CaseFact:
    """A fact of the case: stated, confirmed, or asked for.

    Attributes:
        answer_kind (CaseFactAnswerKind): The kind of the value. `yes-no`: true or false. `date`: `YYYY-MM-DD`.
            `amount`: as a price. `choice`: one of `choices`. `paper`: a document of `fileType` proves it; the value is true
            or false, or one of `choices`.
        asked_of (CaseFactAskedOf): Who can know it.
        path (str): A fact, by its path in the body of a simulation.
        question (str): The question.
        required (bool): Whether the review waits for the member's answer, or for its paper.
        state (CaseFactState): `confirmed` by staff or with the approval. `asked`: someone should answer.
        value (Any): The value; null while it is asked for, unless what was sent is not enough. `unknown` when the
            member does not know it.
        choices (list[FactChoice] | Unset): The values to offer. On a claim they are those that change its outcome.
        confirmed_at (datetime.datetime | Unset): When it was confirmed.
        confirmed_by (str | Unset): The role that confirmed it.
        confirmed_value (Any | Unset): The value that was confirmed, or proved by a document, before this one was
            stated. It counts until this one is confirmed or proved. Absent otherwise.
        currency (CaseFactCurrency | Unset): The currency of an amount.
        document_id (str | Unset): The document that proves it.
        file_type (CaseFactFileType | Unset): The `fileType` of the document that proves it.
        file_type_label (str | Unset): The paper in words.
        none_label (str | Unset): The choice of none of `choices`: send `[]`.
        other_label (str | Unset): The choice of a country that is not among `choices`: send its two letters (ISO 3166-1
            alpha-2).
        several (bool | Unset): Whether the value is a list of choices.
        stated_at (datetime.datetime | Unset): When it was stated.
        stated_by (CaseFactStatedBy | Unset): The role of who stated it.
        unit (CaseFactUnit | Unset): The unit of a number.
        unit_label (str | Unset): The unit in words.
        unknown_label (str | Unset): The choice of who does not know: send `unknown`, and staff look into it.
    """

    answer_kind: CaseFactAnswerKind
    asked_of: CaseFactAskedOf
    path: str
    question: str
    required: bool
    state: CaseFactState
    value: Any
    choices: list[FactChoice] | Unset = UNSET
    confirmed_at: datetime.datetime | Unset = UNSET
    confirmed_by: str | Unset = UNSET
    confirmed_value: Any | Unset = UNSET
    currency: CaseFactCurrency | Unset = UNSET
    document_id: str | Unset = UNSET
    file_type: CaseFactFileType | Unset = UNSET
    file_type_label: str | Unset = UNSET
    none_label: str | Unset = UNSET
    other_label: str | Unset = UNSET
    several: bool | Unset = UNSET
    stated_at: datetime.datetime | Unset = UNSET
    stated_by: CaseFactStatedBy | Unset = UNSET
    unit: CaseFactUnit | Unset = UNSET
    unit_label: str | Unset = UNSET
    unknown_label: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answer_kind: str = self.answer_kind

        asked_of: str = self.asked_of

        path = self.path

        question = self.question

        required = self.required

        state: str = self.state

        value = self.value

        choices: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.choices, Unset):
            choices = []
            for choices_item_data in self.choices:
                choices_item = choices_item_data.to_dict()
                choices.append(choices_item)

        confirmed_at: str | Unset = UNSET
        if not isinstance(self.confirmed_at, Unset):
            confirmed_at = self.confirmed_at.isoformat()

        confirmed_by = self.confirmed_by

        confirmed_value = self.confirmed_value

        currency: str | Unset = UNSET
        if not isinstance(self.currency, Unset):
            currency = self.currency

        document_id = self.document_id

        file_type: str | Unset = UNSET
        if not isinstance(self.file_type, Unset):
            file_type = self.file_type

        file_type_label = self.file_type_label

        none_label = self.none_label

        other_label = self.other_label

        several = self.several

        stated_at: str | Unset = UNSET
        if not isinstance(self.stated_at, Unset):
            stated_at = self.stated_at.isoformat()

        stated_by: str | Unset = UNSET
        if not isinstance(self.stated_by, Unset):
            stated_by = self.stated_by

        unit: str | Unset = UNSET
        if not isinstance(self.unit, Unset):
            unit = self.unit

        unit_label = self.unit_label

        unknown_label = self.unknown_label

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answerKind": answer_kind,
                "askedOf": asked_of,
                "path": path,
                "question": question,
                "required": required,
                "state": state,
                "value": value,
            }
        )
        if choices is not UNSET:
            field_dict["choices"] = choices
        if confirmed_at is not UNSET:
            field_dict["confirmedAt"] = confirmed_at
        if confirmed_by is not UNSET:
            field_dict["confirmedBy"] = confirmed_by
        if confirmed_value is not UNSET:
            field_dict["confirmedValue"] = confirmed_value
        if currency is not UNSET:
            field_dict["currency"] = currency
        if document_id is not UNSET:
            field_dict["documentId"] = document_id
        if file_type is not UNSET:
            field_dict["fileType"] = file_type
        if file_type_label is not UNSET:
            field_dict["fileTypeLabel"] = file_type_label
        if none_label is not UNSET:
            field_dict["noneLabel"] = none_label
        if other_label is not UNSET:
            field_dict["otherLabel"] = other_label
        if several is not UNSET:
            field_dict["several"] = several
        if stated_at is not UNSET:
            field_dict["statedAt"] = stated_at
        if stated_by is not UNSET:
            field_dict["statedBy"] = stated_by
        if unit is not UNSET:
            field_dict["unit"] = unit
        if unit_label is not UNSET:
            field_dict["unitLabel"] = unit_label
        if unknown_label is not UNSET:
            field_dict["unknownLabel"] = unknown_label

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fact_choice import FactChoice  # noqa: PLC0415

        d = dict(src_dict)
        answer_kind = check_case_fact_answer_kind(d.pop("answerKind"))

        asked_of = check_case_fact_asked_of(d.pop("askedOf"))

        path = d.pop("path")

        question = d.pop("question")

        required = d.pop("required")

        state = check_case_fact_state(d.pop("state"))

        value = d.pop("value")

        _choices = d.pop("choices", UNSET)
        choices: list[FactChoice] | Unset = UNSET
        if _choices is not UNSET:
            choices = []
            for choices_item_data in _choices:
                choices_item = FactChoice.from_dict(choices_item_data)

                choices.append(choices_item)

        _confirmed_at = d.pop("confirmedAt", UNSET)
        confirmed_at: datetime.datetime | Unset
        if isinstance(_confirmed_at, Unset):
            confirmed_at = UNSET
        else:
            confirmed_at = datetime.datetime.fromisoformat(_confirmed_at)

        confirmed_by = d.pop("confirmedBy", UNSET)

        confirmed_value = d.pop("confirmedValue", UNSET)

        _currency = d.pop("currency", UNSET)
        currency: CaseFactCurrency | Unset
        if isinstance(_currency, Unset):
            currency = UNSET
        else:
            currency = check_case_fact_currency(_currency)

        document_id = d.pop("documentId", UNSET)

        _file_type = d.pop("fileType", UNSET)
        file_type: CaseFactFileType | Unset
        if isinstance(_file_type, Unset):
            file_type = UNSET
        else:
            file_type = check_case_fact_file_type(_file_type)

        file_type_label = d.pop("fileTypeLabel", UNSET)

        none_label = d.pop("noneLabel", UNSET)

        other_label = d.pop("otherLabel", UNSET)

        several = d.pop("several", UNSET)

        _stated_at = d.pop("statedAt", UNSET)
        stated_at: datetime.datetime | Unset
        if isinstance(_stated_at, Unset):
            stated_at = UNSET
        else:
            stated_at = datetime.datetime.fromisoformat(_stated_at)

        _stated_by = d.pop("statedBy", UNSET)
        stated_by: CaseFactStatedBy | Unset
        if isinstance(_stated_by, Unset):
            stated_by = UNSET
        else:
            stated_by = check_case_fact_stated_by(_stated_by)

        _unit = d.pop("unit", UNSET)
        unit: CaseFactUnit | Unset
        if isinstance(_unit, Unset):
            unit = UNSET
        else:
            unit = check_case_fact_unit(_unit)

        unit_label = d.pop("unitLabel", UNSET)

        unknown_label = d.pop("unknownLabel", UNSET)

        case_fact = cls(
            answer_kind=answer_kind,
            asked_of=asked_of,
            path=path,
            question=question,
            required=required,
            state=state,
            value=value,
            choices=choices,
            confirmed_at=confirmed_at,
            confirmed_by=confirmed_by,
            confirmed_value=confirmed_value,
            currency=currency,
            document_id=document_id,
            file_type=file_type,
            file_type_label=file_type_label,
            none_label=none_label,
            other_label=other_label,
            several=several,
            stated_at=stated_at,
            stated_by=stated_by,
            unit=unit,
            unit_label=unit_label,
            unknown_label=unknown_label,
        )

        case_fact.additional_properties = d
        return case_fact

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
