"""The keys of webhook endpoints and deliveries in the ``network`` table."""

from __future__ import annotations

from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import Key

ENDPOINTS = "ENDPOINT#"


def endpoint_key(clinic_id: ClinicId, endpoint_id: str) -> Key:
    """Returns the key of an endpoint of a clinic."""
    return clinic_id, f"{ENDPOINTS}{endpoint_id}"


def endpoint_count_key(clinic_id: ClinicId) -> Key:
    """Returns the key of the item that counts a clinic's endpoints."""
    return clinic_id, "ENDPOINTS"


def deliveries_partition(clinic_id: ClinicId) -> str:
    """Returns the partition of a clinic's deliveries, sorted by the time of their events."""
    return f"{clinic_id}#deliveries"


def delivery_key(clinic_id: ClinicId, delivery_id: str) -> Key:
    """Returns the key of a delivery."""
    return deliveries_partition(clinic_id), delivery_id
