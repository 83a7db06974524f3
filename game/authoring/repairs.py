"""What would mend a file that can't be read or has not its shape: one line written otherwise, tried out.

Nothing here knows what an author meant. Each of some small changes an author's slip may be undone by (indentation, a
quotation mark, a bracket, a colon, a dash) is made near the mistake, and the file is read again; what leaves the
fewest mistakes is advised. Long files are cut to the entries round the place, and so many characters are read at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from game.authoring.diagnostics import quoted
from game.slim import dataclass

MOST_READ = 400_000
"""Characters read in all while one mistake is looked into."""
STILL_TOLD = 1
"""Mistakes that may be left where a file can be read again at all."""
REACH = 40
"""Lines above the place at which something may have been left open."""
_PAIR = re.compile(r"^(?P<lead> *(?:- )?)(?P<key>[\w-]+)(?P<colon>: +)(?P<value>\S.*)$")
_STICKING = re.compile(r"^( *(?:- )?[a-z_]+):(?=\S)")
_WORD_FIRST = re.compile(r"^( *(?:- )?[a-z_]+) +(?=\S)")
_ENDS = re.compile(r", [a-z_]+: |, (?=[^,]*[\]}])|[\]}]+$")
"""Where a text in brackets may end."""
_RUN_ON = re.compile(r"(?<=\S) +(?=[a-z_]+: )")
_ISO = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_DOTTED = re.compile(r"([0-9]{1,2})[. ] ?([0-9]{1,2})[. ] ?([0-9]{4})")
_SLASHED = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")
_OPENED = {",": ",", "]": "[", "}": "{"}
"""What has to stand in a word before such an end belongs to it."""
_SMART = str.maketrans("“”„‟‘’", '""""\'\'')

Count = Callable[[str], int | None]
"""How many mistakes a text has in its shape; None when it can't be read."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A line (from 1), the lines to write in its place, and how to say so. ``left`` mistakes are then left."""

    line: int
    new: tuple[str, ...]
    advice: str
    left: int


def repair(lines: Sequence[str], near: int, count: Count) -> Repair | None:
    """The change near a line (from 1) that leaves the fewest mistakes; None when none can be found that helps."""
    best: Repair | None = None
    read = 0
    for place in _places(lines, near):
        kept = _kept(lines, min(place, near), max(place, near))
        window = [lines[number] for number in kept]
        least, at = count("\n".join(window)), kept.index(place - 1)
        enough = STILL_TOLD if least is None else least - 1
        for new in dict.fromkeys(_candidates(lines, place)):
            read += sum(map(len, window))
            left = count("\n".join([*window[:at], *new, *window[at + 1 :]])) if read <= MOST_READ else None
            if left is not None and left <= (best.left - 1 if best else enough):
                best = Repair(place, new, _advice(lines[place - 1], new), left)
            if best and best.left == 0:
                return best
    return best


def _places(lines: Sequence[str], near: int) -> list[int]:
    """The lines to try, the likeliest first: with something left open above, the line itself, those beside it."""
    near = min(max(1, near), len(lines))
    above = range(near, max(0, near - REACH), -1)
    left_open = [number for number in above if _left_open(lines[number - 1])]
    places = dict.fromkeys([*left_open[:4], near, near - 1, near + 1, near - 2, _first_beside(lines, near)])
    return [one for one in places if 0 < one <= len(lines) and lines[one - 1].strip()]


def _first_beside(lines: Sequence[str], near: int) -> int:
    """The first line of what the line at ``near`` (from 1) is a part of: the one below the key it hangs on."""
    line = lines[near - 1]
    depth = len(line) - len(line.lstrip())
    first = near
    for number in range(near - 1, 0, -1):
        above = lines[number - 1]
        if above.rstrip().endswith(":") and len(above) - len(above.lstrip()) < max(1, depth):
            return first
        if above.strip() and not above.lstrip().startswith("#"):
            first = number
    return near


def _left_open(line: str) -> bool:
    bare = line.replace('\\"', "")
    if bare.count('"') % 2:
        return True
    outside = re.sub(r'"[^"]*"', "", bare)
    return any(outside.count(one) != outside.count(other) for one, other in ("[]", "{}"))


def _kept(lines: Sequence[str], first: int, last: int) -> list[int]:
    """The lines (from 0) to read: all but the entries of lists of the top level that lie apart from a stretch.

    The stretch is from ``first`` to ``last`` (from 1). Of other lists the first entry is kept, so that none is empty.
    """
    kept: list[int] = []
    part: list[int] = []
    whole, was_top = True, False
    for number, line in enumerate([*lines, "end:"]):
        top = bool(line) and line[0] not in " #\t"
        if top or line.startswith("  - "):
            if whole or (part and part[0] < last and number >= first):
                kept += part
            part, whole, was_top = [], top or was_top, top
        part.append(number)
    return kept


def _candidates(lines: Sequence[str], place: int) -> Iterator[tuple[str, ...]]:
    """What may stand in the place of a line (from 1), the likeliest first."""
    line = lines[place - 1]
    bare = line.strip()
    if line != line.lstrip("\t ") and "\t" in line[: len(line) - len(line.lstrip())]:
        yield from _indented(lines, place, bare)
    for old, new in (("\t", " "), ("\u00a0", " "), ("\u200b", ""), ("\ufeff", "")):
        if old in line:
            yield (line.replace(old, new),)
    yield from _closed(line)
    yield from _coloned(line)
    yield from _valued(line)
    yield from _dated(lines, line)
    yield from _broken(line)
    if line.startswith("  ") and not bare.startswith("- "):
        dashed = len(line) - len(line.lstrip()) - 2
        yield (f"{' ' * dashed}- {bare}",)
    yield from _indented(lines, place, bare)


