import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.decision_figures import DecisionFigures
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/insights/decisions",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DecisionFigures | Problem | None:
    if response.status_code == 200:
        response_200 = DecisionFigures.from_dict(response.json())

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

    if response.status_code == 406:
        response_406 = Problem.from_dict(response.json())

        return response_406

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
) -> Response[DecisionFigures | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[DecisionFigures | Problem]:
    """Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group

     Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group.

    They are of whole weeks, from the week of `from` to that of `to`; by default of the last twelve. A
    count
    of 1 to 4 is hidden (null), and so is what it could be computed from. `Accept` chooses JSON, a sheet
    (`text/csv`) or a chart (`image/svg+xml`).

    Who: caseworker, quality.

    Args:
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DecisionFigures | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> DecisionFigures | Problem | None:
    """Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group

     Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group.

    They are of whole weeks, from the week of `from` to that of `to`; by default of the last twelve. A
    count
    of 1 to 4 is hidden (null), and so is what it could be computed from. `Accept` chooses JSON, a sheet
    (`text/csv`) or a chart (`image/svg+xml`).

    Who: caseworker, quality.

    Args:
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DecisionFigures | Problem
    """

    return sync_detailed(
        client=client,
        from_=from_,
        to=to,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[DecisionFigures | Problem]:
    """Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group

     Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group.

    They are of whole weeks, from the week of `from` to that of `to`; by default of the last twelve. A
    count
    of 1 to 4 is hidden (null), and so is what it could be computed from. `Accept` chooses JSON, a sheet
    (`text/csv`) or a chart (`image/svg+xml`).

    Who: caseworker, quality.

    Args:
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DecisionFigures | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> DecisionFigures | Problem | None:
    """Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group

     Returns how many decisions on claims were approvals, denials and overturned, by clause, product,
    group.

    They are of whole weeks, from the week of `from` to that of `to`; by default of the last twelve. A
    count
    of 1 to 4 is hidden (null), and so is what it could be computed from. `Accept` chooses JSON, a sheet
    (`text/csv`) or a chart (`image/svg+xml`).

    Who: caseworker, quality.

    Args:
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DecisionFigures | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            from_=from_,
            to=to,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
