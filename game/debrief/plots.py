"""Figures as inline SVG: curves and marks between two axes, told apart by dash, shape and label, never colour alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from game.debrief.markup import element
from game.debrief.page import Curve, Figure, Mark

WIDTH, HEIGHT = 680.0, 380.0
LEFT, RIGHT, TOP, BOTTOM = 92.0, 32.0, 18.0, 64.0
STEPS = 5
"""Parts into which an axis without ticks of its own is divided."""


def plot(figure: Figure, name: str) -> Element:
    """The figure as an SVG element with a title and a description for those who do not see it."""
    drawn = element(
        "svg",
        element("title", figure.title, id=f"{name}-title"),
        element("desc", figure.told, id=f"{name}-desc"),
        *_frame(figure),
        *(_curve(figure, curve) for curve in figure.curves),
        *_marks(figure),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )
    return element(
        "figure", drawn, _legend(figure), element("figcaption", element("b", f"{figure.title}."), " ", figure.told)
    )


def _across(figure: Figure, x: float) -> float:
    low, _, high, _ = figure.bounds
    return LEFT + (x - low) / ((high - low) or 1.0) * (WIDTH - LEFT - RIGHT)


def _up(figure: Figure, y: float) -> float:
    _, low, _, high = figure.bounds
    return HEIGHT - BOTTOM - (y - low) / ((high - low) or 1.0) * (HEIGHT - TOP - BOTTOM)


def _frame(figure: Figure) -> list[Element]:
    """Grid lines with their numbers, and the names of the axes."""
    low_x, low_y, high_x, high_y = figure.bounds
    made = []
    for number in range(STEPS + 1):
        y = low_y + (high_y - low_y) * number / STEPS
        place = _up(figure, y)
        made.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=place, y2=place, class_="grid"))
        made.append(element("text", f"{y:.0f}", x=LEFT - 8, y=place + 4, class_="tick", text_anchor="end"))
    ticks = figure.ticks or tuple(
        (low_x + (high_x - low_x) * number / STEPS, f"{low_x + (high_x - low_x) * number / STEPS:.0f}")
        for number in range(STEPS + 1)
    )
    for x, label in ticks:
        place = _across(figure, x)
        made.append(element("line", x1=place, x2=place, y1=TOP, y2=HEIGHT - BOTTOM, class_="grid"))
        anchor = "start" if figure.ticks else "middle"
        made.append(
            element(
                "text",
                label,
                x=place + (3 if figure.ticks else 0),
                y=HEIGHT - BOTTOM + 21,
                class_="tick",
                text_anchor=anchor,
            )
        )
    middle = (LEFT + WIDTH - RIGHT) / 2
    made.append(element("text", figure.across, x=middle, y=HEIGHT - 10, class_="axis", text_anchor="middle"))
    turned = f"rotate(-90 20 {(TOP + HEIGHT - BOTTOM) / 2:g})"
    made.append(
        element(
            "text",
            figure.up,
            x=20,
            y=(TOP + HEIGHT - BOTTOM) / 2,
            class_="axis",
            text_anchor="middle",
            transform=turned,
        )
    )
    return made


def _curve(figure: Figure, curve: Curve) -> Element:
    places = [(_across(figure, x), _up(figure, y)) for x, y in curve.points]
    path = [f"M{places[0][0]:.1f} {places[0][1]:.1f}"]
    for x, y in places[1:]:
        path.append(f"H{x:.1f}V{y:.1f}" if curve.stepped else f"L{x:.1f} {y:.1f}")
    return element("path", d="".join(path), class_=f"curve {curve.style}")


def _marks(figure: Figure) -> list[Element]:
    made = []
    for mark in figure.marks:
        made.append(_shape(mark, _across(figure, mark.x), _up(figure, mark.y)))
    for number, mark in enumerate(_named(figure), 1):
        x, y = _across(figure, mark.x), _up(figure, mark.y)
        made.append(element("text", str(number), x=x + 9, y=y - 7, class_=f"mark-label {mark.style}"))
    return made


def _named(figure: Figure) -> list[Mark]:
    """The marks that have a label: they are numbered, and the legend says what each number stands for."""
    return [mark for mark in figure.marks if mark.label]


def _shape(mark: Mark, x: float, y: float) -> Element:
    """A circle for this game, a square for the record, a diamond for anything else."""
    match mark.style:
        case "game":
            return element("circle", cx=x, cy=y, r=6, class_="mark game")
        case "history":
            return element("rect", x=x - 5.5, y=y - 5.5, width=11, height=11, class_="mark history")
        case "open":
            return element("circle", cx=x, cy=y, r=4.5, class_="mark open")
        case _:
            return element("path", d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z", class_="mark plain")


def _legend(figure: Figure) -> Element:
    """What each line and each number stands for."""
    lines = [
        element("li", _sample(curve.style), " ", curve.label, class_="line") for curve in figure.curves if curve.label
    ]
    numbers = [
        element("li", element("b", str(number)), " ", mark.label) for number, mark in enumerate(_named(figure), 1)
    ]
    return element("ul", *lines, *numbers, class_="legend")


def _sample(style: str) -> Element:
    stroke = element("path", d="M1 6H33", class_=f"curve {style}")
    return element("svg", stroke, viewBox="0 0 34 12", width=34, height=12, aria_hidden="true")
