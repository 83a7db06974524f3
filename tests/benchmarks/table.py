"""How fast and how large the table is: first frames, keys, memory, idling, replies; in one run, and as ratios.

    python -m tests.benchmarks.table [ROUNDS] [FOLDER]

The first frame is timed in a pseudo-terminal of 80×24 from the start of the process. An empty app has done with its
blank screen; of ours its title is waited for, and then what a player needs: the home screen's scenarios, which come
with the title, and the table's agenda. Others are timed twice in one run: to their first paint, which is blank with
some, and to what they are opened for. Beside the wall's clock stands the processor's, which a busy machine changes
less; after the ratios of the medians stand the least and the most of the ratios round by round. FOLDER holds virtual
environments of other programs (``FOLDER/toolong`` and so on): those that are there are timed in the same rounds.

A key is timed from the moment it is sent to the last byte of the answering paint, on a campaign with more than 500
remarks in its minutes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.terminals import Terminal, first_frames, median, percentile

SCENARIO = "moscow-1945-07-10"
TEXT = Path(__file__).parents[2] / "README.md"
GAME = [sys.executable, "-m", "game"]
TABLE = [*GAME, "play", SCENARIO, "--as", "china", "--seed", "3"]
EMPTY = [sys.executable, "-c", "from textual.app import App\nclass Empty(App): pass\nEmpty().run()"]
PAINT = b"\x1b[1;1H"
"""Textual puts the cursor there and paints."""
EMPTY_APP = "empty Textual app"
OURS = {
    EMPTY_APP: (EMPTY, {"": PAINT}),
    "home": (GAME, {"": b"PLENIPO", "scenarios": b"10 July"}),
    "table": (TABLE, {"": b"PLENIPO", "agenda": b"Draft Treaty"}),
}
OTHERS = {
    "toolong": (["tl", str(TEXT)], {"": PAINT, "text": b"lenipo"}),
    "frogmouth": (["frogmouth", str(TEXT)], {"": PAINT, "text": b"negotiation"}),
    "posting": (["posting"], {"": PAINT, "form": b"Enter a URL"}),
    "harlequin": (["harlequin"], {"": PAINT, "editor": b"Query Editor"}),
}
"""Programs others made with Textual, and what shows that they have painted, and what they are for."""
GOALS = {"home, scenarios": 1.4, "table, agenda": 1.8}
"""The most that a frame may take, in times of the empty app's."""
REMARKS = 520
KEYS = """
down down down up ] ] [ right down up down p w o esc p left ] right r r h k v h tab up up pageup pagedown up z pageup
pageup up down home end z left down down tab tab p [ [ ] p esc
h enter
"""
"""Arrows, other issues and panes, every verb into the composer, the minutes scrolled; then one holds to a position."""
ROUNDS_OF_KEYS = 4
IDLE = 5.0
"""Seconds for which a screen is left alone."""


def frames(rounds: int, folder: Path | None) -> None:
    """Print the first frames beside an empty app's, everything in each round."""
    programs = dict(OURS)
    for name, (command, marks) in OTHERS.items():
        path = folder / name / "bin" / command[0] if folder else None
        if path is not None and path.exists():
            programs[name] = ([str(path), *command[1:]], marks)
        else:
            print(f"first frame, {name:18}: not measured, it is not installed in FOLDER")
    taken: dict[str, list[tuple[float, float]]] = {}
    for turn in range(rounds + 1):
        for name, (command, marks) in programs.items():
            for mark, seconds in zip(marks, first_frames(command, tuple(marks.values())), strict=True):
                if turn:  # the first turn warms caches
                    taken.setdefault(f"{name}, {mark}" if mark else name, []).append(seconds)
    for name, seconds in taken.items():
        _tell_frame(name, seconds, taken[EMPTY_APP])


def _tell_frame(name: str, taken: list[tuple[float, float]], empty: list[tuple[float, float]]) -> None:
    told = []
    for clock, place in (("wall", 0), ("processor", 1)):
        middle, floor = median([one[place] for one in taken]), median([one[place] for one in empty])
        by_round = sorted(one[place] / other[place] for one, other in zip(taken, empty, strict=True))
        told.append(f"{clock} {middle:.3f} s, {middle / floor:.2f} × ({by_round[0]:.2f}-{by_round[-1]:.2f})")
    goal = f"; goal {GOALS[name]} ×" if name in GOALS else ""
    print(f"first frame, {name:18}: {'; '.join(told)}{goal}")


