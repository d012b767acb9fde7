"""The matrix: every operation by every caller with own things, another's, and things that are not there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helsebro.caller import Right
from tests.builders.calls import Answered, ask
from tests.promises.access.bodies import BODIES, QUERIES
from tests.promises.access.callers import Person
from tests.promises.access.operations import Operation
from tests.promises.access.world import World

WORDS = {
    "code": "slot-taken",
    "kind": "network-contact",
    "number": "1",
    "year": "2031",
    "profession": "psychologist",
    "service": "first",
}
"""Parameters of paths that are words of the contract and name nobody's thing."""
TEXT_OF_UNKNOWN = {"payer": "nobody", "key": "no-such-key", "answerKey": "no-such-answer"}


class Read(dict[str, str]):
    """The things of a call; ``names`` are those that its path, query or body held."""

    def __init__(self, things: Mapping[str, str]) -> None:
        super().__init__(things)
        self.names: list[str] = []

    def __getitem__(self, name: str) -> str:
        self._note(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        if name in self:
            self._note(name)
        return super().get(name, default)

    def _note(self, name: str) -> None:
        if name not in self.names and name not in WORDS:
            self.names.append(name)


def unknown(things: Mapping[str, str]) -> dict[str, str]:
    """Returns ids of the same shape of things that do not exist, nor does what they belong to."""
    return _other(things, slice(-14, -11))


def absent(things: Mapping[str, str]) -> dict[str, str]:
    """Returns ids of things that do not exist, while what they belong to does: the claim of a document."""
    return _other(things, slice(-6, -3))


def _other(things: Mapping[str, str], place: slice) -> dict[str, str]:
    return {name: TEXT_OF_UNKNOWN.get(name) or _changed(value, place) for name, value in things.items()}


def _changed(value: str, place: slice) -> str:
    if len(value) < 16:
        place = slice(-4, -2)
    letters = list(value)
    letters[place] = ["a" if letter != "a" else "b" for letter in letters[place]]
    return "".join(letters)


@dataclass(frozen=True)
class Asked:
    """An answer, and the names of the things that the call held."""

    answer: Answered
    names: tuple[str, ...]
    shown: tuple[int, str, str]
    """The status, the body and the headers without the ids of the call, to be compared."""


@dataclass(frozen=True)
class Caller:
    """Calls operations as one person."""

    person: Person
    world: World

    def ask(self, operation: Operation, things: Mapping[str, str], variant: int = 0) -> Asked:
        """Returns the answer to a call that names these things."""
        read = Read({**WORDS, **things})
        path = re.sub(r"\{(\w+)\}", lambda found: read[found[1]], operation.path)
        queries = [f"{name}={read[name]}" for name in operation.ids_in_query]
        queries += [QUERIES[operation.name]] if operation.name in QUERIES else []
        body = body_of(operation, read, self.is_staff, variant)
        headers = {"if-match": '"1"'} if operation.route.if_match else {}
        if isinstance(body, str):
            headers["content-type"] = "application/xml"
        clinics = {name: one.stage.clinic_id for name, one in self.world.clinics.items()}
        url = "?".join([path, "&".join(queries)]) if queries else path
        call = self.person.call(operation.method, url, body, clinics, headers)
        answer = ask(operation.handler, call)
        return Asked(answer, tuple(read.names), _shown(answer, read))

    @property
    def is_staff(self) -> bool:
        return bool(self.person.payer)


def variants(operation: Operation) -> range:
    """Returns the numbers of the operation's bodies; one for an operation without any."""
    bodies = BODIES.get(operation.name)
    return range(len(bodies) if isinstance(bodies, tuple) else 1)


def body_of(operation: Operation, things: Mapping[str, str], by_staff: bool, variant: int) -> Any:
    """Returns a valid body of the operation; None for an operation that takes none."""
    made = BODIES.get(operation.name)
    if made is None:
        return None
    return (made[variant] if isinstance(made, tuple) else made)(things, by_staff)


def _shown(answer: Answered, read: Read) -> tuple[int, str, str]:
    headers = sorted((name, value) for name, value in answer.headers.items() if name != "x-correlation-id")
    texts = [str(answer.body), str(headers)]
    for name in sorted(read.names, key=lambda one: -len(read.get(one))):
        texts = [text.replace(read.get(name), f"<{name}>") for text in texts]
    return answer.status, texts[0], texts[1]


def is_seen(answer: Answered) -> bool:
    """Whether the answer says that the thing is there, and the caller may use it."""
    return answer.status not in (401, 403, 404)


def may_ever(person: Person, operation: Operation) -> bool:
    """Whether a role of the caller may use the operation at all."""
    allows = operation.route.allows
    return Right.ANYONE in allows or bool(person.rights & allows)
