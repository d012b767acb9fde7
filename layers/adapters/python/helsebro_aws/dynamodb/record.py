"""Domain values to items and back: one codec for every frozen dataclass of the domain.

A date or an instant becomes ISO text (instants in UTC, so that text sorts as time), a tuple a list, a decimal
its digits. A field that is None is left out. A class with ``as_json`` and ``from_json``, such as money, has
its own form. A part that may be of several classes becomes the class whose fields it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from helsebro.field_names import camel

T = TypeVar("T")


def to_item(value: Any) -> Any:
    """Returns the value as plain text, numbers, lists and maps; fields that are None are left out."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        if _has_own_form(type(value)):
            return to_item(cast(Any, value).as_json())
        pairs = ((key, getattr(value, name)) for name, key in _names(type(value)))
        return {key: to_item(part) for key, part in pairs if part is not None}
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: to_item(part) for name, part in value.items() if part is not None}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_item(part) for part in (sorted(value) if isinstance(value, set | frozenset) else value)]
    return value


def instant(at: datetime) -> str:
    """Returns RFC 3339 text in UTC with ``Z``, without a fraction when the seconds are whole."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def from_item(kind: type[T], item: Mapping[str, Any]) -> T:
    """Returns the domain value that an item holds.

    A missing field gets its default, or None when its type allows None. A missing field with neither is a bug
    and raises ``TypeError``.
    """
    readers = _readers(cast(Any, kind))
    stored = {name: read(item[key]) for name, key, read in readers if key in item}
    return kind(**{**_none_by_type(cast(Any, kind)), **stored})


def read_as(kind: Any, value: Any) -> Any:
    """Returns the value of type ``kind`` that a part of an item holds; a field may have that type."""
    return _reader(kind)(value)


_hints = cache(get_type_hints)


@cache
def _none_by_type(kind: Any) -> Mapping[str, None]:
    """Returns None for each field that has no default and may be None; no item holds such a None."""
    hints = _hints(kind)
    without = (field.name for field in fields(kind) if MISSING is field.default is field.default_factory)
    return {name: None for name in without if NoneType in get_args(hints[name])}


@cache
def _readers(kind: Any) -> tuple[tuple[str, str, Callable[[Any], Any]], ...]:
    hints = _hints(kind)
    return tuple((field.name, camel(field.name), _reader(hints[field.name])) for field in fields(kind))


def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = [part for part in arguments if part is not NoneType]
        return _reader(inner[0]) if len(inner) == 1 else _reader_of_one(inner)
    if origin in (tuple, list, frozenset):
        of, read = origin, _reader(arguments[0])
        return lambda value: of(read(part) for part in value)
    if origin is Mapping:
        return _reader_of_values(_reader(arguments[1]))
    if origin is Literal:
        return _same
    return _reader_of_type(hint)


def _reader_of_values(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Returns the reader of a mapping; one of plain values is kept as it is."""
    if read is _same:
        return _same
    return lambda value: {name: read(part) for name, part in value.items()}


def _reader_of_one(kinds: Sequence[Any]) -> Callable[[Any], Any]:
    """Returns the reader of a value of several possible types; it keeps values that are not dataclasses."""
    if not all(is_dataclass(kind) for kind in kinds):
        return _same
    named = {frozenset(key for _, key in _names(kind)): kind for kind in kinds}
    return lambda value: from_item(named[frozenset(value)], value)


def _reader_of_type(hint: Any) -> Callable[[Any], Any]:
    if _has_own_form(hint):
        return cast(Callable[[Any], Any], hint.from_json)
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if hint is Decimal:
        return Decimal
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: from_item(hint, value)
    return _same


@cache
def _has_own_form(kind: Any) -> bool:
    return hasattr(kind, "as_json") and hasattr(kind, "from_json")


def _same(value: Any) -> Any:
    return value


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, camel(field.name)) for field in fields(kind))
