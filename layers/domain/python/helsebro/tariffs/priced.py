"""What has a price: the professions, and the services of each that a tariff may set."""

from __future__ import annotations

from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.errors import NotFound
from helsebro.tariffs.fee import KILOMETRE, SERVICES, is_priced


class UnknownTariff(NotFound):
    """No tariff can have this profession, or this service of it."""

    code = "unknown-tariff"


def must_be_priced(profession: str, service: str) -> None:
    """Raises ``UnknownTariff`` with what there is, unless a tariff may have this service."""
    if profession not in TREATMENTS or not is_priced(profession, service):
        professions, services = ", ".join(sorted(TREATMENTS)), ", ".join(SERVICES)
        raise UnknownTariff(professions=professions, services=services, kilometre=KILOMETRE)
