"""The addresses of the pages: each page module lists its own, and they are found by reading the folder."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from django.urls import URLPattern, URLResolver, path, register_converter

from yunguan.web import pages
from yunguan.web.api.site import addresses
from yunguan.web.converters import CodeConverter

register_converter(CodeConverter, "code")


def _addresses() -> list[URLPattern | URLResolver]:
    names = sorted(module.name for module in pkgutil.iter_modules(pages.__path__))
    return [each for name in names for each in import_module(f"{pages.__name__}.{name}").urlpatterns]


urlpatterns = [*_addresses(), path("api/v1/", addresses)]
