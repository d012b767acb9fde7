from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.canned_texts import CannedTexts


T = TypeVar("T", bound="CannedAnswer")


@_attrs_define
class CannedAnswer:
    """A text that the staff send again and again.

    Attributes:
        key (str): The payer's own key of it.
        texts (CannedTexts): The text in each language.
        title (str): What the staff know it by.
        variables (list[str]): The values that its texts name.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        clause (str | Unset): The clause, for the reason of denials that rest on it.
    """

    key: str
    texts: CannedTexts
    title: str
    variables: list[str]
    version: int
    clause: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        texts = self.texts.to_dict()

        title = self.title

        variables = self.variables

        version = self.version

        clause = self.clause

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "texts": texts,
                "title": title,
                "variables": variables,
                "version": version,
            }
        )
        if clause is not UNSET:
            field_dict["clause"] = clause

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.canned_texts import CannedTexts  # noqa: PLC0415

        d = dict(src_dict)
        key = d.pop("key")

        texts = CannedTexts.from_dict(d.pop("texts"))

        title = d.pop("title")

        variables = cast(list[str], d.pop("variables"))

        version = d.pop("version")

        clause = d.pop("clause", UNSET)

        canned_answer = cls(
            key=key,
            texts=texts,
            title=title,
            variables=variables,
            version=version,
            clause=clause,
        )

        canned_answer.additional_properties = d
        return canned_answer

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
