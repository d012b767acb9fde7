"""Bookings: a slot taken under a guarantee."""

from __future__ import annotations

from aws_cdk import Duration

from helsebro.bookings.waitlist.occasions import OCCASIONS
from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions
from infra.platform.protection import encrypted_fields

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """``bookings`` decrypts a CPR number for the system of the clinic that treats (F2-08)."""
    cases, people, network = parts.tables.cases, parts.tables.people, parts.tables.network

    bookings = parts.function("bookings")
    grants.identify_members(parts, bookings)
    grants.identify_clinics(parts, bookings)
    grants.items(parts, bookings, cases, "get", "get-many", "query", "list", "put", "update", "check")
    grants.items(parts, bookings, people, "get", "get-many", "query")
    grants.payers(parts, bookings, "get")
    grants.items(parts, bookings, network, "get-many", "list", "update", "check")
    grants.clinics(parts, bookings, "check", "get-many")
    grants.read_clinic_details(parts, bookings)
    grants.money(parts, bookings, partitions.MONEY_LEDGERS, "put")
    grants.store_events(parts, bookings)
    grants.keep_answers(parts, bookings)
    grants.decrypt_field(parts, bookings, encrypted_fields.NUMBER)
    _add_series(parts)
    _add_calendar_feeds(parts)
    _add_waitlist(parts)
    _add_addresses(parts)
    _add_revoked(parts)


def _add_series(parts: Parts) -> None:
    """``series`` books several sessions in one commit; it reads no data of a person."""
    series = parts.function("series")
    grants.identify_members(parts, series)
    grants.items(parts, series, parts.tables.cases, "get-many", "put", "update")
    grants.custody(parts, series, "get")
    grants.items(parts, series, parts.tables.network, "get-many", "list", "update")
    grants.clinics(parts, series, "check")
    grants.read_clinic_details(parts, series)
    grants.money(parts, series, partitions.MONEY_LEDGERS, "put")
    grants.store_events(parts, series)
    grants.keep_answers(parts, series)


def _add_calendar_feeds(parts: Parts) -> None:
    """``calendar_feeds`` reads bookings and addresses; it writes only the feeds of people.

    ``practitioner_feeds`` writes those of practitioners, for their clinic.
    """
    feeds = parts.function("calendar_feeds")
    grants.identify_members(parts, feeds)
    grants.items(parts, feeds, parts.tables.cases, "get-many", "list")
    grants.custody(parts, feeds, "get")
    grants.items(parts, feeds, parts.tables.people, "get", "query", "put", "delete")
    grants.practitioners(parts, feeds, "get", "get-many")
    grants.clinics(parts, feeds, "get-many")
    # The feed of a practitioner: the booked slots, and whether who made it still has a role there.
    grants.items(parts, feeds, parts.tables.network, "list")
    grants.identify_clinic_users(parts, feeds)
    grants.store_events(parts, feeds)
    grants.keep_answers(parts, feeds)
    grants.encrypt_field(parts, feeds, encrypted_fields.SHOWN_FEED)
    grants.decrypt_field(parts, feeds, encrypted_fields.SHOWN_FEED)

    own = parts.function("practitioner_feeds")
    grants.identify_members(parts, own)
    grants.identify_clinics(parts, own)
    grants.clinics(parts, own, "get")
    grants.practitioners(parts, own, "get")
    grants.items(parts, own, parts.tables.people, "get", "put", "delete")
    grants.store_events(parts, own)
    grants.keep_answers(parts, own)
    grants.encrypt_field(parts, own, encrypted_fields.SHOWN_FEED)
    grants.decrypt_field(parts, own, encrypted_fields.SHOWN_FEED)


def _add_waitlist(parts: Parts) -> None:
    """``keep_waitlist`` offers slots that become free to the members who wait."""
    cases, people, network = parts.tables.cases, parts.tables.people, parts.tables.network

    waitlist = parts.function("waitlist")
    grants.identify_members(parts, waitlist)
    grants.items(parts, waitlist, cases, "get", "get-many", "list", "put", "update", "check")
    grants.items(parts, waitlist, people, "get-many", "query")
    grants.items(parts, waitlist, network, "get", "get-many", "list", "update")
    grants.clinics(parts, waitlist, "check", "get-many")
    grants.read_clinic_details(parts, waitlist)
    grants.money(parts, waitlist, partitions.MONEY_LEDGERS, "put")
    grants.store_events(parts, waitlist)
    grants.keep_answers(parts, waitlist)

    keep = parts.function("keep_waitlist", timeout=Duration.seconds(30))
    grants.items(parts, keep, cases, "get", "get-many", "query", "list", "put", "update", "check")
    grants.items(parts, keep, network, "get", "get-many", "list", "update", "check")
    grants.clinics(parts, keep, "check")
    grants.read_clinic_details(parts, keep)
    grants.store_events(parts, keep)
    consumers.of_events(parts, keep, OCCASIONS)


def _add_addresses(parts: Parts) -> None:
    """``follow_addresses`` stores on bookings where their sessions are after a clinic has moved."""
    follow = parts.function("follow_addresses", timeout=Duration.minutes(1))
    grants.practitioners(parts, follow, "get", "query")
    grants.items(parts, follow, parts.tables.cases, "get", "update")
    grants.store_events(parts, follow)
    consumers.of_events(parts, follow, ["practitioner.moved"], batch=1)


def _add_revoked(parts: Parts) -> None:
    """``cancel_revoked`` cancels the coming sessions of a guarantee that was revoked."""
    revoked = parts.function("cancel_revoked", timeout=Duration.minutes(1))
    grants.items(parts, revoked, parts.tables.cases, "get", "get-many", "query", "update")
    grants.practitioners(parts, revoked, "update")
    grants.money(parts, revoked, partitions.MONEY_LEDGERS, "put")
    grants.store_events(parts, revoked)
    consumers.of_events(parts, revoked, ["guarantee.revoked"], batch=1)
