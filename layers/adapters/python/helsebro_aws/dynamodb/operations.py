"""The operations of a commit: what each writes to one item, and under which condition.

In expressions ``#name`` is an attribute (``#status``), and ``values`` holds each ``:value``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from helsebro.errors import Conflict, HelsebroError, NotFound

Item: TypeAlias = dict[str, Any]
MOST_OPERATIONS = 100
"""The most operations that DynamoDB accepts in one transaction, with outbox rows and receipt."""


class TransactionTooLarge(Exception):
    """A commit has more than ``MOST_OPERATIONS``: limit its input, or divide it into several commits."""


@dataclass(frozen=True)
class Put:
    """Writes a whole item with its schema version; ``when`` defaults to "the item does not exist"."""

    table: str
    item: Item
    when: str | None = "attribute_not_exists(#pk)"
    values: Mapping[str, Any] = field(default_factory=dict)
    otherwise: HelsebroError = field(default_factory=Conflict)

    def operation(self) -> Item:
        """Returns the operation in pydynox's words."""
        return {
            "type": "put",
            "table": self.table,
            "item": {**_clean(self.item), "v": _version(self.item["sk"])},
            **_condition(self.when, self.values),
        }


@dataclass(frozen=True)
class Update:
    """Changes some attributes of one item; ``when`` defaults to "the item exists".

    ``creates`` says that the item may be new: then it gets its schema version. ``once`` are attributes that
    keep the value they have.
    """

    table: str
    pk: str
    sk: str
    set: Mapping[str, Any] = field(default_factory=dict)
    once: Mapping[str, Any] = field(default_factory=dict)
    add: Mapping[str, int] = field(default_factory=dict)
    remove: Sequence[str] = ()
    when: str | None = "attribute_exists(#pk)"
    values: Mapping[str, Any] = field(default_factory=dict)
    otherwise: HelsebroError = field(default_factory=NotFound)
    creates: bool = False

    def operation(self) -> Item:
        """Returns the operation in pydynox's words."""
        parts = []
        values = dict(self.values)
        settings = [f"#{name} = :set_{name}" for name in self.set]
        values |= {f":set_{name}": value for name, value in self.set.items()}
        settings += [f"#{name} = if_not_exists(#{name}, :once_{name})" for name in self.once]
        values |= {f":once_{name}": value for name, value in self.once.items()}
        if self.creates:
            settings.append("#v = if_not_exists(#v, :v)")
            values[":v"] = _version(self.sk)
        if settings:
            parts.append("SET " + ", ".join(settings))
        if self.add:
            parts.append("ADD " + ", ".join(f"#{name} :add_{name}" for name in self.add))
            values |= {f":add_{name}": value for name, value in self.add.items()}
        if self.remove:
            parts.append("REMOVE " + ", ".join(f"#{name}" for name in self.remove))
        change = " ".join(parts)
        condition = _condition(self.when, values, also=change)
        key = {"pk": self.pk, "sk": self.sk}
        return {"type": "update", "table": self.table, "key": key, "update_expression": change, **condition}


@dataclass(frozen=True)
class Delete:
    """Removes one item."""

    table: str
    pk: str
    sk: str
    when: str | None = "attribute_exists(#pk)"
    values: Mapping[str, Any] = field(default_factory=dict)
    otherwise: HelsebroError = field(default_factory=NotFound)

    def operation(self) -> Item:
        """Returns the operation in pydynox's words."""
        key = {"pk": self.pk, "sk": self.sk}
        return {"type": "delete", "table": self.table, "key": key, **_condition(self.when, self.values)}


@dataclass(frozen=True)
class Check:
    """Changes nothing; the commit fails unless ``when`` holds."""

    table: str
    pk: str
    sk: str
    when: str
    values: Mapping[str, Any] = field(default_factory=dict)
    otherwise: HelsebroError = field(default_factory=Conflict)

    def operation(self) -> Item:
        """Returns the operation in pydynox's words."""
        key = {"pk": self.pk, "sk": self.sk}
        return {
            "type": "condition_check",
            "table": self.table,
            "key": key,
            **_condition(self.when, self.values),
        }


Operation = Put | Update | Delete | Check


def calls_of(operations: Sequence[Operation]) -> list[Item]:
    """Returns a transaction in pydynox's words. Raises ``TransactionTooLarge``."""
    if len(operations) > MOST_OPERATIONS:
        raise TransactionTooLarge(len(operations))
    return [operation.operation() for operation in operations]


def _condition(when: str | None, values: Mapping[str, Any], also: str = "") -> Item:
    names = {f"#{name}": name for name in re.findall(r"#(\w+)", f"{when or ''} {also}")}
    found: Item = {}
    if when:
        found["condition_expression"] = when
    if names:
        found["expression_attribute_names"] = names
    if values:
        found["expression_attribute_values"] = dict(values)
    return found


def _version(sort_key: str) -> int:
    # Here, so that a read loads no code of writes.
    from helsebro_aws.dynamodb.schema_versions import schema_version

    return schema_version(sort_key)


def _clean(item: Item) -> Item:
    return {name: value for name, value in item.items() if value is not None}
