"""Invoices: what clinics send to be paid, received and stored as it is, and validated from the queue."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers

AREA = Area.MONEY

XML_MEMORY = 1769
"""One whole processor: to compile and run the official rules is all computing."""


def add_functions(parts: Parts) -> None:
    """Validation needs the XML tools and a whole processor; receiving needs neither."""
    tables = parts.tables

    invoices = parts.function("invoices")
    grants.identify_clinics(parts, invoices)
    grants.read(parts, invoices, tables.money)
    grants.commit(parts, invoices, tables.money)
    grants.put_objects(parts, invoices, parts.buckets.invoices)

    preflight = parts.function("preflight_invoice", "xml", timeout=Duration.seconds(29), memory=XML_MEMORY)
    grants.identify_clinics(parts, preflight)
    grants.read(parts, preflight, tables.money, tables.cases, tables.people, tables.network)

    validate = parts.function("validate_invoice", "xml", timeout=Duration.seconds(60), memory=XML_MEMORY)
    grants.read(parts, validate, tables.money, tables.cases, tables.people, tables.network)
    grants.commit(parts, validate, tables.money, tables.cases)
    grants.update_benefits(parts, validate)
    grants.get_objects(parts, validate, parts.buckets.invoices)
    consumers.of_events(parts, validate, ["invoice.received"], name="invoices", receives=5)
