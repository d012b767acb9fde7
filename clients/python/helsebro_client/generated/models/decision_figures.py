from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.figures_of_clause import FiguresOfClause
    from ..models.figures_of_group import FiguresOfGroup
    from ..models.figures_of_product import FiguresOfProduct
    from ..models.figures_total import FiguresTotal
    from ..models.overturned import Overturned


T = TypeVar("T", bound="DecisionFigures")


@_attrs_define
class DecisionFigures:
    """What the payer decided on claims, in counts.

    Attributes:
        clauses (list[FiguresOfClause]): By product and clause.
        from_ (datetime.date): The Monday of the first week.
        groups (list[FiguresOfGroup]): By group of the staff.
        overturned (list[Overturned]): What was overturned, by why.
        payer (str): The short name of the payer.
        products (list[FiguresOfProduct]): By product.
        to (datetime.date): The Sunday of the last week.
        total (FiguresTotal): All decisions of these weeks.
    """

    clauses: list[FiguresOfClause]
    from_: datetime.date
    groups: list[FiguresOfGroup]
    overturned: list[Overturned]
    payer: str
    products: list[FiguresOfProduct]
    to: datetime.date
    total: FiguresTotal
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clauses = []
        for clauses_item_data in self.clauses:
            clauses_item = clauses_item_data.to_dict()
            clauses.append(clauses_item)

        from_ = self.from_.isoformat()

        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)

        overturned = []
        for overturned_item_data in self.overturned:
            overturned_item = overturned_item_data.to_dict()
            overturned.append(overturned_item)

        payer = self.payer

        products = []
        for products_item_data in self.products:
            products_item = products_item_data.to_dict()
            products.append(products_item)

        to = self.to.isoformat()

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clauses": clauses,
                "from": from_,
                "groups": groups,
                "overturned": overturned,
                "payer": payer,
                "products": products,
                "to": to,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.figures_of_clause import FiguresOfClause  # noqa: PLC0415
        from ..models.figures_of_group import FiguresOfGroup  # noqa: PLC0415
        from ..models.figures_of_product import FiguresOfProduct  # noqa: PLC0415
        from ..models.figures_total import FiguresTotal  # noqa: PLC0415
        from ..models.overturned import Overturned  # noqa: PLC0415

        d = dict(src_dict)
        clauses = []
        _clauses = d.pop("clauses")
        for clauses_item_data in _clauses:
            clauses_item = FiguresOfClause.from_dict(clauses_item_data)

            clauses.append(clauses_item)

        from_ = datetime.date.fromisoformat(d.pop("from"))

        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = FiguresOfGroup.from_dict(groups_item_data)

            groups.append(groups_item)

        overturned = []
        _overturned = d.pop("overturned")
        for overturned_item_data in _overturned:
            overturned_item = Overturned.from_dict(overturned_item_data)

            overturned.append(overturned_item)

        payer = d.pop("payer")

        products = []
        _products = d.pop("products")
        for products_item_data in _products:
            products_item = FiguresOfProduct.from_dict(products_item_data)

            products.append(products_item)

        to = datetime.date.fromisoformat(d.pop("to"))

        total = FiguresTotal.from_dict(d.pop("total"))

        decision_figures = cls(
            clauses=clauses,
            from_=from_,
            groups=groups,
            overturned=overturned,
            payer=payer,
            products=products,
            to=to,
            total=total,
        )

        decision_figures.additional_properties = d
        return decision_figures

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
