from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_sampling import NewSampling
from ...models.problem import Problem
from ...models.sampling import Sampling
from ...types import UNSET, Response, Unset


def _get_kwargs(
    payer: str,
    *,
    body: NewSampling,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/payers/{payer}/second-looks".format(
            payer=quote(str(payer), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | Sampling | None:
    if response.status_code == 200:
        response_200 = Sampling.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 428:
        response_428 = Problem.from_dict(response.json())

        return response_428

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
) -> Response[Problem | Sampling]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewSampling,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str,
) -> Response[Problem | Sampling]:
    """Sets how many decisions are drawn for a second look, from the next decision on

     Sets how many decisions are drawn for a second look, from the next decision on.

    Of all decisions on claims, or of those that a rule bears on. A drawn decision is a task in the
    queue
    `second-looks`, from its own commit on. Which are drawn follows from their ids: no one can choose
    it. A
    payer who has set nothing yet has version 1.

    Who: quality.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str):
        body (NewSampling): How many decisions are looked at a second time.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Sampling]
    """

    kwargs = _get_kwargs(
        payer=payer,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewSampling,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str,
) -> Problem | Sampling | None:
    """Sets how many decisions are drawn for a second look, from the next decision on

     Sets how many decisions are drawn for a second look, from the next decision on.

    Of all decisions on claims, or of those that a rule bears on. A drawn decision is a task in the
    queue
    `second-looks`, from its own commit on. Which are drawn follows from their ids: no one can choose
    it. A
    payer who has set nothing yet has version 1.

    Who: quality.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str):
        body (NewSampling): How many decisions are looked at a second time.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Sampling
    """

    return sync_detailed(
        payer=payer,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewSampling,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str,
) -> Response[Problem | Sampling]:
    """Sets how many decisions are drawn for a second look, from the next decision on

     Sets how many decisions are drawn for a second look, from the next decision on.

    Of all decisions on claims, or of those that a rule bears on. A drawn decision is a task in the
    queue
    `second-looks`, from its own commit on. Which are drawn follows from their ids: no one can choose
    it. A
    payer who has set nothing yet has version 1.

    Who: quality.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str):
        body (NewSampling): How many decisions are looked at a second time.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Sampling]
    """

    kwargs = _get_kwargs(
        payer=payer,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewSampling,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_match: str,
) -> Problem | Sampling | None:
    """Sets how many decisions are drawn for a second look, from the next decision on

     Sets how many decisions are drawn for a second look, from the next decision on.

    Of all decisions on claims, or of those that a rule bears on. A drawn decision is a task in the
    queue
    `second-looks`, from its own commit on. Which are drawn follows from their ids: no one can choose
    it. A
    payer who has set nothing yet has version 1.

    Who: quality.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_match (str):
        body (NewSampling): How many decisions are looked at a second time.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Sampling
    """

    return (
        await asyncio_detailed(
            payer=payer,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            if_match=if_match,
        )
    ).parsed
