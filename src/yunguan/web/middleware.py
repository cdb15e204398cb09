"""What holds for every page: no outside source, nothing kept by the browser, idle sessions end, passwords are own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from yunguan.registers.own.refresh import refresh
from yunguan.web.errors import error_page, not_allowed

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
IDLE_SECONDS = 30 * 60
IDLE_SECONDS_ADMINISTRATOR = 15 * 60
_NOTED_EVERY = 60
_FREE_OF_CHANGE = {"password", "logout"}


def pages_stay_inside(answer: Answer) -> Answer:
    """A content policy without inline code; pages of people who are logged in are not kept anywhere."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            response = not_allowed(request, response)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store, private"
        return response

    return respond


def no_text_is_broken(answer: Answer) -> Answer:
    """A request with a zero byte in its address or form is answered with 400: no database holds such a text."""

    def respond(request: HttpRequest) -> HttpResponse:
        texts = [request.path, *_texts(request.GET), *(_texts(request.POST) if request.method == "POST" else ())]
        return error_page(request, 400) if any("\0" in text for text in texts) else answer(request)

    return respond


def own_registers_are_known(answer: Answer) -> Answer:
    """What sections have defined meanwhile, in this process or another, is there before the page is looked for."""

    def respond(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/static/"):
            refresh()
        return answer(request)

    return respond


def idle_sessions_end(answer: Answer) -> Answer:
    """Half an hour without a request ends a session, a quarter for the administrator."""

    def respond(request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        if user.is_authenticated:
            now = int(timezone.now().timestamp())
            seen = request.session.get("seen", now)
            limit = IDLE_SECONDS_ADMINISTRATOR if user.role == "administrator" else IDLE_SECONDS
            if now - seen > limit:
                logout(request)
            elif "seen" not in request.session or now - seen > _NOTED_EVERY:
                request.session["seen"] = now
        return answer(request)

    return respond


def one_time_passwords_are_changed(answer: Answer) -> Answer:
    """Whoever still has a one-time password sees only the page that changes it."""

    def respond(request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        if not user.is_authenticated or not user.must_change_password or request.path.startswith("/static/"):
            return answer(request)
        if _name_of(request.path_info) in _FREE_OF_CHANGE:
            return answer(request)
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": "请先在网页上修改一次性口令，再使用接口。"}, status=403)
        return redirect(reverse("password"))

    return respond


def _texts(given: QueryDict) -> list[str]:
    return [text for name, values in given.lists() for text in (name, *map(str, values))]


def _name_of(path: str) -> str:
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""
