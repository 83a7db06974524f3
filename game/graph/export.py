"""Graphs as files that Gephi, yEd, Cytoscape and Graphviz open: GraphML, DOT and JSON (networkx's node-link form).

GraphML and DOT hold only texts and numbers, so a table is named by its short name and told by what is agreed and
what is apart; every edge says which issues it changes. The tables of history's line and of lines played are told in
full, those only simulated games passed are not: there may be a hundred thousand. Files are written node by node and
edge by edge, without a second graph in between.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from game.engine.scenario import Agenda
from game.engine.state import Status
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.legs import Leg
from game.graph.positions import Key, held, name, statuses
from game.slim import dataclass

if TYPE_CHECKING:
    import networkx as nx

FORMATS = ("graphml", "dot", "json")
_NO_CONTROLS = {
    code: None for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)) if chr(code) not in "\n\t"
}
_TYPES = {str: "string", int: "int", float: "double"}
Values = dict[str, Any]
"""Attributes by name: texts and whole numbers."""


@dataclass(frozen=True)
class Drawing:
    """A graph ready to be written: nodes by name, and edges as (start, end, key) where there may be several, or not.

    Both can be gone through more than once. ``several``: there may be several edges from one node to another.
    """

    title: str
    several: bool
    nodes: Iterable[tuple[str, Values]]
    edges: Iterable[tuple[str, str, str, Values]]


def exported(drawing: Drawing, form: str) -> str:
    """A graph as the text of a file. ValueError when the form is not one of ``FORMATS``."""
    return "".join([f"{line}\n" for line in lines(drawing, form)])


def lines(drawing: Drawing, form: str) -> Iterator[str]:
    """The lines of the file. ValueError when the form is not one of ``FORMATS``."""
    if form == "graphml":
        return _graphml(drawing)
    if form == "dot":
        return _dot(drawing)
    if form == "json":
        return _json(drawing)
    raise ValueError(f"there is no form {form!r}; expected one of: {', '.join(FORMATS)}")


def drawn(graph: nx.DiGraph[Any]) -> Drawing:
    """A networkx graph of plain attributes, at most one edge from a node to another."""
    nodes = [(str(node), dict(values)) for node, values in graph.nodes(data=True)]
    edges = [(str(start), str(end), "", dict(values)) for start, end, values in graph.edges(data=True)]
    return Drawing(graph.name, False, nodes, edges)


def flattened(concessions: ConcessionGraph) -> Drawing:
    """A concession graph with plain attributes: nodes by short name, texts and numbers only."""
    told = {
        table for line in concessions.lines.values() if line.kind is not LineKind.SIMULATED for table in line.tables
    }
    names = {table: name(table) for table in concessions.tables}
    told_edges = _Edges(concessions)
    nodes = []
    for table, visits in concessions.tables.items():
        values: Values = {**table_counts(table), **visits}
        if table in told:
            values["table"] = in_words(concessions.agenda, table)
        nodes.append((names[table], values))
    edges = [
        (names[before], names[after], " ".join(named), told_edges.values(values))
        for (before, after, named), values in concessions.ways.items()
    ]
    return Drawing(concessions.agenda.title, True, nodes, edges)


def table_counts(table: Key) -> Values:
    """How many issues are agreed, apart and untouched at a table, and the first two as its label."""
    found = statuses(table)
    agreed, silent = found.count(Status.AGREED), found.count(Status.SILENT)
    apart = len(found) - agreed - silent
    return {"label": f"{agreed} agreed, {apart} open", "agreed": agreed, "apart": apart, "silent": silent}


def in_words(agenda: Agenda, table: Key) -> str:
    """A table in words: code, both positions and status of every issue somebody has spoken to."""
    first, second = (party.id for party in agenda.parties)
    said = []
    for issue, one in zip(agenda.issues, held(agenda, table), strict=True):
        if one.status is Status.AGREED:
            said.append(f"{issue.code} agreed {one.options[0]}")
        elif one.status is not Status.SILENT:
            said.append(f"{issue.code} {one.status} {first} {one.options[0] or '-'} {second} {one.options[1] or '-'}")
    return "; ".join(said)


class _Edges:
    """The attributes of edges; issues are named by code once."""

    def __init__(self, concessions: ConcessionGraph) -> None:
        self._codes = {issue.id: issue.code for issue in concessions.agenda.issues}
        self._first, self._second = (f"points_{party.id}" for party in concessions.agenda.parties)

    def values(self, known: Values) -> Values:
        """An edge's attributes as texts and numbers."""
        leg: Leg = known["leg"]
        codes = " ".join([self._codes[issue] for issue in leg.issues])
        found: Values = {
            "label": f"{leg.mover} {leg.verb} {codes}" if codes else f"{leg.mover} {leg.verb}",
            "mover": leg.mover,
            "verb": leg.verb,
            "class": leg.kind.value,
            "issues": " ".join(leg.issues),
            self._first: leg.points[0],
            self._second: leg.points[1],
            **known,
        }
        del found["leg"]
        return found


