from __future__ import annotations

import pytest

from helsebro.ids import PersonId
from helsebro_aws.policies.enrolled.registered_names import MOST_SOUGHT, NamedPerson, RegisteredNames
from tests.builders.calls import staff
from tests.builders.policies import ANNA, BO, enrol, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


def test_a_name_is_that_of_the_policy_that_insures_the_person() -> None:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id, cpr=ANNA, name="Anna Holm")
    assert RegisteredNames().of([NamedPerson(anna, "tryg", policy_id)]) == {anna: "Anna Holm"}


def test_a_person_in_another_policy_of_the_payer_is_found_there() -> None:
    payer_of("tryg")
    policy_id, other = policy_of("tryg"), policy_of("tryg", number="P-2")
    bo = insured_of(other, cpr=BO, name="Bo Holm")
    assert RegisteredNames().of([NamedPerson(bo, "tryg", policy_id), NamedPerson(bo, "tryg")]) == {
        bo: "Bo Holm"
    }


def test_a_name_of_another_payer_is_read_only_where_it_is_asked_for() -> None:
    for payer in ("tryg", "gjensidige"):
        payer_of(payer)
    by = staff("underwriting", payer="gjensidige")
    anna = PersonId(enrol(policy_of("gjensidige"), by, name="Anna Holm").body["personId"])
    asked = [NamedPerson(anna, "tryg", policy_of("tryg"))]
    assert RegisteredNames().of(asked) == {}
    assert RegisteredNames().of(asked, at_any_payer=True) == {anna: "Anna Holm"}


def test_only_a_few_are_sought_in_all_policies() -> None:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    numbers = [f"0101{70 + number}1234" for number in range(MOST_SOUGHT + 2)]
    people = [insured_of(policy_id, cpr=cpr) for cpr in numbers]
    names = RegisteredNames()
    assert len(names.of([NamedPerson(each, "tryg") for each in people])) == MOST_SOUGHT
    assert len(names.of([NamedPerson(each, "tryg", policy_id) for each in people])) == len(people)
