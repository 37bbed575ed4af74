"""What an address asks of the registry: words, an order, and values of facets by their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Query

from contract_registry.core.disclosure.searching.hit import place_in
from contract_registry.core.disclosure.searching.question import LANGUAGES, LONGEST, Asked, Facet, Sort
from contract_registry.errors import WrongUsage

Value = Annotated[str, Query(max_length=200)]
Values = Annotated[Sequence[Value], Query(max_length=20)]


def _asked(
    q: Annotated[
        str,
        Query(max_length=LONGEST, description="Words, phrases in quotation marks, `or`, and a dash before what is not to be there."),
    ] = "",
    sort: Sort = Sort.RELEVANCE,
    words_in: Annotated[str, Query(alias="words-in", max_length=2, description="The language of the words: en, de, fr or es.")] = "en",
    family: Values = (),
    type: Values = (),  # noqa: A002  as the field is called
    severity: Values = (),
    sector: Values = (),
    role_family: Values = (),
    engager: Values = (),
    year: Values = (),
    quarter: Values = (),
    jurisdiction: Values = (),
    agreement: Values = (),
    fee_band: Values = (),
    rule: Values = (),
    verification: Values = (),
    became: Values = (),
    review: Values = (),
    language: Values = (),
) -> Asked:
    if words_in not in LANGUAGES:
        raise WrongUsage(f"Words are understood in {', '.join(LANGUAGES)}.")
    given = dict(
        zip(
            Facet,
            (
                family,
                type,
                severity,
                sector,
                role_family,
                engager,
                year,
                quarter,
                jurisdiction,
                agreement,
                fee_band,
                rule,
                verification,
                became,
                review,
                language,
            ),
            strict=True,
        )
    )
    return Asked(q, frozenset((facet, value) for facet, values in given.items() for value in values if value), sort, words_in)


def _after(
    after: Annotated[str, Query(description="What the page before told as `next`.", max_length=100)] = "",
) -> tuple[float, int] | None:
    return place_in(after)


AskedOfRegistry = Annotated[Asked, Depends(_asked)]
AfterHit = Annotated[tuple[float, int] | None, Depends(_after)]
"""Where a page of hits begins."""
