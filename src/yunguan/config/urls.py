"""The addresses of the house: all of them are the web stage's."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("yunguan.web.urls"))]

handler400 = "yunguan.web.errors.bad_request"
handler403 = "yunguan.web.errors.forbidden"
handler404 = "yunguan.web.errors.not_found"
handler500 = "yunguan.web.errors.broken"
