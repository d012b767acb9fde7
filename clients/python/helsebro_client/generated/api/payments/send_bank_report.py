from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.report_received import ReportReceived
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/bank-reports",
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/xml"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ReportReceived | None:
    if response.status_code == 202:
        response_202 = ReportReceived.from_dict(response.json())

        return response_202

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
) -> Response[Problem | ReportReceived]:
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
    idempotency_key: str,
) -> Response[Problem | ReportReceived]:
    """Receives a file from the payer's bank: a status report (pain.002), a statement or a notification

     Receives a file from the payer's bank: a status report (pain.002), a statement or a notification.

    It is read at once, and refused with every fault; what it says is booked after the answer. The same
    file
    sent again is the same report, with the state `repeated`: nothing is booked twice.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (File): An ISO 20022 message of the payer's bank: a status report (pain.002), a
            statement (camt.053) or a notification of debits and credits (camt.054).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReportReceived]
    """

    kwargs = _get_kwargs(
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
    *,
    client: AuthenticatedClient,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Problem | ReportReceived | None:
    """Receives a file from the payer's bank: a status report (pain.002), a statement or a notification

     Receives a file from the payer's bank: a status report (pain.002), a statement or a notification.

    It is read at once, and refused with every fault; what it says is booked after the answer. The same
    file
    sent again is the same report, with the state `repeated`: nothing is booked twice.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (File): An ISO 20022 message of the payer's bank: a status report (pain.002), a
            statement (camt.053) or a notification of debits and credits (camt.054).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReportReceived
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[Problem | ReportReceived]:
    """Receives a file from the payer's bank: a status report (pain.002), a statement or a notification

     Receives a file from the payer's bank: a status report (pain.002), a statement or a notification.

    It is read at once, and refused with every fault; what it says is booked after the answer. The same
    file
    sent again is the same report, with the state `repeated`: nothing is booked twice.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (File): An ISO 20022 message of the payer's bank: a status report (pain.002), a
            statement (camt.053) or a notification of debits and credits (camt.054).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReportReceived]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: File,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Problem | ReportReceived | None:
    """Receives a file from the payer's bank: a status report (pain.002), a statement or a notification

     Receives a file from the payer's bank: a status report (pain.002), a statement or a notification.

    It is read at once, and refused with every fault; what it says is booked after the answer. The same
    file
    sent again is the same report, with the state `repeated`: nothing is booked twice.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: finance.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (File): An ISO 20022 message of the payer's bank: a status report (pain.002), a
            statement (camt.053) or a notification of debits and credits (camt.054).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReportReceived
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
