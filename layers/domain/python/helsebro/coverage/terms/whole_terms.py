"""Whole terms: a file of terms laid over the file it is based on, so that a version holds only what differs.

The fields of its head replace those of the base, ``parameters`` name by name. A row of a rule that the base
has replaces the fields it names; ``null`` takes a field away. A row with ``after`` is new and follows the row
of that rule. ``removed`` lists the rules that the terms no longer have. A file that is based on no other is
whole by itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Shape = Mapping[str, object]
Stored = Callable[[str], Shape | None]
"""The file of terms of a product, as JSON; None where there is none."""
Fault = tuple[str, str, str]
"""Row, field, and what is wrong."""

NO_ROW = "-"
WRONG = "missing or wrong"
NOT_REPLACED = frozenset({"product", "parameters", "rules", "removed", "basedOn"})
"""Fields of a file that do not simply replace those of the base."""


class PlacedRow(NamedTuple):
    """A row, and what names it in a fault: its number in the file, or the product it is inherited from."""

    place: str
    row: object

    @property
    def is_own(self) -> bool:
        """Whether it stands in the file itself."""
        return self.place.isdigit()

    @property
    def fields(self) -> Shape:
        """The row's fields; none where it is no object."""
        return self.row if isinstance(self.row, Mapping) else {}

    @property
    def rule(self) -> str:
        """The id of its rule; empty where it has none."""
        rule = self.fields.get("rule")
        return rule if isinstance(rule, str) else ""

    @property
    def name(self) -> str:
        """The row as a fault names it, such as ``3 (R-002)``."""
        return f"{self.place} ({self.fields.get('rule')})" if self.fields else self.place


@dataclass(frozen=True)
class WholeTerms:
    """Terms with nothing left to look up; ``faults`` are those of how the file is laid over its base.

    ``head`` is None where the base is not there, so that nothing more can be said of the file.
    """

    head: Shape | None
    rows: tuple[PlacedRow, ...] = ()
    faults: tuple[Fault, ...] = ()


def whole(shape: Shape, stored: Stored, above: tuple[object, ...] = ()) -> WholeTerms:
    """The terms of a file with all that it is based on; ``above`` are the products that are based on it."""
    layer = _Layer(shape)
    if "basedOn" not in shape:
        rows = layer.numbered()
        head = {name: value for name, value in shape.items() if name != "rules"}
        return WholeTerms(head, rows, tuple(layer.faults))
    name, products = shape["basedOn"], (*above, shape.get("product"))
    if name in products:
        return WholeTerms(None, (), ((NO_ROW, "basedOn", f"{name} is based on these terms"),))
    base = stored(name) if isinstance(name, str) else None
    if base is None:
        return WholeTerms(None, (), ((NO_ROW, "basedOn", f"there are no terms {name!r}"),))
    return layer.over(whole(base, stored, products))


class _Layer:
    """One file of terms, and the faults found while it is laid over its base."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.base = str(shape.get("basedOn"))
        self.faults: list[Fault] = []

    def over(self, base: WholeTerms) -> WholeTerms:
        """The terms of this file over those of its base."""
        self.faults += [
            (NO_ROW, "basedOn", f"{self.base}: row {row}, field {field}: {why}")
            for row, field, why in base.faults
        ]
        if base.head is None:
            return WholeTerms(None, (), tuple(self.faults))
        head, rows = self._head(base.head), self._rows(base.rows)
        return WholeTerms(head, rows, tuple(self.faults))

    def numbered(self) -> tuple[PlacedRow, ...]:
        """The file's own rows; one that is based on another may have none."""
        rows = self._list("rules", default=[] if "basedOn" in self.shape else None)
        return tuple(PlacedRow(str(number), row) for number, row in enumerate(rows, start=1))

    def _list(self, field: str, default: object = None) -> Sequence[object]:
        found = self.shape.get(field, default)
        if isinstance(found, list):
            return found
        self.faults.append((NO_ROW, field, WRONG))
        return []

    def _head(self, base: Shape) -> Shape:
        own = {field: value for field, value in self.shape.items() if field not in NOT_REPLACED}
        self.faults += [
            (NO_ROW, field, f"{self.base} says the same")
            for field, value in own.items()
            if field in base and _is_same(base[field], value)
        ]
        return {**base, **own, "parameters": self._parameters(base), "product": self.shape.get("product")}

    def _parameters(self, base: Shape) -> object:
        known, own = base.get("parameters"), self.shape.get("parameters", {})
        if isinstance(known, Mapping) and isinstance(own, Mapping):
            return self._changed(known, own, NO_ROW, "parameters.")
        return own

    def _rows(self, base: Sequence[PlacedRow]) -> tuple[PlacedRow, ...]:
        """The rows of the base, changed where this file changes them, each followed by the new ones."""
        rows = {one.rule: one._replace(place=self.base) if one.is_own else one for one in base}
        removed = self._list("removed", default=[])
        new: dict[str, list[PlacedRow]] = {}
        self.faults += [
            (NO_ROW, "removed", f"{self.base} has no row {rule}")
            for rule in removed
            if not isinstance(rule, str) or rule not in rows
        ]
        for one in self.numbered():
            if "after" in one.fields:
                new.setdefault(str(one.fields["after"]), []).append(one)
            else:
                self._change(rows, one, removed)
        found = tuple(one for one in _in_order(rows, new) if one.is_own or one.rule not in removed)
        unplaced = (one for following in new.values() for one in following)
        self.faults += [(one.name, "after", "no row has this rule") for one in unplaced]
        return found

    def _change(self, rows: dict[str, PlacedRow], one: PlacedRow, removed: Sequence[object]) -> None:
        """Lays the fields of a row over those of the base's row of the same rule."""
        before = rows.get(one.rule)
        changes = {field: value for field, value in one.fields.items() if field != "rule"}
        if before is None or one.rule in removed:
            self.faults.append((one.name, "rule", f"{self.base} has no such row to change"))
        elif before.is_own:
            self.faults.append((one.name, "rule", "this rule stands twice"))
        elif not changes:
            self.faults.append((one.name, "rule", "this row changes nothing"))
        else:
            rows[one.rule] = one._replace(row=self._changed(before.fields, changes, one.name))

    def _changed(self, before: Shape, changes: Shape, row: str, prefix: str = "") -> Shape:
        """The fields with the changes in them, each of which must make a difference."""
        for field, value in changes.items():
            if value is None and field not in before:
                self.faults.append((row, prefix + field, f"{self.base} has no such field to take away"))
            elif field in before and _is_same(before[field], value):
                self.faults.append((row, prefix + field, f"{self.base} says the same"))
        return {field: value for field, value in {**before, **changes}.items() if value is not None}


def _in_order(rows: Mapping[str, PlacedRow], new: dict[str, list[PlacedRow]]) -> Iterator[PlacedRow]:
    """Each row with the new ones that follow it; these are taken out of ``new``."""
    waiting = [*rows.values()][::-1]
    while waiting:
        one = waiting.pop()
        yield one
        for following in reversed(new.pop(one.rule, [])):
            fields = {field: value for field, value in following.fields.items() if field != "after"}
            waiting.append(following._replace(row=fields))


def _is_same(one: object, other: object) -> bool:
    """Whether two JSON values are the same; true is not 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
