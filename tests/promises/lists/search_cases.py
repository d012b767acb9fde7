"""The search for practitioners, among many who do not match and beside full calendars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner
from helsebro.network.search_row import SearchRow
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.dynamo_search_rows import rows_of
from tests.builders.network import refresh_search, set_practitioner, soon
from tests.promises.lists.list_cases import ListCase, booked_slots
from tests.promises.lists.rows import Row
from tests.promises.lists.stage import ListStage, get

PATH = "/v1/practitioners"
NEAR = Address("Nørregade 1", "1165", "København", "DK")


def others(stage: ListStage, count: int, **changes: object) -> Iterator[Row]:
    """Yields the rows of other practitioners in the same postcode."""
    known = DynamoPractitioners().find(stage.practitioner_id)
    for number in range(count):
        other: Practitioner = replace(known, practitioner_id=f"prc_{number:016}", **changes)  # type: ignore[arg-type]
        for item in rows_of(SearchRow(other, "Klinik Nord")).values():
            yield "network", item


def with_problem(stage: ListStage) -> str:
    """Stores a practitioner who treats the problem that is searched for."""
    answer = set_practitioner(stage.clinic_id, "match", problems=["grief"])
    refresh_search()
    return str(answer.body["practitionerId"])


def with_free_slot(stage: ListStage) -> str:
    """Stores a free slot after all that are booked."""
    slot_id = stage.clinic.free_slot(starts_at=soon(24 * 200))
    refresh_search()
    return slot_id


SEARCH_CASES = (
    ListCase(
        PATH,
        lambda _: get(f"{PATH}?treatment=physiotherapy&postcode=1165&problem=grief"),
        lambda stage, count: others(stage, count, problems=("stress",)),
        with_problem,
        by_key=False,
    ),
    ListCase(
        PATH,
        lambda _: get(f"{PATH}?treatment=physiotherapy&postcode=1165&problem=grief"),
        lambda stage, count: others(stage, count, treatments=("acupuncture",)),
        with_problem,
    ),
    ListCase(
        PATH,
        lambda _: get(f"{PATH}?treatment=physiotherapy"),
        lambda stage, count: others(stage, count, address=replace(NEAR, country="NO")),
        with_free_slot,
    ),
    ListCase(PATH, lambda _: get(f"{PATH}?postcode=1165"), booked_slots, with_free_slot),
)
