"""A record: who sat where, every move in order, and how it ended. Decisions only; the state is worked out by replay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, fields
from typing import Any

from game.engine.moves import Move, Occur
from game.engine.notation import NotationError, read, written
from game.engine.state import Ending, EndingKind
from game.record.errors import OtherVersion, RecordError
from game.record.jsonl import decode, encode, parse
from game.record.shape import Shape, shown
from game.slim import dataclass

FORMAT = 1
"""The form of the file. It changes when an older program could not read a newer file."""
RULES = 1
"""The rules of the game. They change when an older record would replay differently."""
CHANCE = "chance"
"""Who makes the moves that no party makes."""
LARGEST = 16 * 1024 * 1024
"""Bytes a record may have; a long game has some 100,000."""
MOST_EXCHANGES = 1000


@dataclass(frozen=True, slots=True)
class Parent:
    """The record a variation leaves, and the last ply they share."""

    record: str
    ply: int


@dataclass(frozen=True, slots=True)
class Header:
    """How a game was set up. ``seats`` maps each party to ``human`` or a delegate's name.

    ``id`` is the record's own; empty for one that is kept nowhere. ``exchanges`` (speeches a side) and ``opener``
    are None where the meeting's own hold. ``study`` says that the player could go back and try other courses.
    ``started`` is ISO text from the caller: no clock is read here. ``extra`` are keys this program does not know.
    """

    id: str
    scenario: str
    digest: str
    seats: Mapping[str, str]
    seed: int = 0
    exchanges: int | None = None
    opener: str | None = None
    parent: Parent | None = None
    study: bool = False
    started: str = ""
    format: int = FORMAT
    rules: int = RULES
    extra: Mapping[str, Any] = field(default_factory=dict)


_HEADER_KEYS = frozenset({one.name for one in fields(Header)} - {"extra"} | {"chain"})
_LINE_KEYS = frozenset({"ply", "by", "move", "state", "chain"})
_CLOSING_KEYS = frozenset({"ending", "by", "communique", "chain"})


@dataclass(frozen=True, slots=True)
class Line:
    """One move: its ply (from 1), who made it (a party, or ``chance``), and the digest of the state after it."""

    ply: int
    by: str
    move: Move
    digest: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Closing:
    """The last line of a finished game: how it ended."""

    ending: Ending
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A game as decided so far; ``closing`` is None while it goes on."""

    header: Header
    lines: tuple[Line, ...] = ()
    closing: Closing | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read: the sound record, and what is wrong after it.

    ``damage`` names the first bad line, None when all is well; ``sound`` counts the bytes before it; ``last`` is the
    last sound line without its line feed, to which the next one is chained.
    """

    record: Record
    damage: RecordError | None
    sound: int
    last: bytes


def by_whom(move: Move) -> str:
    """Who a line says made the move."""
    return CHANCE if isinstance(move, Occur) else move.by


def dump(record: Record) -> bytes:
    """The whole record as the bytes of a file."""
    lines = [header_line(record.header), *map(move_line, record.lines)]
    if record.closing is not None:
        lines.append(closing_line(record.closing))
    previous, out = b"", []
    for line in lines:
        previous = encode(line, previous)
        out.append(previous)
    return b"".join(line + b"\n" for line in out)


def load(data: bytes) -> Reading:
    """Read the bytes of a file: everything sound up to the first bad line.

    RecordError when not even the first line can be read, OtherVersion when it is another program's version.
    """
    if not data:
        raise RecordError("the file is empty; there is no record in it")
    if len(data) > LARGEST:
        raise RecordError(f"the file has {len(data):,} bytes; a record has at most {LARGEST:,}")
    rows = _rows(data)
    previous, sound = next(rows)
    header = _header(previous)
    lines: list[Line] = []
    closing: Closing | None = None
    damage: RecordError | None = None
    for number, (raw, end) in enumerate(rows, 2):
        try:
            made = _next(Shape(decode(raw, previous, number), number), len(lines) + 1, closing)
        except RecordError as error:
            damage = error
            break
        if isinstance(made, Closing):
            closing = made
        else:
            lines.append(made)
        previous, sound = raw, end
    return Reading(Record(header, tuple(lines), closing), damage, sound, previous)


def _rows(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Each line without its line feed, and where the next one starts. Only a line feed ends a line."""
    start = 0
    while start < len(data):
        found = data.find(b"\n", start)
        end = len(data) if found < 0 else found
        yield data[start:end], min(end + 1, len(data))
        start = end + 1


