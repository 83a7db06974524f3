"""The games kept in the saves folder: list them, begin one, open one to play on or to look at.

Each is a record of its own, ``<id>.record.jsonl``. The scenario as it was authored then is kept beside, under its
digest, so that a later change to the scenario orphans no game.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from difflib import get_close_matches
from hashlib import sha256
from itertools import count
from pathlib import Path

from game.engine.scenario import Scenario
from game.play.setup import HUMAN, Setup
from game.record.errors import NotSaved, RecordError, SaveError, reason
from game.record.journal import Journal, read_file
from game.record.jsonl import parse
from game.record.lock import Lock
from game.record.record import CHANCE, LARGEST, Header, Parent, Record, load
from game.slim import dataclass

SUFFIX = ".record.jsonl"
KEPT_SCENARIOS = "scenarios"
"""The folder, inside that of the saves, of scenarios as they were authored."""
_ID = re.compile(r"[a-z0-9-]{1,40}")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""Names some systems keep for devices, whatever follows the first dot."""
_MOVER = re.compile(rb'^\{"ply":[0-9]+,"by":"([a-z0-9-]+)"', re.MULTILINE)
"""Who made the move of a line, as the journal writes it."""


class UnknownSave(SaveError):
    """There is no such game; the message suggests the nearest name."""


class ScenarioLost(SaveError):
    """The game is sound, but the scenario it was played on can't be found as it was then."""


@dataclass(frozen=True, slots=True)
class Save:
    """A kept game at a glance. ``chair`` is the party a person plays, empty when none does or both are.

    ``when`` is ISO text, ``ply`` the moves recorded, ``ended`` how it ended (empty while it goes on). ``trouble`` says
    in a sentence what is wrong with the file, empty when it looks sound; a file can be listed as sound and still be
    found altered when it is opened. ``parent`` is the game a variation leaves, and after which move. ``against`` are
    the delegates that sit in it; ``speeches`` those made by both sides; ``study`` whether one could go back in it.
    """

    id: str
    path: Path
    scenario: str
    chair: str
    when: str
    ply: int
    ended: str = ""
    trouble: str = ""
    parent: Parent | None = None
    against: str = ""
    speeches: int = 0
    study: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A game read: the sound part of its record, its scenario, the journal to go on with (None to look at it only).

    ``damage`` names the first bad line when something after the sound part could not be read.
    """

    record: Record
    scenario: Scenario
    journal: Journal | None
    damage: RecordError | None


def list_saves() -> tuple[Save, ...]:
    """The kept games, the latest begun first. A damaged one is listed with its trouble; none stops the others."""
    try:
        paths = sorted(path for path in _folder().glob(f"*{SUFFIX}") if path.is_file() and path.stat().st_size)
    except (OSError, NotSaved):
        return ()
    return tuple(sorted(map(_glance, paths), key=lambda save: (save.when, save.id), reverse=True))


def new_save(scenario: Scenario, setup: Setup, path: Path | None = None, started: str = "") -> Journal:
    """A journal for a new game: in the saves folder under a name of its own, or at ``path``.

    ``started`` is ISO text, now when empty. NotSaved when it can't be written; FileExistsError when ``path`` is there.
    """
    started = started or datetime.now().astimezone().isoformat(timespec="seconds")
    keep_scenario(scenario)
    if path is not None:
        return Journal.create(path, setup.header(scenario, _slug(path.name), started))
    folder = _folder()
    for name in _names(started):
        try:
            return Journal.create(folder / f"{name}{SUFFIX}", setup.header(scenario, name, started))
        except FileExistsError:
            continue
    raise AssertionError("names never run out")


def open_save(save: str) -> Opened:
    """A kept game to play on: its id, or the path of a record anywhere.

    UnknownSave, ScenarioLost; InUse when another program has it and NotSaved when it is read-only (then
    ``read_save`` still works); RecordError when it can't be read at all.
    """
    path = save_path(save)
    reading, journal = Journal.reopen(path)
    try:
        scenario = find_scenario(reading.record.header, path)
    except BaseException:
        journal.close()
        raise
    return Opened(reading.record, scenario, journal, reading.damage)


def read_save(save: str) -> Opened:
    """A kept game to look at; nothing is written. Errors as for ``open_save``, but for InUse and NotSaved."""
    path = save_path(save)
    reading = read_file(path)
    return Opened(reading.record, find_scenario(reading.record.header, path), None, reading.damage)


def discard(save: str) -> None:
    """Take a kept game off the disk. UnknownSave when there is none, InUse while a program has it open, NotSaved."""
    path = save_path(save)
    Lock.on(path).release()  # some systems keep an open file
    try:
        path.unlink()
    except OSError as error:
        raise NotSaved(f"{path.name} can't be deleted: {reason(error)}", path) from error


def is_save(name: str) -> bool:
    """Whether a name is a saved game's, or the path of a record. A scenario of that name comes first."""
    from game.authoring import loader

    if not name or name in loader.scenario_ids():
        return False
    try:
        save_path(name)
    except SaveError:
        return False
    return True


