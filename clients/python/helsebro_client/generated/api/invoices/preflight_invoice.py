from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.preflight import Preflight
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File,
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
        "method": "post",
        "url": "/v1/invoices/preflight",
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/xml"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Preflight | Problem | None:
    if response.status_code == 200:
        response_200 = Preflight.from_dict(response.json())

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
) -> Response[Preflight | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[Preflight | Problem]:
    """Checks an invoice before it is sent, without effect

     Checks an invoice before it is sent, without effect.

    It is checked by the same rules as a sent invoice, with what is known about the clinic's bookings
    now.
    A clinic that goes on sending numbers of persons for a guarantee is answered `429` until the next
    day.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):
        body (File): A UBL 2.1 invoice or credit note, Peppol BIS Billing 3.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Preflight | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
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
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Preflight | Problem | None:
    """Checks an invoice before it is sent, without effect

     Checks an invoice before it is sent, without effect.

    It is checked by the same rules as a sent invoice, with what is known about the clinic's bookings
    now.
    A clinic that goes on sending numbers of persons for a guarantee is answered `429` until the next
    day.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):
        body (File): A UBL 2.1 invoice or credit note, Peppol BIS Billing 3.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Preflight | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[Preflight | Problem]:
    """Checks an invoice before it is sent, without effect

     Checks an invoice before it is sent, without effect.

    It is checked by the same rules as a sent invoice, with what is known about the clinic's bookings
    now.
    A clinic that goes on sending numbers of persons for a guarantee is answered `429` until the next
    day.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):
        body (File): A UBL 2.1 invoice or credit note, Peppol BIS Billing 3.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Preflight | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Preflight | Problem | None:
    """Checks an invoice before it is sent, without effect

     Checks an invoice before it is sent, without effect.

    It is checked by the same rules as a sent invoice, with what is known about the clinic's bookings
    now.
    A clinic that goes on sending numbers of persons for a guarantee is answered `429` until the next
    day.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):
        body (File): A UBL 2.1 invoice or credit note, Peppol BIS Billing 3.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Preflight | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            helsebro_clinic=helsebro_clinic,
        )
    ).parsed
