"""``plenipo check``: every problem in scenarios and sources, all at once."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game.commands.desk import at, in_use
from game.commands.desk import library as library_of
from game.commands.telling import complain, tell, tell_json

if TYPE_CHECKING:
    from game.authoring.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """Scenarios, sources or folders; ``--watch``; ``--json``; ``--sample`` and ``--seed`` for a second reader."""
    parser.add_argument("names", nargs="*", metavar="ID|PATH", help="a scenario, a source or a folder; all if left out")
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    parser.add_argument("--json", action="store_true", help="print JSON")
    sample = "print N values drawn at random, each with the passage it rests on, to be read against the documents"
    parser.add_argument("--sample", type=int, metavar="N", help=sample)
    parser.add_argument("--seed", type=int, metavar="S", default=0, help="the seed that --sample draws from")


def run(chosen: argparse.Namespace) -> int:
    """Print every mistake, and what each scenario rests on: 0 without mistakes, 1 with some, 3 for an unknown name.

    With ``--sample``, print values to be read instead; 2 when none is asked for. With ``--watch``, go on until
    KeyboardInterrupt.
    """
    if chosen.sample is not None and chosen.sample < 1:
        complain(f"a sample has at least one value, not {chosen.sample}")
        return 2
    if chosen.watch and (chosen.json or chosen.sample is not None):
        complain("--watch prints what is to be read at once; leave out --json and --sample")
        return 2
    if not chosen.watch:
        return _looked(chosen)
    if _folders(library_of(chosen.names), chosen.names) is None:
        return 3
    _watched(chosen)


def _watched(chosen: argparse.Namespace) -> NoReturn:
    import gc

    from game.commands.watching import hour, stamps_of, watch

    def look() -> None:
        tell(f"{hour()}  checking {' '.join(chosen.names) or 'everything'}\n")
        _looked(chosen)
        gc.unfreeze()  # what was read for this look is not wanted for the next
        tell("\nThe next change of a file is awaited; Ctrl-C ends.")

    watch(look, lambda: stamps_of(in_use(library_of(chosen.names))))


def _looked(chosen: argparse.Namespace) -> int:
    from game.authoring.memory import nothing_thrown_away

    with nothing_thrown_away():
        library = library_of(chosen.names)
        folders = _folders(library, chosen.names)
        if folders is None:
            return 3
        return _checked(chosen, library, folders) if chosen.sample is None else _sampled(chosen, library, folders)


def _checked(chosen: argparse.Namespace, library: Library, folders: list[Path]) -> int:
    from game.authoring.report import as_json, examined, rendered

    report = examined(library, folders)
    if chosen.json:
        tell_json(as_json(report))
    else:
        tell(rendered(report))
    return 1 if report.problems else 0


def _sampled(chosen: argparse.Namespace, library: Library, folders: list[Path]) -> int:
    from game.authoring.sample import drawn, founded, rendered

    values = drawn(founded(library, folders), chosen.sample, chosen.seed)
    if chosen.json:
        tell_json({"version": 1, "seed": chosen.seed, "values": [asdict(value) for value in values]})
    else:
        tell(rendered(values, library.documents))
    return 0


def _folders(library: Library, names: list[str]) -> list[Path] | None:
    """The scenarios to look at; None, and a complaint, when a name stands for nothing."""
    from game.authoring.diagnostics import suggestion

    if not names:
        return list(library.folders.values())
    found = []
    for name in names:
        if name in library.folders:
            found.append(library.folders[name])
        elif there := at(name, "scenario.yaml"):
            found += there
        elif name not in library.documents and not at(name, "source.yaml"):
            hint = suggestion(name, [*library.folders, *library.documents])
            complain(f"there is no scenario or source “{name}”; {hint}")
            return None
    return found