def _graphml(drawing: Drawing) -> Iterator[str]:
    """GraphML line by line. (networkx's own writer builds the whole tree first: 20 times the memory.)"""
    nodes = _Data("node", (values for _, values in drawing.nodes))
    edges = _Data("edge", (values for *_, values in drawing.edges))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield from (*nodes.keys(), *edges.keys())
    yield '  <graph edgedefault="directed">'
    for node, values in drawing.nodes:
        yield f"    <node id={quoteattr(node)}>{nodes.text(values)}</node>"
    for number, (start, end, _, values) in enumerate(drawing.edges):
        ends = f'id="e{number}" source={quoteattr(start)} target={quoteattr(end)}'
        yield f"    <edge {ends}>{edges.text(values)}</edge>"
    yield "  </graph>"
    yield "</graphml>"


class _Data:
    """The attributes of nodes or of edges in GraphML; what was written once is not escaped again."""

    def __init__(self, domain: str, all_values: Iterable[Values]) -> None:
        self._domain = domain
        kinds: dict[str, str] = {}
        for values in all_values:
            if not kinds.keys() >= values.keys():
                kinds.update((attribute, _TYPES[type(value)]) for attribute, value in values.items())
        self._kinds = dict(sorted(kinds.items()))
        self._written: dict[tuple[str, object], str] = {}

    def keys(self) -> Iterator[str]:
        """The declarations of the attributes, with their types."""
        for attribute, kind in self._kinds.items():
            ident = quoteattr(f"{self._domain}-{attribute}")
            yield f'  <key id={ident} for="{self._domain}" attr.name={quoteattr(attribute)} attr.type="{kind}"/>'

    def text(self, values: Values) -> str:
        """The attributes of one node or edge."""
        return "".join([self._written.get(one) or self._write(*one) for one in values.items()])

    def _write(self, attribute: str, value: object) -> str:
        key = quoteattr(f"{self._domain}-{attribute}")
        text = f"<data key={key}>{escape(_printable(value))}</data>"
        if len(text) < LONGEST_KEPT:
            self._written[attribute, value] = text
        return text


LONGEST_KEPT = 200
"""Characters of an attribute up to which its text is kept for the next time; longer ones seldom come again."""


def _printable(value: object) -> str:
    """A value as text without the control characters that XML has no way to write."""
    text = str(value)
    return text if text.isprintable() else text.translate(_NO_CONTROLS)


def _json(drawing: Drawing) -> Iterator[str]:
    """The node-link form of networkx, a line for each node and edge."""
    head = {"version": 1, "directed": True, "multigraph": drawing.several, "graph": {"name": drawing.title}}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "nodes": ['
    yield from _separated({**values, "id": node} for node, values in drawing.nodes)
    yield '], "edges": ['
    yield from _separated(
        {**values, "source": start, "target": end, **({"key": key} if drawing.several else {})}
        for start, end, key, values in drawing.edges
    )
    yield "]}"


def _separated(listed: Iterator[Values]) -> Iterator[str]:
    """Values as JSON, with a comma after each but the last."""
    before = None
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for one in listed:
        if before is not None:
            yield before + ","
        before = encode(one)
    if before is not None:
        yield before


def _dot(drawing: Drawing) -> Iterator[str]:
    yield "digraph concessions {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    for node, values in drawing.nodes:
        yield f"  {_quoted(node)} [{_attributes(values)}];"
    for start, end, _, values in drawing.edges:
        yield f"  {_quoted(start)} -> {_quoted(end)} [{_attributes(values)}];"
    yield "}"


def _attributes(values: Values) -> str:
    return ", ".join([f"{_quoted(attribute)}={_quoted(value)}" for attribute, value in values.items()])


def _quoted(value: object) -> str:
    """A DOT string: in double quotes, with quotes, backslashes and line ends escaped."""
    text = _printable(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'
