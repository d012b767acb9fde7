from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_canned_texts import NewCannedTexts


T = TypeVar("T", bound="NewCannedAnswer")


@_attrs_define
class NewCannedAnswer:
    """A text that the staff send again and again.

    Attributes:
        texts (NewCannedTexts): The text in each language.
        title (str): What the staff know it by.
    """

    texts: NewCannedTexts
    title: str

    def to_dict(self) -> dict[str, Any]:
        texts = self.texts.to_dict()

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "texts": texts,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_canned_texts import NewCannedTexts  # noqa: PLC0415

        d = dict(src_dict)
        texts = NewCannedTexts.from_dict(d.pop("texts"))

        title = d.pop("title")

        new_canned_answer = cls(
            texts=texts,
            title=title,
        )

        return new_canned_answer
