from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_refund import NewRefund
from ...models.problem import Problem
from ...models.requested_refund import RequestedRefund
from ...types import UNSET, Response, Unset


def _get_kwargs(
    claim_id: str,
    *,
    body: NewRefund,
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
        "url": "/v1/claims/{claim_id}/refunds".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RequestedRefund | None:
    if response.status_code == 202:
        response_202 = RequestedRefund.from_dict(response.json())

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
) -> Response[Problem | RequestedRefund]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewRefund,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[Problem | RequestedRefund]:
    """Asks to have bills paid back that the member has paid

     Asks to have bills paid back that the member has paid.

    Each bill must be an accepted document of the case. Finance then decides each treatment. It is paid
    to the
    account that who asks has confirmed, with `payTo` or before. Every fault is returned at once.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewRefund): A request to have bills paid back that the member has paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RequestedRefund]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
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
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewRefund,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Problem | RequestedRefund | None:
    """Asks to have bills paid back that the member has paid

     Asks to have bills paid back that the member has paid.

    Each bill must be an accepted document of the case. Finance then decides each treatment. It is paid
    to the
    account that who asks has confirmed, with `payTo` or before. Every fault is returned at once.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewRefund): A request to have bills paid back that the member has paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RequestedRefund
    """

    return sync_detailed(
        claim_id=claim_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewRefund,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Response[Problem | RequestedRefund]:
    """Asks to have bills paid back that the member has paid

     Asks to have bills paid back that the member has paid.

    Each bill must be an accepted document of the case. Finance then decides each treatment. It is paid
    to the
    account that who asks has confirmed, with `payTo` or before. Every fault is returned at once.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewRefund): A request to have bills paid back that the member has paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RequestedRefund]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    body: NewRefund,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str,
) -> Problem | RequestedRefund | None:
    """Asks to have bills paid back that the member has paid

     Asks to have bills paid back that the member has paid.

    Each bill must be an accepted document of the case. Finance then decides each treatment. It is paid
    to the
    account that who asks has confirmed, with `payTo` or before. Every fault is returned at once.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str):
        body (NewRefund): A request to have bills paid back that the member has paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RequestedRefund
    """

    return (
        await asyncio_detailed(
            claim_id=claim_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
