"""From PDF coordinates (y upwards, before the page is turned) to points from the top left of the page as it is shown or read."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TypeAlias

from contract_registry.core.document import Box

Column: TypeAlias = "array[float]"


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible rectangle of a page in PDF coordinates, and the quarter turns clockwise at which it is seen."""

    x0: float
    y0: float
    x1: float
    y1: float
    turns: int = 0

    @property
    def width(self) -> float:
        return self.y1 - self.y0 if self.turns % 2 else self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.x1 - self.x0 if self.turns % 2 else self.y1 - self.y0

    def turned(self, by: int) -> Frame:
        """The same rectangle, seen after `by` more quarter turns clockwise."""
        return Frame(self.x0, self.y0, self.x1, self.y1, (self.turns + by) % 4)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 0:
                return x - self.x0, self.y1 - y
            case 1:
                return y - self.y0, x - self.x0
            case 2:
                return self.x1 - x, y - self.y0
            case _:
                return self.y1 - y, self.x1 - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of a PDF rectangle, not clipped to the page."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def clipped(self, box: Box) -> Box:
        """`box` within the page."""
        return Box(
            min(max(box.x0, 0.0), self.width),
            min(max(box.y0, 0.0), self.height),
            min(max(box.x1, 0.0), self.width),
            min(max(box.y1, 0.0), self.height),
        )

    def across(self, left: Column, bottom: Column, right: Column, top: Column) -> tuple[Column, Column]:
        """Where rectangles begin and end across the page, for columns of their PDF coordinates."""
        match self.turns:
            case 0:
                return _less(left, self.x0), _less(right, self.x0)
            case 1:
                return _less(bottom, self.y0), _less(top, self.y0)
            case 2:
                return _from(self.x1, right), _from(self.x1, left)
            case _:
                return _from(self.y1, top), _from(self.y1, bottom)

    def down(self, left: Column, bottom: Column, right: Column, top: Column) -> tuple[Column, Column, int, float]:
        """The columns that hold the upper and lower edges, and the sign and shift that make points down the page of their values."""
        match self.turns:
            case 0:
                return top, bottom, -1, self.y1
            case 1:
                return left, right, 1, -self.x0
            case 2:
                return bottom, top, 1, -self.y0
            case _:
                return right, left, -1, self.x1


def _less(column: Column, by: float) -> Column:
    return array("f", [value - by for value in column]) if by else column


def _from(edge: float, column: Column) -> Column:
    return array("f", [edge - value for value in column])
