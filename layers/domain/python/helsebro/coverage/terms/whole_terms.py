"""Whole terms: merges a file of terms into the file it is based on, so a version holds only its differences.

The fields of its head replace those of the base, ``parameters`` name by name. A row of a rule that the base
has replaces the fields it names; ``null`` removes a field. A row with ``after`` is new and follows the row of
that rule. ``removed`` lists the rules that the terms no longer have. A file that is based on no other is
complete.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from helsebro.coverage.rules.mistake import Mistake

TermsJson = Mapping[str, object]
Stored = Callable[[str], TermsJson | None]
"""Returns the JSON of a product's file of terms; None when there is none."""
TermsFault = tuple[str, str, Mistake]
"""Row, field, and what is wrong."""

NO_ROW = "-"
MISSING = Mistake("terms-field-missing")
"""The mistake of a field that is absent or of another type."""
NOT_REPLACED = frozenset({"product", "parameters", "rules", "removed", "basedOn"})
"""Fields of a file that do not replace those of the base as they are."""


class PlacedRow(NamedTuple):
    """A row, and its place in a fault: its number in the file, or the product it is inherited from."""

    place: str
    row: object

    @property
    def is_own(self) -> bool:
        """Whether the row is in the file itself."""
        return self.place.isdigit()

    @property
    def fields(self) -> TermsJson:
        """The row's fields; empty when it is not an object."""
        return self.row if isinstance(self.row, Mapping) else {}

    @property
    def rule(self) -> str:
        """The id of its rule; empty when it has none."""
        rule = self.fields.get("rule")
        return rule if isinstance(rule, str) else ""

    @property
    def name(self) -> str:
        """The row's name in a fault, such as ``3 (R-002)``."""
        return f"{self.place} ({self.fields.get('rule')})" if self.fields else self.place


@dataclass(frozen=True)
class WholeTerms:
    """Terms that are based on no other file; ``faults`` are those of merging the file into its base.

    ``head`` is None when the base is missing, so the file cannot be checked further.
    """

    head: TermsJson | None
    rows: tuple[PlacedRow, ...] = ()
    faults: tuple[TermsFault, ...] = ()


def whole(shape: TermsJson, stored: Stored, above: tuple[object, ...] = ()) -> WholeTerms:
    """Returns the terms of a file merged into its bases; ``above`` are the products that are based on it."""
    layer = _Layer(shape)
    if "basedOn" not in shape:
        rows = layer.numbered()
        head = {name: value for name, value in shape.items() if name != "rules"}
        return WholeTerms(head, rows, tuple(layer.faults))
    name, products = shape["basedOn"], (*above, shape.get("product"))
    if name in products:
        return WholeTerms(None, (), ((NO_ROW, "basedOn", Mistake("terms-based-on-themselves", str(name))),))
    base = stored(name) if isinstance(name, str) else None
    if base is None:
        return WholeTerms(None, (), ((NO_ROW, "basedOn", Mistake("terms-product-unknown", str(name))),))
    return layer.over(whole(base, stored, products))