def _indented(lines: Sequence[str], place: int, bare: str) -> Iterator[tuple[str, ...]]:
    """The line a space further in or out, then as far in as those above and below it, and as others near are."""
    nearby = (place - 2, place, place - 3, place + 1, *range(place - 4, max(-1, place - 12), -1))
    others = [lines[one] for one in nearby if 0 <= one < len(lines) and lines[one].strip()]
    line = lines[place - 1]
    here = len(line) - len(line.lstrip(" ")) if "\t" not in line else 0
    depths = [here + 1, here - 1] if here % 2 else []
    for other in others:
        depth = len(other) - len(other.lstrip(" "))
        depths += [depth, depth + 2] if other.lstrip(" ").startswith("- ") or other.rstrip().endswith(":") else [depth]
    for depth in dict.fromkeys(depths):
        yield (" " * depth + bare,)


def _closed(line: str) -> Iterator[tuple[str, ...]]:
    """The line with what is open in it closed at its end."""
    end = line.rstrip()
    if end.replace('\\"', "").count('"') % 2:
        yield (f'{end}"',)
        opened = end.rindex('"')
        yield from ((f'{end[: one.start()]}"{end[one.start() :]}',) for one in _ENDS.finditer(end, opened + 1))
    for opens, closes in ("[]", "{}"):
        if end.count(opens) > end.count(closes):
            yield (end.rstrip(",") + closes,)
    if any(one in line for one in "“”„‘’"):
        yield (line.translate(_SMART),)


def _coloned(line: str) -> Iterator[tuple[str, ...]]:
    """The line with a colon and a space after its first word, where one is missing."""
    for pattern in (_STICKING, _WORD_FIRST):
        found = pattern.match(line)
        if found:
            yield (f"{found.group(1)}: {line[found.end() :].lstrip(': ')}",)


def _valued(line: str) -> Iterator[tuple[str, ...]]:
    """The line with its value written in another way: quoted, bare, as an id, a number, a day."""
    pair = _PAIR.match(line)
    if pair is None:
        return
    head, value = line[: pair.start("value")], pair["value"].rstrip()
    bare = value.strip("\"'")
    if not value.startswith(('"', "'", "[", "{", ">", "|")):
        yield (head + '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"',)
    number = re.search(r"[0-9]+", bare)
    for other in (
        bare,
        bare.strip("[]{}"),
        f'"{bare.strip("[]{}")}"',
        bare.lower(),
        re.sub(r"[ _.]+", "-", bare.lower()),
        number.group() if number else bare,
        _day(bare),
        f"[{bare}]",
        {"yes": "true", "no": "false", "on": "true", "off": "false"}.get(bare.lower(), bare),
    ):
        if other.strip('" ') and other != value:
            yield (head + other,)
    if value.startswith(("[", "{")):
        yield from (
            (head + other,) for other in (value.lower(), re.sub(r"(?<=[\w]) (?=[\w])", ", ", value)) if other != value
        )


def _dated(lines: Sequence[str], line: str) -> Iterator[tuple[str, ...]]:
    """The line with another day, where it has one: those that stand elsewhere in the file, the likest first."""
    found = _ISO.search(line)
    if found:
        others = dict.fromkeys(day for one in lines if one != line for day in _ISO.findall(one))
        for day in sorted(others, key=lambda one: (-_alike(one, found.group()), one)):
            yield (line.replace(found.group(), day),)
        yield (line.replace(found.group(), found.group()[:8] + "28"),)


def _alike(one: str, other: str) -> int:
    """How many characters two days share from their beginning, and then in all."""
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), 10)
    return 10 * start + sum(a == b for a, b in zip(one, other, strict=True))


def _day(text: str) -> str:
    """A day written in another manner, as year-month-day."""
    if found := _DOTTED.fullmatch(text):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _SLASHED.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return text


def _broken(line: str) -> Iterator[tuple[str, ...]]:
    """The line broken before each thing in it that looks like a key, the rest under the first key."""
    pair = _PAIR.match(line)
    if pair is not None:
        for found in _RUN_ON.finditer(line, pair.start("value")):
            yield line[: found.start()], " " * len(pair["lead"]) + line[found.end() :]


def _advice(old: str, new: tuple[str, ...]) -> str:
    """How to say what is to be written."""
    if len(new) == 2:
        return f"put {quoted(new[1].strip())} on a line of its own"
    if new[0].strip() == old.strip():
        return f"begin this line with {_spaces(len(new[0]) - len(new[0].lstrip()))}"
    before, after = _difference(old, new[0])
    if old.count(before) == 1 and before:
        return f"write {quoted(after)} instead of {quoted(before)}"
    depth = len(new[0]) - len(new[0].lstrip())
    moved = depth != len(old) - len(old.lstrip())
    return f"write this line as {quoted(new[0].strip())}" + (f", after {_spaces(depth)}" if moved else "")


def _spaces(count: int) -> str:
    return f"{count} space{'' if count == 1 else 's'}"


def _difference(old: str, new: str) -> tuple[str, str]:
    """The parts in which two lines differ, widened to whole words."""
    start = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    while start and not old[start - 1].isspace():
        start -= 1
    while end and not old[len(old) - end].isspace():
        end -= 1
    before, after = old[start : len(old) - end].strip(), new[start : len(new) - end].strip()
    while before and after and before[-1] == after[-1] and _OPENED.get(before[-1], before[0]) not in before[:-1]:
        before, after = before[:-1], after[:-1]
    return before, after
