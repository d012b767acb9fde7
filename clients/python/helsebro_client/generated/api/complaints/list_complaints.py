from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.complaint_page import ComplaintPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    claim_id: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/claims/{claim_id}/complaints".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComplaintPage | Problem | None:
    if response.status_code == 200:
        response_200 = ComplaintPage.from_dict(response.json())

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
) -> Response[ComplaintPage | Problem]:
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
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ComplaintPage | Problem]:
    """Lists the complaints of a case with their answers, oldest first; all are on one page

     Lists the complaints of a case with their answers, oldest first; all are on one page.

    Who: caseworker, member, quality.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComplaintPage | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ComplaintPage | Problem | None:
    """Lists the complaints of a case with their answers, oldest first; all are on one page

     Lists the complaints of a case with their answers, oldest first; all are on one page.

    Who: caseworker, member, quality.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComplaintPage | Problem
    """

    return sync_detailed(
        claim_id=claim_id,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ComplaintPage | Problem]:
    """Lists the complaints of a case with their answers, oldest first; all are on one page

     Lists the complaints of a case with their answers, oldest first; all are on one page.

    Who: caseworker, member, quality.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComplaintPage | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ComplaintPage | Problem | None:
    """Lists the complaints of a case with their answers, oldest first; all are on one page

     Lists the complaints of a case with their answers, oldest first; all are on one page.

    Who: caseworker, member, quality.

    Args:
        claim_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComplaintPage | Problem
    """

    return (
        await asyncio_detailed(
            claim_id=claim_id,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
