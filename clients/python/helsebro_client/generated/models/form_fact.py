from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form_fact_answer_kind import (
    FormFactAnswerKind,
    check_form_fact_answer_kind,
)
from ..models.form_fact_asked_of import FormFactAskedOf, check_form_fact_asked_of
from ..models.form_fact_file_type import FormFactFileType, check_form_fact_file_type
from ..models.form_fact_unit import FormFactUnit, check_form_fact_unit
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fact_choice import FactChoice


T = TypeVar("T", bound="FormFact")


@_attrs_define
class FormFact:
    """A fact of a report or a simulation, as a field of a form.

    Attributes:
        answer_kind (FormFactAnswerKind): The kind of the value. `yes-no`: true or false. `date`: `YYYY-MM-DD`.
            `amount`: as a price. `choice`: one of `choices`. `paper`: a document of `fileType` proves it; the value is true
            or false, or one of `choices`.
        asked_of (FormFactAskedOf): Who can know it.
        path (str): A fact, by its path in the body of a simulation.
        question (str): The question.
        choices (list[FactChoice] | Unset): The values to offer. On a claim they are those that change its outcome.
        file_type (FormFactFileType | Unset): The `fileType` of the document that proves it.
        file_type_label (str | Unset): The paper in words.
        none_label (str | Unset): The choice of none of `choices`: send `[]`.
        other_label (str | Unset): The choice of a country that is not among `choices`: send its two letters (ISO 3166-1
            alpha-2).
        required (bool | Unset): Whether the review of a claim waits for it; only with `treatment`.
        several (bool | Unset): Whether the value is a list of choices.
        unit (FormFactUnit | Unset): The unit of a number.
        unit_label (str | Unset): The unit in words.
        unknown_label (str | Unset): The choice of who does not know: send `unknown`, and staff look into it.
    """

    answer_kind: FormFactAnswerKind
    asked_of: FormFactAskedOf
    path: str
    question: str
    choices: list[FactChoice] | Unset = UNSET
    file_type: FormFactFileType | Unset = UNSET
    file_type_label: str | Unset = UNSET
    none_label: str | Unset = UNSET
    other_label: str | Unset = UNSET
    required: bool | Unset = UNSET
    several: bool | Unset = UNSET
    unit: FormFactUnit | Unset = UNSET
    unit_label: str | Unset = UNSET
    unknown_label: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answer_kind: str = self.answer_kind

        asked_of: str = self.asked_of

        path = self.path

        question = self.question

        choices: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.choices, Unset):
            choices = []
            for choices_item_data in self.choices:
                choices_item = choices_item_data.to_dict()
                choices.append(choices_item)

        file_type: str | Unset = UNSET
        if not isinstance(self.file_type, Unset):
            file_type = self.file_type

        file_type_label = self.file_type_label

        none_label = self.none_label

        other_label = self.other_label

        required = self.required

        several = self.several

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
            }
        )
        if choices is not UNSET:
            field_dict["choices"] = choices
        if file_type is not UNSET:
            field_dict["fileType"] = file_type
        if file_type_label is not UNSET:
            field_dict["fileTypeLabel"] = file_type_label
        if none_label is not UNSET:
            field_dict["noneLabel"] = none_label
        if other_label is not UNSET:
            field_dict["otherLabel"] = other_label
        if required is not UNSET:
            field_dict["required"] = required
        if several is not UNSET:
            field_dict["several"] = several
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
        answer_kind = check_form_fact_answer_kind(d.pop("answerKind"))

        asked_of = check_form_fact_asked_of(d.pop("askedOf"))

        path = d.pop("path")

        question = d.pop("question")

        _choices = d.pop("choices", UNSET)
        choices: list[FactChoice] | Unset = UNSET
        if _choices is not UNSET:
            choices = []
            for choices_item_data in _choices:
                choices_item = FactChoice.from_dict(choices_item_data)

                choices.append(choices_item)

        _file_type = d.pop("fileType", UNSET)
        file_type: FormFactFileType | Unset
        if isinstance(_file_type, Unset):
            file_type = UNSET
        else:
            file_type = check_form_fact_file_type(_file_type)

        file_type_label = d.pop("fileTypeLabel", UNSET)

        none_label = d.pop("noneLabel", UNSET)

        other_label = d.pop("otherLabel", UNSET)

        required = d.pop("required", UNSET)

        several = d.pop("several", UNSET)

        _unit = d.pop("unit", UNSET)
        unit: FormFactUnit | Unset
        if isinstance(_unit, Unset):
            unit = UNSET
        else:
            unit = check_form_fact_unit(_unit)

        unit_label = d.pop("unitLabel", UNSET)

        unknown_label = d.pop("unknownLabel", UNSET)

        form_fact = cls(
            answer_kind=answer_kind,
            asked_of=asked_of,
            path=path,
            question=question,
            choices=choices,
            file_type=file_type,
            file_type_label=file_type_label,
            none_label=none_label,
            other_label=other_label,
            required=required,
            several=several,
            unit=unit,
            unit_label=unit_label,
            unknown_label=unknown_label,
        )

        form_fact.additional_properties = d
        return form_fact

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
