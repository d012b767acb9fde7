from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.payee import Payee
from ...models.problem import Problem
from ...models.rejected_payee import RejectedPayee
from ...types import UNSET, Response, Unset


def _get_kwargs(
    clinic_id: str,
    payee_id: str,
    *,
    body: RejectedPayee | Unset = UNSET,
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
        "url": "/v1/clinics/{clinic_id}/payees/{payee_id}/reject".format(
            clinic_id=quote(str(clinic_id), safe=""),
            payee_id=quote(str(payee_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Payee | Problem | None:
    if response.status_code == 200:
        response_200 = Payee.from_dict(response.json())

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
) -> Response[Payee | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    clinic_id: str,
    payee_id: str,
    *,
    client: AuthenticatedClient,
    body: RejectedPayee | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Payee | Problem]:
    """Turns down an account before it counts, also one that is approved

     Turns down an account before it counts, also one that is approved.

    Say why: the clinic reads the `reason` in the list of its accounts.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: network.

    Args:
        clinic_id (str):
        payee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (RejectedPayee | Unset): Why an account is turned down; the body may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Payee | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        payee_id=payee_id,
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
    clinic_id: str,
    payee_id: str,
    *,
    client: AuthenticatedClient,
    body: RejectedPayee | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Payee | Problem | None:
    """Turns down an account before it counts, also one that is approved

     Turns down an account before it counts, also one that is approved.

    Say why: the clinic reads the `reason` in the list of its accounts.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: network.

    Args:
        clinic_id (str):
        payee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (RejectedPayee | Unset): Why an account is turned down; the body may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Payee | Problem
    """

    return sync_detailed(
        clinic_id=clinic_id,
        payee_id=payee_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    clinic_id: str,
    payee_id: str,
    *,
    client: AuthenticatedClient,
    body: RejectedPayee | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Payee | Problem]:
    """Turns down an account before it counts, also one that is approved

     Turns down an account before it counts, also one that is approved.

    Say why: the clinic reads the `reason` in the list of its accounts.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: network.

    Args:
        clinic_id (str):
        payee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (RejectedPayee | Unset): Why an account is turned down; the body may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Payee | Problem]
    """

    kwargs = _get_kwargs(
        clinic_id=clinic_id,
        payee_id=payee_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    clinic_id: str,
    payee_id: str,
    *,
    client: AuthenticatedClient,
    body: RejectedPayee | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Payee | Problem | None:
    """Turns down an account before it counts, also one that is approved

     Turns down an account before it counts, also one that is approved.

    Say why: the clinic reads the `reason` in the list of its accounts.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: network.

    Args:
        clinic_id (str):
        payee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        body (RejectedPayee | Unset): Why an account is turned down; the body may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Payee | Problem
    """

    return (
        await asyncio_detailed(
            clinic_id=clinic_id,
            payee_id=payee_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
