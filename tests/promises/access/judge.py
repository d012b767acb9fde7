"""The judge of the matrix: what must be seen, what must look unknown, and what an answer must not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from helsebro.caller import PLATFORM_ROLES, Right
from tests.promises.access.callers import Person, may_see
from tests.promises.access.differences import OPEN, OPEN_IDS, UNSEEN
from tests.promises.access.households import HOUSEHOLDS, Household
from tests.promises.access.matrix import Asked, Caller, absent, is_seen, may_ever, unknown, variants
from tests.promises.access.operations import Operation
from tests.promises.access.world import World
from tests.suite.moto import moto_state

PRIVATE = (
    "claimId guaranteeId bookingId documentId announcedId refundId mandateId messageId draftId "
    "enquiryId waitlistId holdId notificationId letterId taskId messageOfEnquiry"
).split()
"""The ids that no answer shows to a caller who may not see what they name."""
KINDS = ("case", "clinic", "policy", "payer")


def owns(person: Person, operation: Operation, household: Household) -> bool:
    """Whether the caller is expected to use the operation with the things of the household."""
    allows = operation.route.allows
    is_open = Right.ANYONE in allows or (operation.name in OPEN and may_ever(person, operation))
    return is_open or may_see(person, allows, operation.kind, household)


def foreign_ids(person: Person, world: World) -> set[str]:
    """Returns the ids that no answer may show to the caller."""
    rights = frozenset(Right) - PLATFORM_ROLES
    seen = {one.name for one in HOUSEHOLDS if any(may_see(person, rights, kind, one) for kind in KINDS)}
    shown = {
        things[name] for household, things in world.things.items() for name in PRIVATE if household in seen
    }
    every = {things[name] for things in world.things.values() for name in PRIVATE}
    return every - shown


@dataclass
class Judge:
    """Asks as the matrix says and yields what is wrong; ``whole`` asks everything, else one of each kind.

    ``unseen`` are the rows of ``UNSEEN`` that were met.
    """

    world: World
    whole: bool
    people: Sequence[Person]
    asked: int = 0
    unseen: set[tuple[str, str]] = field(default_factory=set)

    def faults(self, place: int, operation: Operation) -> Iterator[str]:
        """Yields in words each answer of the operation that is not as expected."""
        for number, person in enumerate(self._callers(place, operation)):
            for variant in variants(operation):
                yield from self._of_caller(place + number, operation, person, variant)

    def _callers(self, place: int, operation: Operation) -> list[Person]:
        """Every caller; for a part of the matrix one of each kind, and one who has no role for it."""
        if self.whole:
            return list(self.people)
        by_kind: dict[object, list[Person]] = {}
        for person in self.people:
            by_kind.setdefault(frozenset(person.rights & operation.route.allows), []).append(person)
        return [kind[place % len(kind)] for kind in by_kind.values()]

    def _of_caller(self, place: int, operation: Operation, person: Person, variant: int) -> Iterator[str]:
        own = [one for one in HOUSEHOLDS if owns(person, operation, one)]
        others = [one for one in HOUSEHOLDS if one not in own]
        where = f"{operation.name} by {person.name}"
        for one in self._some(place, own):
            asked = self._ask(operation, person, self.world.things[one.name], variant)
            yield from self._held_back(where, person, asked)
            if asked.names and not is_seen(asked.answer):
                yield from self._refused(f"{where} with {one.name}'s things", operation, person, one, asked)
        for one in self._some(place, others):
            theirs = self.world.things[one.name]
            asked = self._ask(operation, person, theirs, variant)
            yield from self._held_back(where, person, asked)
            if not asked.names:
                break
            if not may_ever(person, operation) and asked.answer.status not in (401, 403):
                yield f"{where}: {asked.answer.status} without a role"
            for nothing in self._of_nothing(operation, person, theirs, variant):
                if asked.shown != nothing.shown:
                    yield f"{where} with {one.name}'s things: {asked.shown}, and unknown: {nothing.shown}"
        if own and others:
            yield from self._mixed(place, operation, person, own, others, variant)

    def _of_nothing(
        self, operation: Operation, person: Person, theirs: Mapping[str, str], variant: int
    ) -> Iterator[Asked]:
        """Yields the answers about things that are not there."""
        for made in (unknown, absent) if self.whole else (unknown,):
            yield self._ask(operation, person, made(theirs), variant)

    def _mixed(
        self,
        place: int,
        operation: Operation,
        person: Person,
        own: Sequence[Household],
        others: Sequence[Household],
        variant: int,
    ) -> Iterator[str]:
        """An own thing beside another's: the document of another case under the own case."""
        mine = self.world.things[own[place % len(own)].name]
        theirs = self.world.things[others[place % len(others)].name]
        names = self._ask(operation, person, mine, variant).names
        left = OPEN_IDS.keys()
        inner = [name for name in names if name not in left] if len(names) > 1 else []
        for name in inner if self.whole else inner[-1:]:
            with_theirs = self._ask(operation, person, {**mine, name: theirs[name]}, variant)
            with_none = self._ask(operation, person, {**mine, name: unknown(theirs)[name]}, variant)
            if with_theirs.shown != with_none.shown:
                yield (
                    f"{operation.name} by {person.name} with another's {name}: {with_theirs.shown}, "
                    f"and unknown: {with_none.shown}"
                )

    def _refused(
        self, where: str, operation: Operation, person: Person, one: Household, asked: Asked
    ) -> Iterator[str]:
        kind = person.name.split(" ")[0]
        if (operation.name, kind) not in UNSEEN:
            yield f"{where}: the owner gets {asked.shown}"
            return
        self.unseen.add((operation.name, kind))
        if asked.answer.status == 404:
            nothing = self._ask(operation, person, unknown(self.world.things[one.name]), 0)
            if nothing.shown != asked.shown:
                yield f"{where}: {asked.shown}, and unknown: {nothing.shown}"

    def _held_back(self, where: str, person: Person, asked: Asked) -> Iterator[str]:
        if asked.answer.status < 400:
            # Without the ids of the call itself, which an answer may repeat.
            text = "".join(asked.shown[1:])
            yield from (f"{where} shows {one}" for one in foreign_ids(person, self.world) if one in text)

    def _some(self, place: int, all_: Sequence[Household]) -> Sequence[Household]:
        return all_ if self.whole or not all_ else [all_[place % len(all_)]]

    def _ask(self, operation: Operation, person: Person, things: Mapping[str, str], variant: int) -> Asked:
        self.asked += 1
        asked = Caller(person, self.world).ask(operation, things, variant)
        if operation.method != "GET" and asked.answer.status < 400:
            moto_state.put_back(self.world.stored)
        return asked