def keys(save: str, remarks: int) -> None:
    """Print how long keys take at a campaign with a long record, and what idling and memory come to there."""
    terminal = Terminal([*GAME, "play", save])
    terminal.until(lambda got: b"Your floor" in got)
    terminal.settle()
    held = terminal.memory()
    print(f"table of the campaign, {remarks} remarks: {held:.0f} MiB, idle {terminal.idle(IDLE):.2%} of a core")
    taken, cpu = [], []
    for _ in range(ROUNDS_OF_KEYS):
        for key in KEYS.split():
            before = terminal.used()
            taken.append((terminal.press(key), key))
            cpu.append(terminal.used() - before)
    terminal.close()
    told = [wall for wall, _ in taken]
    slowest = ", ".join(f"{key} {1000 * wall:.0f}" for wall, key in sorted(taken)[-4:])
    print(f"key to paint, {len(told)} keys: median {1000 * median(told):.0f} ms, ", end="")
    print(f"99th percentile {1000 * percentile(told, 0.99):.0f} ms (slowest: {slowest})")
    print(f"  processor time a key: median {1000 * median(cpu):.0f} ms, ", end="")
    print(f"99th percentile {1000 * percentile(cpu, 0.99):.0f} ms")


def idling() -> None:
    """Print memory and idling of the home screen, the table and the course of a game, in one process each."""
    for name, command, mark, pressed in (
        ("home", GAME, b"10 July", ""),
        ("table", TABLE, b"Your floor", ""),
        ("course", TABLE, b"Your floor", "g"),
        ("writing", TABLE, b"Your floor", "p i"),
    ):
        terminal = Terminal(command)
        terminal.until(lambda got, mark=mark: mark in got)  # type: ignore[misc]
        first = terminal.memory()
        terminal.settle()
        for key in pressed.split():
            terminal.press(key)
        idle = terminal.idle(IDLE)
        print(f"{name:8}: {first:.1f} MiB at its frame, {terminal.memory():.1f} MiB later, idle {idle:.2%} of a core")
        terminal.close()


def analysis(name: str, command: list[str]) -> None:
    """Print the memory of one process in which a game is broken off, and its course and its debrief are opened."""
    terminal = Terminal(command)
    terminal.until(lambda got: b"Your floor" in got)
    terminal.settle()
    for key in ("g", "esc", "j", "w", "enter", "g", "esc", "b"):
        terminal.press(key)
        terminal.settle(2.0)
    print(f"{name}, ended, with its course and its debrief: {terminal.memory():.1f} MiB")
    terminal.close()


def replies(seed: int) -> list[float]:
    """Seconds for each decision of a counterpart in a whole game against another."""
    from game.authoring.loader import load
    from game.delegates.registry import make
    from game.engine.chance import chances
    from game.engine.engine import apply, begin
    from game.engine.view import view

    state = begin(load(SCENARIO))
    seats = {party.id: make("counterpart", seed, party.id) for party in state.scenario.agenda.parties}
    taken = []
    while state.ending is None:
        due = chances(state)
        if due:
            state = apply(state, due[0].occur).after
            continue
        seen = view(state, state.floor)
        began = time.perf_counter()
        decision = seats[state.floor].choose(seen)
        taken.append(time.perf_counter() - began)
        state = apply(state, decision.move).after
    return taken


def main() -> None:
    """Print the figures."""
    from tests.benchmarks.campaign import saved_campaign

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ["PLENIPO_SAVES"] = tempfile.mkdtemp(prefix="plenipo-bench-")
    frames(rounds, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    idling()
    save, remarks = saved_campaign(REMARKS)
    analysis("one sitting", [*TABLE, "--exchanges", "3"])
    keys(save, remarks)
    analysis("the campaign", [*GAME, "play", save])
    decided = replies(3)
    print(f"counterpart, {len(decided)} decisions: median {1000 * median(decided):.1f} ms, ", end="")
    print(f"slowest {1000 * max(decided):.0f} ms")


if __name__ == "__main__":
    main()
