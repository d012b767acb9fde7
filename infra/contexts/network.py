"""Network: clinics, their practitioners, and the slots of these."""

from __future__ import annotations

from aws_cdk import Duration

from helsebro.network.search_row import CHANGED_BY
from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """Members and clinics call the first three functions."""
    clinics = parts.function("clinics")
    grants.identify_members(parts, clinics)
    grants.identify_clinics(parts, clinics)
    grants.clinics(parts, clinics, "get", "query")
    # How the own calendars of its practitioners are read.
    grants.practitioners(parts, clinics, "get-many")
    grants.items(parts, clinics, parts.tables.network, "list")

    team = parts.function("clinic_practitioners")
    grants.identify_members(parts, team)
    grants.identify_clinics(parts, team)
    grants.practitioners(parts, team, "get", "get-many", "put", "query", "update")
    # A new practitioner's authorisation may have been denied elsewhere.
    grants.denials(parts, team, "get", "check")
    grants.clinics(parts, team, "get", "put", "update", "delete")
    grants.items(parts, team, parts.tables.network, "list")
    grants.store_events(parts, team)

    payees = parts.function("payees")
    grants.identify_members(parts, payees)
    grants.identify_clinic_users(parts, payees)
    grants.clinics(parts, payees, "get", "update")
    grants.payees(parts, payees, "get", "query", "put", "check")
    grants.store_events(parts, payees)
    grants.keep_answers(parts, payees)

    practitioners = parts.function("practitioners")
    grants.identify_members(parts, practitioners)
    grants.practitioners(parts, practitioners, "get", "get-many")
    grants.clinics(parts, practitioners, "get")
    grants.items(parts, practitioners, parts.tables.network, "query", "list")
    # A search for a guarantee.
    grants.items(parts, practitioners, parts.tables.cases, "get-many")
    grants.custody(parts, practitioners, "get")

    refresh = parts.function("refresh_search_rows", timeout=Duration.seconds(30))
    consumers.of_events(parts, refresh, CHANGED_BY)
    renew = parts.function("renew_search_rows", timeout=Duration.minutes(5))
    consumers.every(parts, renew, consumers.EVERY_QUARTER)
    for function in (refresh, renew):
        grants.practitioners(parts, function, "get", "query", "update")
        grants.clinics(parts, function, "get")
        grants.items(parts, function, parts.tables.network, "get-many", "list", "put", "delete")
