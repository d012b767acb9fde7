"""Facts by path, and the body of a simulation that holds them.

Every fact has a path of its own, also where the body holds several as one object: ``evidence.otherInsurer``
is what another insurer decided, ``evidence.otherInsurer.name`` its name, and ``evidence.otherInsurerPays``
the ``sum`` of that object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

OTHER = "evidence.otherInsurer"
OTHER_NAME = f"{OTHER}.name"
OTHER_PAYS = "evidence.otherInsurerPays"
FORMER = "evidence.formerInsurance"
OWN_PATHS = {f"{OTHER}.decision": OTHER, f"{OTHER}.sum": OTHER_PAYS}
"""The paths of facts that stand elsewhere in the body, by their place there."""


def by_path(body: Mapping[str, object]) -> dict[str, object]:
    """Returns what a body holds by the paths of its facts. A price is one value, and so is a list."""
    return dict(_leaves(body, ""))


def body_of(values: Mapping[str, object]) -> dict[str, object]:
    """Returns the body that holds values by path."""
    flat, body = dict(values), dict[str, object]()
    if OTHER_NAME in flat:
        insurer = {
            "name": flat.pop(OTHER_NAME),
            "decision": flat.pop(OTHER, None),
            "sum": flat.pop(OTHER_PAYS, None),
        }
        flat[OTHER] = {name: value for name, value in insurer.items() if value is not None}
    for path, value in flat.items():
        *outer, last = path.split(".")
        part = body
        for name in outer:
            inner = part.setdefault(name, {})
            assert isinstance(inner, dict)
            part = inner
        part[last] = value
    return body


def each_fact(path: str, value: object) -> list[tuple[str, object]]:
    """Returns the facts that a value states: several for an object of the body, else the one of the path.

    Another insurer that is named shares the price unless its decision says otherwise, as in the body. Null
    withdraws a former insurance as a whole.
    """
    if path == FORMER and value is None:
        return [(f"{FORMER}.{name}", None) for name in ("product", "beganOn", "endedOn")]
    if path not in (OTHER, FORMER) or not isinstance(value, Mapping) or not value:
        return [(path, value)]
    parts = {str(name): part for name, part in value.items() if part is not None}
    if path == OTHER and "name" in parts:
        parts.setdefault("decision", "limits")
    return [(OWN_PATHS.get(f"{path}.{name}", f"{path}.{name}"), part) for name, part in parts.items()]


def path_at(pointer: str) -> tuple[str, str]:
    """Returns the path of the fact at a pointer in a body, and the rest of the pointer within its value."""
    path = pointer.removeprefix("/").replace("/", ".")
    for place, own in OWN_PATHS.items():
        if path == place or path.startswith(f"{place}."):
            return own, pointer.removeprefix("/" + place.replace(".", "/"))
    return path, ""


def without_answer(body: Mapping[str, object], path: str, answer: str) -> dict[str, object] | None:
    """Returns the body without the value of a fact if that is this answer; None if it is not.

    A part that is no object has no facts. An object within a part goes when nothing is left in it.
    """
    places = [place for place, own in OWN_PATHS.items() if own == path]
    for place in (path, *places):
        part, *names = place.split(".")
        rest = _without(body.get(part), names, answer) if names else None
        if rest is not None:
            return {**body, part: rest}
    return None


def _without(part: object, names: list[str], answer: str) -> dict[str, object] | None:
    if not isinstance(part, Mapping) or names[0] not in part:
        return None
    name, inner = names[0], part[names[0]]
    if len(names) == 1:
        return {key: value for key, value in part.items() if key != name} if inner == answer else None
    rest = _without(inner, names[1:], answer)
    if rest is None:
        return None
    return {key: value for key, value in {**part, name: rest}.items() if key != name or rest}


def _leaves(part: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for name, value in part.items():
        path = f"{above}.{name}" if above else name
        if isinstance(value, Mapping) and "amount" not in value:
            yield from _leaves(value, path)
        else:
            yield OWN_PATHS.get(path, path), value
