"""Graphs as files that Gephi, yEd, Cytoscape and Graphviz open: GraphML, DOT and JSON (node-link).

GraphML and DOT hold only texts and numbers, so a table is named by its short name and told by what is agreed and
what is apart; every edge says which issues it changes. The tables of history's line and of lines played are told in
full, those only simulated games passed are not: there may be a hundred thousand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from game.engine.state import Status
from game.graph.concessions import ConcessionGraph, Leg, LineKind
from game.graph.positions import Key, held, name, statuses

FORMATS = ("graphml", "dot", "json")
_NO_CONTROLS = {
    code: None for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)) if chr(code) not in "\n\t"
}
_TYPES = {str: "string", int: "int", float: "double"}


def exported(graph: nx.DiGraph[Any] | nx.MultiDiGraph[Any], form: str) -> str:
    """A graph of plain attributes as the text of a file. ValueError when the form is not one of ``FORMATS``."""
    if form == "graphml":
        return "\n".join(_graphml(graph)) + "\n"
    if form == "dot":
        return "\n".join(_dot(graph)) + "\n"
    if form == "json":
        return json.dumps({"version": 1, **nx.node_link_data(graph, edges="edges")}, ensure_ascii=False) + "\n"
    raise ValueError(f"there is no form {form!r}; expected one of: {', '.join(FORMATS)}")


def flattened(concessions: ConcessionGraph) -> nx.MultiDiGraph[str]:
    """A concession graph with plain attributes: nodes by short name, texts and numbers only."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=concessions.agenda.title)
    told = {
        table for line in concessions.lines.values() if line.kind is not LineKind.SIMULATED for table in line.tables
    }
    names = {table: name(table) for table in concessions.graph}
    for table, visits in concessions.graph.nodes(data=True):
        flat.add_node(names[table], **_table(table), **visits)
        if table in told:
            flat.nodes[names[table]]["table"] = _told(concessions, table)
    for start, end, key, values in concessions.graph.edges(keys=True, data=True):
        counts = {kind: number for kind, number in values.items() if kind != "leg"}
        flat.add_edge(names[start], names[end], " ".join(key), **_leg(concessions, values["leg"]), **counts)
    return flat


def _table(table: Key) -> dict[str, str | int]:
    found = statuses(table)
    agreed, silent = found.count(Status.AGREED), found.count(Status.SILENT)
    apart = len(found) - agreed - silent
    return {"label": f"{agreed} agreed, {apart} open", "agreed": agreed, "apart": apart, "silent": silent}


def _told(concessions: ConcessionGraph, table: Key) -> str:
    """A table in words: code, both positions and status of every issue somebody has spoken to."""
    first, second = (party.id for party in concessions.agenda.parties)
    said = []
    for issue, one in zip(concessions.agenda.issues, held(concessions.agenda, table), strict=True):
        if one.status is Status.AGREED:
            said.append(f"{issue.code} agreed {one.options[0]}")
        elif one.status is not Status.SILENT:
            said.append(f"{issue.code} {one.status} {first} {one.options[0] or '-'} {second} {one.options[1] or '-'}")
    return "; ".join(said)


def _leg(concessions: ConcessionGraph, leg: Leg) -> dict[str, str | int]:
    first, second = (party.id for party in concessions.agenda.parties)
    codes = " ".join(concessions.agenda.issue(issue).code for issue in leg.issues)
    return {
        "label": f"{leg.mover} {leg.verb} {codes}".strip(),
        "mover": leg.mover,
        "verb": leg.verb,
        "class": leg.kind.value,
        "issues": " ".join(leg.issues),
        f"points_{first}": leg.points[0],
        f"points_{second}": leg.points[1],
    }


def _edges(graph: nx.DiGraph[Any] | nx.MultiDiGraph[Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for start, end, values in graph.edges(data=True):
        yield str(start), str(end), values


def _graphml(graph: nx.DiGraph[Any] | nx.MultiDiGraph[Any]) -> Iterator[str]:
    """GraphML line by line. (networkx's own writer builds the whole tree first: 20 times the memory.)"""
    nodes = _kinds(values for _, values in graph.nodes(data=True))
    edges = _kinds(values for _, _, values in _edges(graph))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for domain, kinds in (("node", nodes), ("edge", edges)):
        for attribute, kind in kinds.items():
            yield (
                f'  <key id={quoteattr(f"{domain}-{attribute}")} for="{domain}" '
                f'attr.name={quoteattr(attribute)} attr.type="{kind}"/>'
            )
    yield '  <graph edgedefault="directed">'
    starts = {attribute: f"<data key={quoteattr(f'node-{attribute}')}>" for attribute in nodes}
    for node, values in graph.nodes(data=True):
        yield f"    <node id={quoteattr(str(node))}>{_data(starts, values)}</node>"
    starts = {attribute: f"<data key={quoteattr(f'edge-{attribute}')}>" for attribute in edges}
    for number, (start, end, values) in enumerate(_edges(graph)):
        ends = f'id="e{number}" source={quoteattr(start)} target={quoteattr(end)}'
        yield f"    <edge {ends}>{_data(starts, values)}</edge>"
    yield "  </graph>"
    yield "</graphml>"


def _kinds(all_values: Iterator[dict[str, Any]]) -> dict[str, str]:
    """The attributes and their GraphML types, by name."""
    found: dict[str, str] = {}
    for values in all_values:
        for attribute, value in values.items():
            found.setdefault(str(attribute), _TYPES[type(value)])
    return dict(sorted(found.items()))


def _data(starts: dict[str, str], values: dict[str, Any]) -> str:
    return "".join([f"{starts[attribute]}{escape(_printable(value))}</data>" for attribute, value in values.items()])


def _printable(value: object) -> str:
    """A value as text without the control characters that XML has no way to write."""
    text = str(value)
    return text if text.isprintable() else text.translate(_NO_CONTROLS)


def _dot(graph: nx.DiGraph[Any] | nx.MultiDiGraph[Any]) -> Iterator[str]:
    yield "digraph concessions {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    for node, values in graph.nodes(data=True):
        yield f"  {_quoted(node)} [{_attributes(values)}];"
    for start, end, values in _edges(graph):
        yield f"  {_quoted(start)} -> {_quoted(end)} [{_attributes(values)}];"
    yield "}"


def _attributes(values: dict[str, Any]) -> str:
    return ", ".join(f"{_quoted(attribute)}={_quoted(value)}" for attribute, value in values.items())


def _quoted(value: object) -> str:
    """A DOT string: in double quotes, with quotes, backslashes and line ends escaped."""
    text = _printable(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'
