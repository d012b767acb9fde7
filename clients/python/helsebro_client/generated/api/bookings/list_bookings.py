from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.booking_page import BookingPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    person_id: str | Unset = UNSET,
    to_invoice: bool | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
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

    params: dict[str, Any] = {}

    params["personId"] = person_id

    params["toInvoice"] = to_invoice

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/bookings",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BookingPage | Problem | None:
    if response.status_code == 200:
        response_200 = BookingPage.from_dict(response.json())

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
) -> Response[BookingPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    to_invoice: bool | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[BookingPage | Problem]:
    """Lists a person's bookings, latest first at each payer

     Lists a person's bookings, latest first at each payer.

    A clinic sees only bookings at the clinic, and a practitioner of it the own ones. Without a person
    it sees
    all of them, and staff see all of their payer, last booked first. With `toInvoice` it
    lists the held sessions that no accepted invoice contains, so that a clinic can invoice each session
    after
    it was held. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        person_id (str | Unset):
        to_invoice (bool | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookingPage | Problem]
    """

    kwargs = _get_kwargs(
        person_id=person_id,
        to_invoice=to_invoice,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    to_invoice: bool | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> BookingPage | Problem | None:
    """Lists a person's bookings, latest first at each payer

     Lists a person's bookings, latest first at each payer.

    A clinic sees only bookings at the clinic, and a practitioner of it the own ones. Without a person
    it sees
    all of them, and staff see all of their payer, last booked first. With `toInvoice` it
    lists the held sessions that no accepted invoice contains, so that a clinic can invoice each session
    after
    it was held. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        person_id (str | Unset):
        to_invoice (bool | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookingPage | Problem
    """

    return sync_detailed(
        client=client,
        person_id=person_id,
        to_invoice=to_invoice,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    to_invoice: bool | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[BookingPage | Problem]:
    """Lists a person's bookings, latest first at each payer

     Lists a person's bookings, latest first at each payer.

    A clinic sees only bookings at the clinic, and a practitioner of it the own ones. Without a person
    it sees
    all of them, and staff see all of their payer, last booked first. With `toInvoice` it
    lists the held sessions that no accepted invoice contains, so that a clinic can invoice each session
    after
    it was held. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        person_id (str | Unset):
        to_invoice (bool | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookingPage | Problem]
    """

    kwargs = _get_kwargs(
        person_id=person_id,
        to_invoice=to_invoice,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    to_invoice: bool | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> BookingPage | Problem | None:
    """Lists a person's bookings, latest first at each payer

     Lists a person's bookings, latest first at each payer.

    A clinic sees only bookings at the clinic, and a practitioner of it the own ones. Without a person
    it sees
    all of them, and staff see all of their payer, last booked first. With `toInvoice` it
    lists the held sessions that no accepted invoice contains, so that a clinic can invoice each session
    after
    it was held. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, clinic-system, clinic-user, member, quality.

    Args:
        person_id (str | Unset):
        to_invoice (bool | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookingPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            person_id=person_id,
            to_invoice=to_invoice,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            helsebro_clinic=helsebro_clinic,
        )
    ).parsed