class _Layer:
    """One file of terms, and the faults found while it is merged into its base."""

    def __init__(self, shape: TermsJson) -> None:
        self.shape = shape
        self.base = str(shape.get("basedOn"))
        self.faults: list[TermsFault] = []

    def over(self, base: WholeTerms) -> WholeTerms:
        """Returns the terms of this file merged into those of its base."""
        self.faults += [
            (NO_ROW, "basedOn", Mistake("terms-base-faulty", f"{self.base}, {row}, {field}"))
            for row, field, _ in base.faults
        ]
        if base.head is None:
            return WholeTerms(None, (), tuple(self.faults))
        head, rows = self._head(base.head), self._rows(base.rows)
        return WholeTerms(head, rows, tuple(self.faults))

    def numbered(self) -> tuple[PlacedRow, ...]:
        """Returns the file's own rows; a file that is based on another may have none."""
        rows = self._list("rules", default=[] if "basedOn" in self.shape else None)
        return tuple(PlacedRow(str(number), row) for number, row in enumerate(rows, start=1))

    def _list(self, field: str, default: object = None) -> Sequence[object]:
        found = self.shape.get(field, default)
        if isinstance(found, list):
            return found
        self.faults.append((NO_ROW, field, MISSING))
        return []

    def _head(self, base: TermsJson) -> TermsJson:
        own = {field: value for field, value in self.shape.items() if field not in NOT_REPLACED}
        self.faults += [
            (NO_ROW, field, Mistake("terms-nothing-changes", self.base))
            for field, value in own.items()
            if field in base and _is_same(base[field], value)
        ]
        return {**base, **own, "parameters": self._parameters(base), "product": self.shape.get("product")}

    def _parameters(self, base: TermsJson) -> object:
        known, own = base.get("parameters"), self.shape.get("parameters", {})
        if isinstance(known, Mapping) and isinstance(own, Mapping):
            return self._changed(known, own, NO_ROW, "parameters.")
        return own

    def _rows(self, base: Sequence[PlacedRow]) -> tuple[PlacedRow, ...]:
        """Returns the rows of the base with this file's changes, each followed by the new rows after it."""
        rows = {row.rule: row._replace(place=self.base) if row.is_own else row for row in base}
        removed = self._list("removed", default=[])
        new: dict[str, list[PlacedRow]] = {}
        self.faults += [
            (NO_ROW, "removed", Mistake("terms-rule-unknown", str(rule)))
            for rule in removed
            if not isinstance(rule, str) or rule not in rows
        ]
        for row in self.numbered():
            if "after" in row.fields:
                new.setdefault(str(row.fields["after"]), []).append(row)
            else:
                self._change(rows, row, removed)
        found = tuple(row for row in _in_order(rows, new) if row.is_own or row.rule not in removed)
        unplaced = (row for following in new.values() for row in following)
        self.faults += [
            (row.name, "after", Mistake("terms-rule-unknown", str(row.fields["after"]))) for row in unplaced
        ]
        return found

    def _change(self, rows: dict[str, PlacedRow], row: PlacedRow, removed: Sequence[object]) -> None:
        """Merges the fields of a row into those of the base's row of the same rule."""
        before = rows.get(row.rule)
        changes = {field: value for field, value in row.fields.items() if field != "rule"}
        if before is None or row.rule in removed:
            self.faults.append((row.name, "rule", Mistake("terms-rule-unknown", row.rule)))
        elif before.is_own:
            self.faults.append((row.name, "rule", Mistake("terms-rule-repeated")))
        elif not changes:
            self.faults.append((row.name, "rule", Mistake("terms-nothing-changes", self.base)))
        else:
            rows[row.rule] = row._replace(row=self._changed(before.fields, changes, row.name))

    def _changed(self, before: TermsJson, changes: TermsJson, row: str, prefix: str = "") -> TermsJson:
        """Returns the fields with the changes; a change that makes no difference is a fault."""
        for field, value in changes.items():
            if value is None and field not in before:
                self.faults.append((row, prefix + field, Mistake("terms-field-unknown")))
            elif field in before and _is_same(before[field], value):
                self.faults.append((row, prefix + field, Mistake("terms-nothing-changes", self.base)))
        return {field: value for field, value in {**before, **changes}.items() if value is not None}


def _in_order(rows: Mapping[str, PlacedRow], new: dict[str, list[PlacedRow]]) -> Iterator[PlacedRow]:
    """Yields each row and then the new rows that follow it, which it removes from ``new``."""
    waiting = [*rows.values()][::-1]
    while waiting:
        row = waiting.pop()
        yield row
        for following in reversed(new.pop(row.rule, [])):
            fields = {field: value for field, value in following.fields.items() if field != "after"}
            waiting.append(following._replace(row=fields))


def _is_same(value: object, other: object) -> bool:
    """Returns whether two JSON values are the same; true is not 1."""
    return json.dumps(value, sort_keys=True) == json.dumps(other, sort_keys=True)
