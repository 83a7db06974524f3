"""``plenipo handout``: a role sheet with its packet of sources, for a game on paper, and the teacher's key."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.lines import documents_of
from game.commands.telling import complain, tell, written_new


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenario; ``--as``, ``--key``, ``--html``."""
    parser.add_argument("scenario", metavar="ID", help="id of the scenario")
    parser.add_argument("--as", dest="party", metavar="PARTY", required=True, help="whose role sheet")
    parser.add_argument("--key", action="store_true", help="add the teacher's key: both sides, and what came of it")
    parser.add_argument("--html", metavar="FILE", default="", help="write one page to print; a new file")


def run(chosen: argparse.Namespace) -> int:
    """Print the sheet as Markdown, or write it as HTML: 2 for no such chair, 3 for no such scenario."""
    from game.authoring import loader
    from game.authoring.diagnostics import suggestion
    from game.debrief.handout import handout, key, sources_kept_back

    try:
        scenario = loader.load(chosen.scenario)
    except (loader.UnknownScenario, loader.BrokenScenario) as failure:
        complain(str(failure))
        return 3
    chairs = [one.id for one in scenario.agenda.parties]
    if chosen.party not in chairs:
        complain(f"there is no chair “{chosen.party}”; {suggestion(chosen.party, chairs)}")
        return 2
    documents = documents_of(scenario.agenda.sources)
    sections = handout(scenario, chosen.party, documents)
    if chosen.key:
        sections += (*key(scenario), sources_kept_back(scenario, chosen.party, documents))
    title = f"Handout for {scenario.agenda.party(chosen.party).side}: {scenario.agenda.title}"
    if chosen.html:
        from game.debrief.html import sheet

        return written_new(Path(chosen.html), [sheet(title, scenario.agenda.subtitle, sections)])
    from game.debrief.markdown import document

    tell(document(title, sections).rstrip("\n"))
    return 0
