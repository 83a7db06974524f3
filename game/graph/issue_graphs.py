"""The options of an issue as a graph: from each option to those one step away, as players see it."""

from __future__ import annotations

import networkx as nx

from game.engine.scenario import Agenda


def issue_graph(agenda: Agenda, issue: str) -> nx.DiGraph[str]:
    """The options of one issue, and the steps between them. KeyError when it is not on the agenda.

    Nodes have ``label``, ``level`` (1 at the first party's end) and ``wording``; an edge has ``toward``, the party
    nearer to whose end it leads, or nothing where it leads to an option of the same level.
    """
    here = agenda.issue(issue)
    graph: nx.DiGraph[str] = nx.DiGraph(name=f"{here.code} {here.heading}")
    for option in here.options:
        graph.add_node(option.id, label=option.label, level=option.level, wording=option.wording)
    for option in here.options:
        for step in here.steps(option.id):
            rise = here.level(step) - option.level
            toward = "" if rise == 0 else agenda.parties[0 if rise < 0 else 1].id
            graph.add_edge(option.id, step, toward=toward)
    return graph


def issue_graphs(agenda: Agenda) -> nx.DiGraph[str]:
    """All issues' options in one graph; the nodes are ``issue:option`` and carry their issue."""
    whole: nx.DiGraph[str] = nx.DiGraph(name=agenda.title)
    for issue in agenda.issues:
        one = issue_graph(agenda, issue.id)
        for option, values in one.nodes(data=True):
            whole.add_node(f"{issue.id}:{option}", issue=issue.id, code=issue.code, **values)
        for start, end, values in one.edges(data=True):
            whole.add_edge(f"{issue.id}:{start}", f"{issue.id}:{end}", **values)
    return whole


def issue_text(agenda: Agenda, issue: str) -> str:
    """The options of one issue as lines of text, from the first party's end on, with the steps from each."""
    here = agenda.issue(issue)
    first, second = agenda.parties
    told = [f"{here.code} {here.heading}: from the {first.adjective} end (1) to the {second.adjective} end"]
    for option in here.options:
        steps = ", ".join(str(here.level(step)) for step in here.steps(option.id)) or "none"
        told += [f"  {option.level} {option.label} ({option.id}); steps to {steps}", f"      {option.wording}"]
    return "\n".join(told)
