"""Figures by interface."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.errors import AuthorizationError

from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.web.access import READERS_OF_FIGURES, person, scope
from yunguan.web.api.shapes import FigureOut

router = Router(tags=["指标"])


@router.get("/{int:year}", response=list[FigureOut], summary="一个年度的全部指标，可指定截止日期")
def list_figures(request: HttpRequest, year: int, as_of: date | None = None) -> list[dict[str, Any]]:
    """Every figure of a year, within what the account may see."""
    if person(request).role not in READERS_OF_FIGURES:
        raise AuthorizationError
    mine = scope(request)
    question = question_of(Period.parse(str(year)), as_of=as_of, scope=mine)
    return [each.as_json() for each in figures(question, scope=mine).values()]
