"""A scenario as GENIUS files: a domain and two preference profiles, which NegMAS and GENIUS load.

The format (Lin and others 2014, "Genius", Computational Intelligence 30) has additive utilities between 0 and 1: each
issue has a weight, the weights add up to 1, and each item an evaluation, 1 for the best. Reservations become shares
of the best too. The format has no linkages: those that matter are named in a comment of each file and returned, so
that nobody takes the exported game for the whole one.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

from game.bargaining.space import Space
from game.engine.scenario import Agenda
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class GeniusFiles:
    """The three files as texts by file name, and the linkages the format could not hold, as sentences."""

    domain: tuple[str, str]
    profiles: tuple[tuple[str, str], tuple[str, str]]
    left_out: tuple[str, ...]

    @property
    def all(self) -> tuple[tuple[str, str], ...]:
        """(File name, text) of every file, the domain first."""
        return (self.domain, *self.profiles)

    def write(self, folder: Path) -> tuple[Path, ...]:
        """Write the files into ``folder``, which must exist; their paths. OSError as it comes."""
        paths = []
        for name, text in self.all:
            (folder / name).write_text(text, encoding="utf-8")
            paths.append(folder / name)
        return tuple(paths)


def genius_files(agenda: Agenda, space: Space) -> GeniusFiles:
    """The GENIUS form of a space of a scenario's settlements. ValueError when an issue has no option left."""
    if space.blocked:
        raise ValueError(f"nothing can be settled on {', '.join(space.blocked)}: there is no domain to export")
    left_out = _left_out(agenda, space)
    domain = f"{agenda.id}-domain.xml"
    template = Xml.Element("negotiation_template")
    template.append(_utilities(agenda, space, None))
    profiles = []
    for side in (0, 1):
        root = _utilities(agenda, space, side)
        Xml.SubElement(root, "discount_factor", value="1.0")
        reserved = _share(space.reservations[side] - _base(space, side), _range(space, side))
        Xml.SubElement(root, "reservation", value=repr(reserved))
        profiles.append((f"{agenda.id}-{space.parties[side]}.xml", _text(root, left_out)))
    return GeniusFiles((domain, _text(template, left_out)), (profiles[0], profiles[1]), left_out)


def _utilities(agenda: Agenda, space: Space, side: int | None) -> Xml.Element:
    """The issues and items, with one side's evaluations and weights where a side is given."""
    root = Xml.Element("utility_space", number_of_issues=str(len(space.clauses)))
    if side is not None:
        root.set("type", "any")
    objective = Xml.SubElement(
        root, "objective", index="0", name=agenda.id, description=agenda.title, type="objective", etype="objective"
    )
    for number, clause in enumerate(space.clauses, 1):
        kind = dict.fromkeys(("type", "etype", "vtype"), "discrete")
        issue = Xml.SubElement(objective, "issue", {"index": str(number), "name": clause.issue, **kind})
        values = [points[side] for points in clause.points] if side is not None else []
        for place, option in enumerate(clause.options, 1):
            item = Xml.SubElement(issue, "item", index=str(place), value=option)
            if side is not None:
                share = _share(values[place - 1] - min(values), max(values) - min(values))
                item.set("evaluation", repr(share))
        if side is not None:
            weight = _share(max(values) - min(values), _range(space, side))
            Xml.SubElement(objective, "weight", index=str(number), value=repr(weight))
    return root


def _base(space: Space, side: int) -> int:
    return sum(min(points[side] for points in clause.points) for clause in space.clauses)


def _range(space: Space, side: int) -> int:
    """What the best options are worth above the worst, linkages left out."""
    return sum(max(points[side] for points in clause.points) for clause in space.clauses) - _base(space, side)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _left_out(agenda: Agenda, space: Space) -> tuple[str, ...]:
    """The linkages between the space's issues that change which packages stand or what they are worth."""
    tied = {(space.clauses[tie.left].issue, space.clauses[tie.right].issue) for tie in space.ties}
    pairs = tied | {(right, left) for left, right in tied}
    return tuple(
        f"{linkage.code or linkage.id}: {linkage.issue} {linkage.kind} {linkage.other}. {linkage.text}"
        for linkage in agenda.linkages
        if (linkage.issue, linkage.other) in pairs
    )


def _text(root: Xml.Element, left_out: tuple[str, ...]) -> str:
    """The file's text, with the linkages left out named in a comment."""
    Xml.indent(root)
    remark = "Additive part only. Linkages of the scenario this format cannot hold: " + (" | ".join(left_out) or "none")
    safe = remark.replace("--", "\u2013")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {safe} -->\n{Xml.tostring(root, encoding="unicode")}\n'
