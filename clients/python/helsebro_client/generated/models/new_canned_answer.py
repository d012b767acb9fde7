from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_canned_texts import NewCannedTexts


T = TypeVar("T", bound="NewCannedAnswer")


@_attrs_define
class NewCannedAnswer:
    """A text that the staff send again and again.

    Attributes:
        texts (NewCannedTexts): The text in each language.
        title (str): What the staff know it by.
        clause (None | str | Unset): The clause of the terms, for a text that is the reason of denials that rest on it.
    """

    texts: NewCannedTexts
    title: str
    clause: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        texts = self.texts.to_dict()

        title = self.title

        clause: None | str | Unset
        if isinstance(self.clause, Unset):
            clause = UNSET
        else:
            clause = self.clause

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "texts": texts,
                "title": title,
            }
        )
        if clause is not UNSET:
            field_dict["clause"] = clause

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_canned_texts import NewCannedTexts  # noqa: PLC0415

        d = dict(src_dict)
        texts = NewCannedTexts.from_dict(d.pop("texts"))

        title = d.pop("title")

        def _parse_clause(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        clause = _parse_clause(d.pop("clause", UNSET))

        new_canned_answer = cls(
            texts=texts,
            title=title,
            clause=clause,
        )

        return new_canned_answer