def save_path(save: str) -> Path:
    """The file of a kept game named by its id, or by a path. UnknownSave when there is none."""
    if _ID.fullmatch(save) and not _DEVICES.fullmatch(save):
        path = _folder() / f"{save}{SUFFIX}"
        if path.is_file() and path.resolve().parent == _folder().resolve():
            return path
    elif os.path.isfile(save):  # a name too long for the system is no file, not an error
        return Path(save)
    near = get_close_matches(save, [one.id for one in list_saves()], 1, 0.5)
    hint = f"did you mean “{near[0]}”?" if near else "see the list of saved games"
    raise UnknownSave(f"there is no saved game “{save[:80]}”; {hint}", Path(f"{save[:80]}{SUFFIX}"))


def keep_scenario(scenario: Scenario) -> None:
    """Keep the scenario as authored beside the saves, once for each digest. NotSaved when it can't be written."""
    from game.authoring import loader

    target = _kept(scenario.digest)
    if target.exists():
        return
    text = loader.canonical(scenario.id)
    if sha256(text.encode("utf-8")).hexdigest() != scenario.digest:
        return
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        os.replace(part, target)
    except OSError as error:
        raise NotSaved(f"the game can't be saved in {target.parent}: {reason(error)}", target) from error


def find_scenario(header: Header, path: Path) -> Scenario:
    """The scenario a record was played on: the copy kept under its digest, else the present one if it is the same."""
    from game.authoring import loader

    with suppress(OSError, UnicodeDecodeError, loader.BrokenScenario):
        for kept in _copies(header.digest, path):
            text = kept.read_bytes()
            if sha256(text).hexdigest() == header.digest:
                return loader.from_canonical(text.decode("utf-8"))
    with suppress(OSError, loader.UnknownScenario, loader.BrokenScenario):
        present = loader.load(header.scenario)
        if present.digest == header.digest:
            return present
    raise ScenarioLost(
        f"“{header.scenario}” is no longer here as it was when {path.name} was played, so the game can't be shown", path
    )


def _folder() -> Path:
    from game.paths import saves_folder

    try:
        return saves_folder()
    except OSError as error:
        where = Path(error.filename) if error.filename else Path()
        raise NotSaved(f"there is no folder to save games in: {where}: {reason(error)}", where) from error


def _kept(digest: str) -> Path:
    return _folder() / KEPT_SCENARIOS / f"{digest}.json"


def _copies(digest: str, path: Path) -> list[Path]:
    """Where a scenario of that digest is kept: with the saves, or beside the record."""
    beside = path.parent / KEPT_SCENARIOS / f"{digest}.json"
    try:
        kept = [_kept(digest), beside]
    except NotSaved:
        kept = [beside]
    return [one for one in kept if digest and one.is_file()]


def _slug(name: str) -> str:
    """A file's name as a record's id."""
    return re.sub(r"[^a-z0-9]+", "-", name.removesuffix(SUFFIX).lower()).strip("-")[:40]


def _names(started: str) -> Iterator[str]:
    """Ids from the moment a game began, numbered where several began at once."""
    stem = "-".join(re.findall(r"\d+", started)[:6])[:30] or "game"
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def _glance(path: Path) -> Save:
    """A save from its first and last line; the lines between are not looked at."""
    plain = path.name.removesuffix(SUFFIX)
    name = plain if _ID.fullmatch(plain) else str(path)
    try:
        with path.open("rb") as file:
            found = file.read(LARGEST)
        header = load(found.split(b"\n", 1)[0]).record.header
        ply, ended = _last(found)
    except (RecordError, OSError) as error:
        sentence = error.message if isinstance(error, RecordError) else reason(error)
        return Save(name, path, "", "", "", 0, trouble=sentence)
    humans = [party for party, seat in header.seats.items() if seat == HUMAN]
    trouble = "" if found.endswith(b"\n") else "its last line was cut short; the moves before it are sound"
    chair = humans[0] if len(humans) == 1 else ""
    against = ", ".join(sorted({seat for seat in header.seats.values() if seat != HUMAN}))
    glimpsed = (name, path, header.scenario, chair, header.started, ply, ended, trouble, header.parent)
    return Save(*glimpsed, against, _speeches(found), header.study)


def _speeches(found: bytes) -> int:
    """How often the word passed to a party: its moves in a row, whatever chance does between, are one speech."""
    movers = [mover for mover in _MOVER.findall(found) if mover != CHANCE.encode()]
    return sum(1 for before, mover in zip([b"", *movers], movers, strict=False) if mover != before)


def _last(found: bytes) -> tuple[int, str]:
    """The last ply of a record, and how it ended if it did, from its last whole line."""
    lines = found.count(b"\n")
    if lines == 0:
        return 0, ""
    end = found.rfind(b"\n")
    last = parse(found[found.rfind(b"\n", 0, end) + 1 : end], lines)
    ended = str(last.get("ending", ""))
    return lines - (2 if ended else 1), ended
