"""The readings that were settled in the second round: outcomes and amounts under both products."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.coverage.answer import Answer
from tests.builders.domain.asking import AT_WORK, LEISURE, decided, effects, kroner, row

PRODUCTS = ("SA1706", "SF1706")
both = pytest.mark.parametrize("product", PRODUCTS)


def answer(product: str, cover: dict[str, object] | None = None, /, **changes: object) -> Answer:
    at_work = product == "SA1706"
    chosen = replace(LEISURE, **(AT_WORK if at_work else {}), **(cover or {}))  # type: ignore[arg-type]
    return decided(chosen, **{**changes, "cause": "work" if at_work else "leisure"}).answer()


def payable(found: Answer) -> str | None:
    assert found.grant
    return f"{found.grant.payable.amount}" if found.grant.payable else None


@both
@pytest.mark.parametrize("treatment, given", [("physiotherapy", 22), ("psychologist", 13)])
def test_what_comes_after_the_first_portion_is_for_a_person(product: str, treatment: str, given: int) -> None:
    found = answer(product, treatment__type=treatment, history=[row(treatment, "2026-11-01", sessions=given)])

    assert found.outcome == "refer"


@both
def test_what_is_left_of_the_first_portion_is_granted(product: str) -> None:
    found = answer(product, history=[row("physiotherapy", "2026-11-01", sessions=2)])

    assert (found.outcome, found.grant and found.grant.sessions) == ("covered", 1)


@both
@pytest.mark.parametrize(
    "circumstances, outcome",
    [(["intoxication"], "covered"), (["crime"], "refer"), (["intoxication", "intent"], "not-covered")],
)
def test_misuse_that_is_bought_is_not_denied_as_intoxication(
    product: str, circumstances: list[str], outcome: str
) -> None:
    asked = {"treatment__type": "misuse", "condition__category": "misuse-alcohol"}

    assert answer(product, **asked, condition__circumstances=circumstances).outcome == outcome


@both
@pytest.mark.parametrize("treatment", ["chiropractic", "psychologist"])
@pytest.mark.parametrize("supplement", ["evening-supplement", "weekend-supplement"])
def test_the_treatment_is_covered_without_its_supplement(
    product: str, treatment: str, supplement: str
) -> None:
    asked = {"treatment__type": treatment, "condition__circumstances": [supplement]}
    known = answer(product, **asked, treatment__supplement=kroner("150.00"))
    unknown = answer(product, **asked)

    assert (known.outcome, payable(known)) == ("covered", "750.00")
    assert (unknown.outcome, payable(unknown), unknown.amount_hangs_on) == (
        "covered",
        None,
        ("treatment.supplement",),
    )


@both
def test_a_supplement_is_no_part_of_the_price_that_a_limit_is_held_against(product: str) -> None:
    asked = {
        "treatment__type": "reflexology",
        "treatment__practitioner__approvals": ["RAB"],
        "treatment__inNetwork": False,
        "condition__circumstances": ["weekend-supplement"],
        "treatment__sessions": 1,
    }

    assert payable(answer(product, **asked, treatment__supplement=kroner("50.00"))) == "300.00"
    assert payable(answer(product, **asked, treatment__supplement=kroner("150.00"))) == "250.00"
    assert payable(answer(product, **asked, treatment__supplement=kroner("500.00"))) == "0.00"


@both
@pytest.mark.parametrize("treatment", ["second-opinion", "rehabilitation", "dental"])
def test_what_may_follow_cancer_is_for_a_person(product: str, treatment: str) -> None:
    asked = {
        "treatment__type": treatment,
        "evidence__directlyAfterCoveredStay": True,
        "condition__circumstances": ["treatment-damage"],
    }

    assert answer(product, **asked, condition__category="cancer").outcome == "refer"
    assert effects(decided(**asked, condition__category="cancer"))["R-614"] == "refer"


@both
def test_medicine_for_a_chronic_illness_needs_no_night(product: str) -> None:
    asked = {"treatment__type": "medicine", "condition__chronic": True}

    assert answer(product, **asked).outcome == "refer"


@both
@pytest.mark.parametrize("nights, outcome", [(0, "not-covered"), (1, "covered")])
def test_other_medicine_is_covered_during_admission(product: str, nights: int, outcome: str) -> None:
    assert answer(product, treatment__type="medicine", treatment__nights=nights).outcome == outcome


def test_medicine_after_a_stay_asks_for_the_day_of_discharge() -> None:
    asked = {"treatment__type": "medicine", "evidence__directlyAfterCoveredStay": True}
    unknown = answer("SF1706", **asked)
    known = answer("SF1706", **asked, treatment__dischargedOn="2026-11-03")

    assert (unknown.outcome, unknown.missing) == ("needs-evidence", ("treatment.dischargedOn",))
    assert (known.outcome, known.grant and known.grant.valid_until) == ("covered", date(2027, 5, 3))


TO_CRISIS_HELP = {
    "treatment__type": "transport",
    "treatment__distanceKm": 8,
    "treatment__sessions": None,
    "event__kind": "death-in-nearest-family",
    "event__occurredOn": "2026-11-20",
    "evidence__referral": None,
}


@both
def test_transport_to_crisis_help_is_covered_for_who_cannot_travel(product: str) -> None:
    found = answer(product, **TO_CRISIS_HELP, evidence__disabledForTransport=True)

    assert (found.outcome, payable(found)) == ("covered", "400.00")


@both
def test_transport_to_crisis_help_is_not_covered_for_who_can_travel(product: str) -> None:
    assert answer(product, **TO_CRISIS_HELP, evidence__disabledForTransport=False).outcome == "not-covered"


@both
def test_whether_a_person_can_travel_is_asked_after_an_event(product: str) -> None:
    found = answer(product, **{**TO_CRISIS_HELP, "evidence__referral": "own-doctor"})

    assert (found.outcome, found.missing) == ("needs-evidence", ("evidence.disabledForTransport",))
    assert {(True, "covered")} <= {(flip.value, flip.outcome) for flip in found.flips}


@both
@pytest.mark.parametrize(
    "path, changes",
    [
        (
            "treatment.practitioner.providerNumber",
            {"treatment__type": "psychologist", "treatment__practitioner__providerNumber": None},
        ),
        ("treatment.practitioner.providerNumber", {"treatment__practitioner__providerNumber": None}),
        ("evidence.subsidy", {"evidence__subsidy": None}),
        ("treatment.cost", {"treatment__cost": None}),
        ("evidence.otherInsurerPays", {"evidence__otherInsurer": "limits"}),
    ],
)
def test_an_amount_names_the_facts_that_it_hangs_on(
    product: str, path: str, changes: dict[str, object]
) -> None:
    found = answer(product, **{"treatment__inNetwork": False, **changes})

    assert (found.outcome, payable(found)) == ("covered", None)
    assert found.amount_hangs_on == (path,)


@pytest.mark.parametrize("treatment", ["home-nurse", "home-help"])
def test_the_amount_of_help_at_home_hangs_on_its_hours(treatment: str) -> None:
    asked = {
        "treatment__type": treatment,
        "treatment__sessions": None,
        "evidence__directlyAfterCoveredStay": True,
    }
    unknown, known = answer("SF1706", **asked), answer("SF1706", **asked, treatment__hours=24)

    assert (payable(unknown), unknown.amount_hangs_on) == (None, ("treatment.hours",))
    assert (payable(known), known.amount_hangs_on) == ("200.00", ())


def test_fertility_has_a_rule_of_its_own() -> None:
    fertility = effects(decided(condition__category="fertility"))
    pregnancy = effects(decided(condition__category="pregnancy"))

    assert ("R-619g" in fertility, "R-619e" in fertility) == (True, False)
    assert ("R-619g" in pregnancy, "R-619e" in pregnancy) == (False, True)


@both
@pytest.mark.parametrize("helps, outcome", [(None, "refer"), (True, "refer"), (False, "not-covered")])
def test_transferred_seniority_and_a_chronic_illness_is_for_a_person(
    product: str, helps: bool | None, outcome: str
) -> None:
    """With seniority that helps, 7.1 itself judges the three months after the diagnosis."""
    parameters = {} if helps is None else {"seniorityHelpsChronic": helps}
    cover = {
        "enrolled_on": date(2026, 11, 1),
        "seniority_from": date(2024, 1, 1),
        "parameters": parameters,
    }
    asked = {"treatment__type": "specialist-treatment", "condition__chronic": True}

    assert answer(product, cover, **asked).outcome == outcome


@both
def test_a_treatment_before_the_first_day_is_covered_from_the_first_day_on(product: str) -> None:
    found = answer(product, {"enrolled_on": date(2026, 12, 2), "seniority_from": date(2024, 1, 1)})

    assert (found.outcome, found.covered_from) == ("not-covered", date(2026, 12, 2))
