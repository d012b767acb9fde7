from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from helsebro.claims.mandate import Mandate
from helsebro.claims.mandates import MOST_IN_FORCE, give, revoke, seen_by
from helsebro.errors import Conflict, NotAllowed, NotFound, Refused
from helsebro.ids import MandateId, PersonId
from tests.builders.domain.claims import REPORTED, claim, person, staff_of
from tests.domain.claims.test_claim import BEFORE_MIDNIGHT, MIDNIGHT

PARENT, CHILD, AUNT = (
    person(PersonId("per_parent")),
    person(PersonId("per_child")),
    person(PersonId("per_aunt")),
)
BIRTHDAY = date(2026, 6, 1)


def held(mandate_id: MandateId, holder_id: PersonId | None, lapses_on: date | None = None) -> Mandate:
    return Mandate(mandate_id, ("act",), "per_parent", REPORTED, holder_id, lapses_on)


@pytest.mark.parametrize("at, is_in_force", [(REPORTED, True), (BEFORE_MIDNIGHT, True), (MIDNIGHT, False)])
def test_a_guardians_mandate_is_in_force_until_the_birthdays_local_midnight(
    at: datetime, is_in_force: bool
) -> None:
    after, made = give(claim(), MandateId("man_1"), ["act"], PersonId("per_aunt"), PARENT, REPORTED)
    assert (made.lapses_on, made.given_by) == (BIRTHDAY, "per_parent")
    assert bool(after.mandates_in_force(at)) is is_in_force
    assert after.may_be_read_by(AUNT, at) is after.may_be_acted_on_by(AUNT, at) is is_in_force


def test_the_persons_own_mandate_is_in_force_until_it_is_revoked() -> None:
    after, made = give(claim(), MandateId("man_1"), ["contact"], PersonId("per_parent"), CHILD, MIDNIGHT)
    assert made.lapses_on is None
    late = MIDNIGHT + timedelta(days=9999)
    assert after.may_be_read_by(PARENT, late)
    assert not revoke(after, MandateId("man_1"), CHILD, late).may_be_read_by(PARENT, late)


def test_giving_and_revoking_a_mandate_raise_the_version_of_the_claim() -> None:
    after, _ = give(claim(), MandateId("man_1"), ["act"], None, PARENT, REPORTED)
    assert (after.version, revoke(after, MandateId("man_1"), PARENT, REPORTED).version) == (2, 3)


def test_a_new_mandate_removes_lapsed_mandates_from_the_claim() -> None:
    stale = claim(mandates=(held(MandateId("man_1"), PersonId("per_aunt"), BIRTHDAY),))
    after, _ = give(stale, MandateId("man_2"), ["act"], PersonId("per_uncle"), CHILD, MIDNIGHT)
    assert [mandate.mandate_id for mandate in after.mandates] == ["man_2"]


@pytest.mark.parametrize("holder", ["per_child", "per_parent"])
def test_the_person_and_the_giver_cannot_hold_the_mandate(holder: str) -> None:
    with pytest.raises(Refused, match="mandate-to-oneself"):
        give(claim(), MandateId("man_1"), ["act"], PersonId(holder), PARENT, REPORTED)


def test_a_person_holds_one_mandate_in_a_case_at_a_time() -> None:
    aunt = PersonId("per_aunt")
    standing = claim(mandates=(held(MandateId("man_1"), aunt, BIRTHDAY), held(MandateId("man_2"), None)))
    with pytest.raises(Conflict) as refused:
        give(standing, MandateId("man_3"), ["contact"], aunt, PARENT, BEFORE_MIDNIGHT)
    assert "mandate-in-force" in str(refused.value)
    # One that has lapsed is over, and who is known only by name may be anyone.
    assert len(give(standing, MandateId("man_3"), ["contact"], aunt, CHILD, MIDNIGHT)[0].mandates) == 2
    assert len(give(standing, MandateId("man_3"), ["contact"], None, PARENT, REPORTED)[0].mandates) == 3


def test_a_revocation_takes_every_mandate_of_the_holder_and_no_other() -> None:
    aunt = PersonId("per_aunt")
    known = [
        ("man_1", aunt),
        ("man_2", aunt),
        ("man_3", PersonId("per_uncle")),
        ("man_4", None),
        ("man_5", None),
    ]
    standing = claim(mandates=tuple(held(MandateId(mandate_id), of) for mandate_id, of in known))
    assert [each.mandate_id for each in revoke(standing, MandateId("man_2"), PARENT, REPORTED).mandates] == [
        *("man_3", "man_4", "man_5")
    ]
    assert len(revoke(standing, MandateId("man_4"), PARENT, REPORTED).mandates) == 4


def test_the_number_of_mandates_is_limited_and_lapsed_ones_do_not_count() -> None:
    full = claim(mandates=tuple(held(MandateId(f"man_{n}"), None, BIRTHDAY) for n in range(MOST_IN_FORCE)))
    with pytest.raises(Refused, match="too-many-mandates"):
        give(full, MandateId("man_x"), ["act"], None, PARENT, BEFORE_MIDNIGHT)
    assert len(give(full, MandateId("man_x"), ["act"], None, CHILD, MIDNIGHT)[0].mandates) == 1


@pytest.mark.parametrize(
    "caller, error", [(AUNT, NotFound), (CHILD, NotAllowed), (staff_of("gjensidige"), NotFound)]
)
def test_only_the_person_or_the_guardian_can_revoke_a_mandate(caller: object, error: type[Exception]) -> None:
    standing = claim(mandates=(held(MandateId("man_1"), PersonId("per_uncle")),))
    with pytest.raises(error):
        revoke(standing, MandateId("man_1"), caller, REPORTED)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        revoke(standing, MandateId("man_2"), PARENT, REPORTED)


def test_a_holder_sees_its_own_mandates_and_the_other_readers_see_all() -> None:
    standing = claim(
        mandates=(
            held(MandateId("man_1"), PersonId("per_aunt")),
            held(MandateId("man_2"), PersonId("per_uncle")),
            held(MandateId("man_3"), None),
        )
    )
    assert [mandate.mandate_id for mandate in seen_by(standing, AUNT, REPORTED)] == ["man_1"]
    for reader in (PARENT, CHILD, staff_of("tryg")):
        assert len(seen_by(standing, reader, REPORTED)) == 3
    assert seen_by(standing, PARENT, MIDNIGHT) == ()
