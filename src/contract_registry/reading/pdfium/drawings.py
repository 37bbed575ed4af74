"""The straight lines and pictures drawn on a page, for finding tables, footnote rules and scans."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from contract_registry.core.document import Box
from contract_registry.reading.pdfium import library
from contract_registry.reading.pdfium.frame import Frame
from contract_registry.reading.printed import Ruling

_MOST_OBJECTS = 30_000
_MOST_RULINGS = 5_000
_DEEPEST = 4
_THIN = 3.0
"""A filled shape no thicker than this is a line."""
_SHORTEST = 4.0
_MOST_SEGMENTS = 500
_STRAIGHT = 0.5
_WHITE = 250

Place = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn on a page beside its letters."""

    rulings: tuple[Ruling, ...]
    pictures: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Buffers:
    """The memory PDFium writes its answers to."""

    numbers: ctypes.Array[ctypes.c_float]
    colours: ctypes.Array[ctypes.c_uint]
    matrix: pdfium.FS_MATRIX
    mode: ctypes.Array[ctypes.c_int]


def drawings(page: int, frame: Frame) -> Drawings:
    """The lines and pictures on a loaded page, in points of `frame`; past some thousands the rest is left out."""
    buffers = _Buffers((ctypes.c_float * 4)(), (ctypes.c_uint * 4)(), pdfium.FS_MATRIX(), (ctypes.c_int * 2)())
    rulings: list[Ruling] = []
    pictures: list[Box] = []
    for kind, shape, place in _shapes(page, frame, buffers):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_bounds(shape, place, buffers))
        elif len(rulings) < _MOST_RULINGS:
            rulings.extend(_lines(shape, place, buffers))
    return Drawings(tuple(rulings), tuple(pictures))


def _shapes(page: int, frame: Frame, buffers: _Buffers) -> Iterator[tuple[int, int, Place]]:
    """The paths and pictures of a page and of the forms in it, each with the way from its coordinates to the page's."""
    count = min(library.count_objects(page), _MOST_OBJECTS)
    get, kind_of = library.page_object, library.object_type
    for at in range(count):
        shape = get(page, at)
        kind = kind_of(shape)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield from _opened(shape, kind, frame.point, buffers, 0)


def _opened(shape: int, kind: int, place: Place, buffers: _Buffers, depth: int) -> Iterator[tuple[int, int, Place]]:
    if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
        yield kind, shape, place
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _within(shape, place, buffers)
        for at in range(min(library.count_form_objects(shape), _MOST_OBJECTS)):
            part = library.form_object(shape, at)
            part_kind = library.object_type(part)
            if part_kind != pdfium.FPDF_PAGEOBJ_TEXT:
                yield from _opened(part, part_kind, inner, buffers, depth + 1)


def _within(shape: int, place: Place, buffers: _Buffers) -> Place:
    """The way from the coordinates inside `shape` to the page's."""
    if not library.object_matrix(shape, ctypes.addressof(buffers.matrix)):
        return place
    m = buffers.matrix
    a, b, c, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
    return lambda x, y: place(a * x + c * y + e, b * x + d * y + f)


def _bounds(shape: int, place: Place, buffers: _Buffers) -> Box:
    at = ctypes.addressof(buffers.numbers)
    if not library.object_bounds(shape, at, at + 4, at + 8, at + 12):
        return Box(0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = buffers.numbers
    corners = (place(left, bottom), place(left, top), place(right, bottom), place(right, top))
    return Box(min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))


def _lines(shape: int, place: Place, buffers: _Buffers) -> Iterator[Ruling]:
    """The straight lines that a path shows: its own, or the edges of a box; a coloured ground behind words has none."""
    mode_at = ctypes.addressof(buffers.mode)
    if not library.draw_mode(shape, mode_at, mode_at + 4):
        return
    fills, strokes = buffers.mode
    box = _bounds(shape, place, buffers)
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if not (fills or strokes) or max(width, height) < _SHORTEST or (not strokes and _is_white(shape, buffers)):
        return
    if height <= _THIN or width <= _THIN:
        yield _middle(box)
    elif strokes:
        yield from _edges(shape, _within(shape, place, buffers))


def _is_white(shape: int, buffers: _Buffers) -> bool:
    at = ctypes.addressof(buffers.colours)
    known = library.object_fill(shape, at, at + 4, at + 8, at + 12)
    red, green, blue, _ = buffers.colours
    return bool(known) and min(red, green, blue) >= _WHITE


def _middle(box: Box) -> Ruling:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    if box.x1 - box.x0 >= box.y1 - box.y0:
        return Ruling(box.x0, y, box.x1, y)
    return Ruling(x, box.y0, x, box.y1)


def _edges(shape: int, place: Place) -> Iterator[Ruling]:
    count = library.count_segments(shape)
    if count > _MOST_SEGMENTS:
        return
    point = (ctypes.c_float * 2)()
    at = ctypes.addressof(point)
    start = last = (0.0, 0.0)
    for number in range(count):
        segment = library.path_segment(shape, number)
        library.segment_point(segment, at, at + 4)
        here = place(point[0], point[1])
        kind = library.segment_type(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(last, here)
        if library.segment_closes(segment):
            yield from _straight(here, start)
        last = here


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Ruling]:
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if max(x1 - x0, y1 - y0) < _SHORTEST:
        return
    if y1 - y0 <= _STRAIGHT:
        yield Ruling(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= _STRAIGHT:
        yield Ruling((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
