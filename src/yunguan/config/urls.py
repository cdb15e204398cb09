"""The addresses of the house: all of them are the web stage's."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("yunguan.web.urls"))]
