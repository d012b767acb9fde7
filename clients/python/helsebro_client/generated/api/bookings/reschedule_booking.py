from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.booking import Booking
from ...models.problem import Problem
from ...models.reschedule import Reschedule
from ...types import UNSET, Response, Unset


def _get_kwargs(
    booking_id: str,
    *,
    body: Reschedule,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/bookings/{booking_id}/reschedule".format(
            booking_id=quote(str(booking_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Booking | Problem | None:
    if response.status_code == 200:
        response_200 = Booking.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Booking | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    body: Reschedule,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Booking | Problem]:
    """Moves a booking to another slot of the same practitioner

     Moves a booking to another slot of the same practitioner.

    The old slot is free again at once. When the new slot is taken nothing changes, and `nextSlots` in
    the
    problem are free. A move after `lateFrom` of the old time is late: the member pays the clinic for
    it, and
    `memberPays` says how much. Without the consents that a booking needs nothing moves: the session
    stays, or is cancelled.

    Who: caseworker, member.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (Reschedule): The slot to move a booking to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Booking | Problem]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    body: Reschedule,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Booking | Problem | None:
    """Moves a booking to another slot of the same practitioner

     Moves a booking to another slot of the same practitioner.

    The old slot is free again at once. When the new slot is taken nothing changes, and `nextSlots` in
    the
    problem are free. A move after `lateFrom` of the old time is late: the member pays the clinic for
    it, and
    `memberPays` says how much. Without the consents that a booking needs nothing moves: the session
    stays, or is cancelled.

    Who: caseworker, member.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (Reschedule): The slot to move a booking to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Booking | Problem
    """

    return sync_detailed(
        booking_id=booking_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    body: Reschedule,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Booking | Problem]:
    """Moves a booking to another slot of the same practitioner

     Moves a booking to another slot of the same practitioner.

    The old slot is free again at once. When the new slot is taken nothing changes, and `nextSlots` in
    the
    problem are free. A move after `lateFrom` of the old time is late: the member pays the clinic for
    it, and
    `memberPays` says how much. Without the consents that a booking needs nothing moves: the session
    stays, or is cancelled.

    Who: caseworker, member.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (Reschedule): The slot to move a booking to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Booking | Problem]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    body: Reschedule,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Booking | Problem | None:
    """Moves a booking to another slot of the same practitioner

     Moves a booking to another slot of the same practitioner.

    The old slot is free again at once. When the new slot is taken nothing changes, and `nextSlots` in
    the
    problem are free. A move after `lateFrom` of the old time is late: the member pays the clinic for
    it, and
    `memberPays` says how much. Without the consents that a booking needs nothing moves: the session
    stays, or is cancelled.

    Who: caseworker, member.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (Reschedule): The slot to move a booking to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Booking | Problem
    """

    return (
        await asyncio_detailed(
            booking_id=booking_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