def header_line(header: Header) -> dict[str, Any]:
    """The header as the mapping that is written."""
    parent = header.parent and {"record": header.parent.record, "ply": header.parent.ply}
    told = {
        "format": header.format,
        "rules": header.rules,
        "id": header.id,
        "scenario": header.scenario,
        "digest": header.digest,
        "seats": dict(header.seats),
        "seed": header.seed,
        "exchanges": header.exchanges,
        "opener": header.opener,
        "parent": parent,
        "study": header.study or None,
        "started": header.started,
    }
    return {key: value for key, value in told.items() if value is not None} | dict(header.extra)


def move_line(line: Line) -> dict[str, Any]:
    """A move's line as the mapping that is written."""
    return {"ply": line.ply, "by": line.by, "move": written(line.move), "state": line.digest} | dict(line.extra)


def closing_line(closing: Closing) -> dict[str, Any]:
    """The last line as the mapping that is written."""
    ending = closing.ending
    told = {"ending": ending.kind.value, "by": ending.by, "communique": ending.communique}
    return {key: value for key, value in told.items() if value} | dict(closing.extra)


def _header(raw: bytes) -> Header:
    shape = Shape(parse(raw, 1), 1)
    if "format" not in shape.found:
        raise shape.wrong("this is not the record of a game: its first line has no “format”")
    written_in = shape.whole("format")
    if written_in != FORMAT:
        raise OtherVersion(f"this record is in format {written_in}; this program reads format {FORMAT}", 1)
    if shape.whole("rules") != RULES:
        raise OtherVersion(f"this game was played by rules {shape.found['rules']}; this program plays rules {RULES}", 1)
    decode(raw, b"", 1)
    return Header(
        id=shape.slug_or_nothing("id"),
        scenario=shape.slug("scenario"),
        digest=shape.slug_or_nothing("digest"),
        seats=_seats(shape),
        seed=shape.whole("seed"),
        exchanges=_exchanges(shape),
        opener=shape.slug("opener") if "opener" in shape.found else None,
        parent=_parent(shape),
        study=shape.yes("study"),
        started=shape.text("started"),
        extra=shape.rest(_HEADER_KEYS),
    )


def _seats(shape: Shape) -> dict[str, str]:
    seats = Shape(shape.mapping("seats"), shape.line)
    if len(seats.found) != 2:
        raise shape.wrong(f"“seats” must name two parties, not {len(seats.found)}")
    return {party: seats.name(party) for party in seats.found}


def _exchanges(shape: Shape) -> int | None:
    if "exchanges" not in shape.found:
        return None
    exchanges = shape.whole("exchanges", 1)
    if exchanges > MOST_EXCHANGES:
        raise shape.wrong(f"“exchanges” must be {MOST_EXCHANGES} or less, not {exchanges}")
    return exchanges


def _parent(shape: Shape) -> Parent | None:
    if "parent" not in shape.found:
        return None
    parent = Shape(shape.mapping("parent"), shape.line)
    return Parent(parent.slug_or_nothing("record"), parent.whole("ply", 0))


def _next(shape: Shape, ply: int, closing: Closing | None) -> Line | Closing:
    if closing is not None:
        raise shape.wrong("there is something after the ending, which is always the last line")
    return _closing(shape) if "ending" in shape.found else _line(shape, ply)


def _line(shape: Shape, expected: int) -> Line:
    ply = shape.whole("ply")
    if ply != expected:
        raise shape.wrong(f"“ply” is {ply} where {expected} should follow")
    try:
        move = read(shape.mapping("move"))
    except NotationError as error:
        raise shape.wrong(f"its move can't be read: {str(error)[:300]}") from None
    if shape.text("by") != by_whom(move):
        raise shape.wrong(f"“by” is {shown(shape.found.get('by'))}, but the move is made by {shown(by_whom(move))}")
    return Line(ply, by_whom(move), move, shape.slug("state"), shape.rest(_LINE_KEYS))


def _closing(shape: Shape) -> Closing:
    try:
        kind = EndingKind(shape.text("ending"))
    except ValueError:
        known = ", ".join(EndingKind)
        found = shown(shape.found["ending"])
        raise shape.wrong(f"“ending” can't be {found}; it is one of: {known}") from None
    ending = Ending(kind, shape.text("by"), shape.text("communique"))
    return Closing(ending, shape.rest(_CLOSING_KEYS))
