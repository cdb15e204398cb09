"""The ruled lines of a page: its paths as level and upright strokes, pieced together."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pypdfium2.raw

from yunguan.audit.readers.pdf.glyphs import Turn

c: Any = pypdfium2.raw  # its names are made when it is imported

MOST_OBJECTS: Final = 100_000
_MOST_SEGMENTS: Final = 20_000
_DEEPEST_FORM: Final = 4
_THICKEST: Final = 3.0
_SHORTEST: Final = 4.0
_NEAR: Final = 2.5
_PICTURE: Final = 0.5

Box = tuple[float, float, float, float]


class Stroke(NamedTuple):
    """A level or upright stroke: at `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Drawn:
    """What is drawn on a page beside its text; `picture` is the greatest part of it that one image covers."""

    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]
    picture: float
    objects: int

    @property
    def is_picture(self) -> bool:
        return self.picture > _PICTURE


def drawn_on(page: Any, turn: Turn) -> Drawn:
    """The strokes of a page as it is looked at, pieces of one line joined."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    picture, objects = 0.0, 0
    area = max(turn.width * turn.height, 1.0)
    for kind, boxes in _objects(page):
        objects += 1
        for box in boxes:
            left, top, right, bottom = turn.seen(*box)
            if kind == c.FPDF_PAGEOBJ_IMAGE:
                picture = max(picture, (right - left) * (bottom - top) / area)
            elif bottom - top <= _THICKEST and right - left >= _SHORTEST:
                level.append(Stroke((top + bottom) / 2, left, right))
            elif right - left <= _THICKEST and bottom - top >= _SHORTEST:
                upright.append(Stroke((left + right) / 2, top, bottom))
    return Drawn(tuple(_pieced(level)), tuple(_pieced(upright)), picture, objects)


def _objects(page: Any) -> Iterator[tuple[int, list[Box]]]:
    """The kind of each object with the boxes of its strokes, or of its image."""
    get, kind_of, raw = c.FPDFPage_GetObject, c.FPDFPageObj_GetType, page.raw
    for index in range(min(c.FPDFPage_CountObjects(raw), MOST_OBJECTS)):
        thing = get(raw, index)
        kind = kind_of(thing)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            yield kind, []
        else:
            yield from _drawn(thing, kind, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0)


def _drawn(thing: Any, kind: int, matrix: tuple[float, ...], depth: int) -> Iterator[tuple[int, list[Box]]]:
    if kind == c.FPDF_PAGEOBJ_IMAGE:
        yield kind, [_moved(_bounds(thing), matrix)]
    elif kind == c.FPDF_PAGEOBJ_PATH:
        yield kind, [_moved(box, matrix) for box in _strokes(thing)]
    elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
        inner = _times(_matrix(thing), matrix)
        for index in range(min(c.FPDFFormObj_CountObjects(thing), MOST_OBJECTS)):
            part = c.FPDFFormObj_GetObject(thing, index)
            yield from _drawn(part, c.FPDFPageObj_GetType(part), inner, depth + 1)


def _bounds(thing: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found = c.FPDFPageObj_GetBounds(
        thing, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
    )
    return (left.value, bottom.value, right.value, top.value) if found else (0.0, 0.0, 0.0, 0.0)


def _strokes(path: Any) -> Iterator[Box]:
    """A thin path is one stroke; of others each straight segment is, where the path is stroked."""
    box = _bounds(path)
    left, bottom, right, top = box
    if min(right - left, top - bottom) <= _THICKEST:
        yield box
        return
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroked))
    if stroked.value:
        yield from _segments(path, _matrix(path))


def _segments(path: Any, matrix: tuple[float, ...]) -> Iterator[Box]:
    x, y = ctypes.c_float(), ctypes.c_float()
    last = first = (0.0, 0.0)
    for index in range(min(c.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = c.FPDFPath_GetPathSegment(path, index)
        c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _point(x.value, y.value, matrix)
        kind = c.FPDFPathSegment_GetType(segment)
        if kind == c.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == c.FPDF_SEGMENT_LINETO:
            yield _box(last, point)
        last = point
        if c.FPDFPathSegment_GetClose(segment):
            yield _box(point, first)
            last = first


def _box(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _matrix(thing: Any) -> tuple[float, ...]:
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, p, q, e, f = inner
    x, y = _point(e, f, outer)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        p * outer[0] + q * outer[2],
        p * outer[1] + q * outer[3],
        x,
        y,
    )


def _point(x: float, y: float, matrix: tuple[float, ...]) -> tuple[float, float]:
    a, b, p, q, e, f = matrix
    return a * x + p * y + e, b * x + q * y + f


def _moved(box: Box, matrix: tuple[float, ...]) -> Box:
    return _box(_point(box[0], box[1], matrix), _point(box[2], box[3], matrix))


def _pieced(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Strokes that lie on one line and touch, as one; the two sides of a thin rectangle are one line as well."""
    lines: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if lines and stroke.at - lines[-1][0].at <= _NEAR:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    for line in lines:
        at = sum(stroke.at for stroke in line) / len(line)
        start, end = None, 0.0
        for stroke in sorted(line, key=lambda each: each.start):
            if start is None:
                start, end = stroke.start, stroke.end
            elif stroke.start <= end + _NEAR:
                end = max(end, stroke.end)
            else:
                yield Stroke(at, start, end)
                start, end = stroke.start, stroke.end
        if start is not None:
            yield Stroke(at, start, end)
