from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.booking_details import BookingDetails
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    booking_id: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(helsebro_clinic, Unset):
        headers["helsebro-clinic"] = helsebro_clinic

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/bookings/{booking_id}".format(
            booking_id=quote(str(booking_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BookingDetails | Problem | None:
    if response.status_code == 200:
        response_200 = BookingDetails.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[BookingDetails | Problem]:
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
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[BookingDetails | Problem]:
    """Returns a booking

     Returns a booking.

    The member and staff get where it is, with whom, and the clinic's phone number, and what the member
    pays.
    A clinic also gets what it needs to treat and to be paid. Without a consent in force,
    client and problem are left out. So they are when every session of the course is cancelled, and
    after the
    years that the clinic must keep its journal.

    Needs a login of at most 5 minutes of a clinic-user: the `auth_time` of the token says when it was.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookingDetails | Problem]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> BookingDetails | Problem | None:
    """Returns a booking

     Returns a booking.

    The member and staff get where it is, with whom, and the clinic's phone number, and what the member
    pays.
    A clinic also gets what it needs to treat and to be paid. Without a consent in force,
    client and problem are left out. So they are when every session of the course is cancelled, and
    after the
    years that the clinic must keep its journal.

    Needs a login of at most 5 minutes of a clinic-user: the `auth_time` of the token says when it was.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookingDetails | Problem
    """

    return sync_detailed(
        booking_id=booking_id,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    ).parsed


async def asyncio_detailed(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[BookingDetails | Problem]:
    """Returns a booking

     Returns a booking.

    The member and staff get where it is, with whom, and the clinic's phone number, and what the member
    pays.
    A clinic also gets what it needs to treat and to be paid. Without a consent in force,
    client and problem are left out. So they are when every session of the course is cancelled, and
    after the
    years that the clinic must keep its journal.

    Needs a login of at most 5 minutes of a clinic-user: the `auth_time` of the token says when it was.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookingDetails | Problem]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    booking_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> BookingDetails | Problem | None:
    """Returns a booking

     Returns a booking.

    The member and staff get where it is, with whom, and the clinic's phone number, and what the member
    pays.
    A clinic also gets what it needs to treat and to be paid. Without a consent in force,
    client and problem are left out. So they are when every session of the course is cancelled, and
    after the
    years that the clinic must keep its journal.

    Needs a login of at most 5 minutes of a clinic-user: the `auth_time` of the token says when it was.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        booking_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookingDetails | Problem
    """

    return (
        await asyncio_detailed(
            booking_id=booking_id,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            helsebro_clinic=helsebro_clinic,
        )
    ).parsed
