"""One mistake an author might make, put into a scenario's files by a seed: thirty kinds of them.

A kind is given chance and the files (text by path) and returns the files changed, or None where it finds nothing to
spoil. ``Mutated.lines`` are the lines of the changed file at which a reader would look for the mistake: where it was
made; the entry's first line where a line is gone; none where the file itself is the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

Files = Mapping[str, bytes]
Lines = list[str]
PAIR = re.compile(r"^(?P<indent> *)(?P<dash>- )?(?P<key>[a-z_]+): (?P<value>\S.*)$")
"""A key and its value on one line."""
OPENING = re.compile(r"^(?P<indent> *)(?P<dash>- )?(?P<key>[a-z0-9_-]+):$")
ID_KEYS = ("issue", "option", "party", "source", "opens", "head", "by", "talk")
WORD_KEYS = ("tier", "basis", "strength", "kind", "answer", "line", "answers", "grain")
REQUIRED = (
    *("id", "title", "subtitle", "date", "place", "exchanges", "opens", "code", "heading", "question", "tier", "label"),
    *(
        "wording",
        "basis",
        "strength",
        "since",
        "text",
        "kind",
        "party",
        "name",
        "adjective",
        "brief",
        "answer",
        "words",
    ),
    *("card", "claim", "line", "answers", "source", "quote", "option", "issue", "do"),
)


@dataclass(frozen=True)
class Mutated:
    """The files with a mistake in one of them, and the lines of it at which the mistake is."""

    kind: str
    path: str
    files: Files
    lines: frozenset[int]


Kind = Callable[[Random, Files], Mutated | None]
KINDS: dict[str, Kind] = {}


def kind(spoil: Kind) -> Kind:
    """A kind of mistake, by the name of its function."""
    KINDS[spoil.__name__] = spoil
    return spoil


def one_of(chance: Random, files: Files, wanted: Callable[[str, Lines], list[int]]) -> tuple[str, Lines, int] | None:
    """A file, its lines, and one of the places (from 0) in it that ``wanted`` names; None where there is none."""
    found = []
    for path in sorted(files):
        lines = files[path].decode().split("\n")
        found += [(path, lines, place) for place in wanted(path, lines)]
    return chance.choice(found) if found else None


def pairs(*keys: str, like: str = "") -> Callable[[str, Lines], list[int]]:
    """The places of one-line pairs with these keys (all when none is named) whose value is ``like`` a pattern."""

    def wanted(path: str, lines: Lines) -> list[int]:
        found = []
        for place, line in enumerate(lines):
            pair = PAIR.match(line)
            if pair and (not keys or pair["key"] in keys) and re.search(like, pair["value"]) and pair["value"] != ">-":
                found.append(place)
        return found

    return wanted


def changed(files: Files, at: tuple[str, Lines, int], new: str, name: str) -> Mutated:
    """One line put in the place of another."""
    path, lines, place = at
    text = "\n".join([*lines[:place], new, *lines[place + 1 :]])
    return Mutated(name, path, {**files, path: text.encode()}, frozenset({place + 1}))


def with_value(line: str, value: str) -> str:
    """The pair with another value."""
    return line[: PAIR.match(line).start("value")] + value  # type: ignore[union-attr]


def value_of(line: str) -> str:
    """The value of a pair, as written."""
    return PAIR.match(line)["value"]  # type: ignore[index]


def slipped(chance: Random, word: str) -> str:
    """A word with one slip of the hand: two letters exchanged, one left out, or one twice."""
    place = chance.randrange(len(word) - 1)
    while word[place] == word[place + 1] and place:
        place -= 1
    left, right = word[:place], word[place:]
    slips = (f"{left}{right[1]}{right[0]}{right[2:]}", f"{left}{right[1:]}", f"{left}{right[0]}{right}")
    return next((one for one in chance.sample(slips, 3) if one != word), word + word[-1])


# Keys


@kind
def misspelled_key(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(like="."))
    if at is None:
        return None
    pair = PAIR.match(at[1][at[2]])
    assert pair is not None
    if len(pair["key"]) < 3:
        return None
    line = at[1][at[2]]
    new = line[: pair.start("key")] + slipped(chance, pair["key"]) + line[pair.end("key") :]
    return changed(files, at, new, "misspelled_key")


@kind
def deleted_key(chance: Random, files: Files) -> Mutated | None:
    def wanted(path: str, lines: Lines) -> list[int]:
        return [
            place for place in pairs(*REQUIRED)(path, lines) if "- " not in lines[place][:12] and place + 1 < len(lines)
        ]

    at = one_of(chance, files, wanted)
    if at is None:
        return None
    path, lines, place = at
    depth = len(lines[place]) - len(lines[place].lstrip())
    rest = [*lines[:place], *lines[place + 1 :]]
    first = place
    while first > 0 and (
        len(rest[first - 1]) - len(rest[first - 1].lstrip()) >= depth
        or not rest[first - 1].strip()
        or rest[first - 1].lstrip().startswith("#")
    ):
        first -= 1
    if first > 0 and rest[first - 1].lstrip().startswith("- "):
        first -= 1
    while rest[first].lstrip().startswith("#"):
        first += 1
    return Mutated("deleted_key", path, {**files, path: "\n".join(rest).encode()}, frozenset({first + 1}))


@kind
def duplicate_key(chance: Random, files: Files) -> Mutated | None:
    def wanted(path: str, lines: Lines) -> list[int]:
        return [place for place in pairs()(path, lines) if "- " not in lines[place][:12]]

    at = one_of(chance, files, wanted)
    if at is None:
        return None
    path, lines, place = at
    text = "\n".join([*lines[: place + 1], lines[place], *lines[place + 1 :]])
    return Mutated("duplicate_key", path, {**files, path: text.encode()}, frozenset({place + 2}))


@kind
def capital_in_key(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(like="."))
    if at is None:
        return None
    line = at[1][at[2]]
    pair = PAIR.match(line)
    assert pair is not None
    new = line[: pair.start("key")] + pair["key"].capitalize() + line[pair.end("key") :]
    return changed(files, at, new, "capital_in_key")


# Names


@kind
def misspelled_id(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(*ID_KEYS, like=r"^[a-z0-9-]{4,}$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, slipped(chance, value_of(line))), "misspelled_id")


@kind
def swapped_id(chance: Random, files: Files) -> Mutated | None:
    """An option that belongs to another issue of the file, in an instruction's list."""
    at = one_of(chance, files, pairs("free", "report", "ask", "forbidden", like=r"^\["))
    if at is None:
        return None
    _, lines, place = at
    own = re.findall(r"[a-z0-9-]+", value_of(lines[place]))
    known = {value_of(line) for line in lines if PAIR.match(line) and re.match(r" {6,8}- id: ", line)}
    strangers = sorted(known - set(own))
    if not strangers or not own:
        return None
    new = lines[place].replace(chance.choice(own), chance.choice(strangers), 1)
    return changed(files, at, new, "swapped_id")


@kind
def capital_in_id(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("id", *ID_KEYS, like=r"^[a-z][a-z0-9-]*$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, value_of(line).capitalize()), "capital_in_id")


@kind
def space_in_id(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("id", *ID_KEYS, like=r"^[a-z]+-[a-z0-9-]+$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, value_of(line).replace("-", " ", 1)), "space_in_id")


@kind
def wrong_word(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(*WORD_KEYS, like=r"^[a-z-]{4,}$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, slipped(chance, value_of(line))), "wrong_word")


@kind
def misspelled_in_list(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(like=r"^\[[a-z0-9-]{4,}"))
    if at is None:
        return None
    line = at[1][at[2]]
    words = [word for word in re.findall(r"[a-z0-9-]+", value_of(line)) if len(word) > 4]
    if not words:
        return None
    word = chance.choice(words)
    start = line.index(word, PAIR.match(line).start("value"))  # type: ignore[union-attr]
    return changed(files, at, line[:start] + slipped(chance, word) + line[start + len(word) :], "misspelled_in_list")


@kind
def missing_from_list(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("free", "report", "ask", "forbidden", like=r"^\[.+, "))
    if at is None:
        return None
    line = at[1][at[2]]
    words = re.findall(r"[a-z0-9-]+", value_of(line))
    words.remove(chance.choice(words))
    mutated = changed(files, at, with_value(line, f"[{', '.join(words)}]"), "missing_from_list")
    first = last = at[2]  # it may be put into any list of the entry
    while not at[1][first].lstrip().startswith("- from:"):
        first -= 1
    while at[1][last + 1].lstrip().startswith(("free:", "report:", "ask:", "forbidden:")):
        last += 1
    return Mutated(mutated.kind, mutated.path, mutated.files, frozenset(range(first + 1, last + 2)))


@kind
def option_without_points(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("points", like=r"^\{.*, .*\}$"))
    if at is None:
        return None
    line = at[1][at[2]]
    parts = value_of(line).strip("{}").split(", ")
    middle = [part for part in parts if not part.endswith(": 0")][1:]
    if not middle:
        return None
    parts.remove(chance.choice(middle))
    return changed(files, at, with_value(line, "{" + ", ".join(parts) + "}"), "option_without_points")


# Values


@kind
def no_such_day(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("date", "from", "since", like=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, f"{value_of(line)[:8]}3{chance.randrange(2, 10)}"), "no_such_day")


@kind
def day_month_year(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("date", "from", "since", like=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
    if at is None:
        return None
    line = at[1][at[2]]
    year, month, day = value_of(line).split("-")
    form = chance.choice((f"{day}.{month}.{year}", f"{year}/{month}/{day}", f"{int(day)} {month} {year}"))
    return changed(files, at, with_value(line, form), "day_month_year")


@kind
def number_as_text(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("exchanges", "points", "line", like=r"^[0-9]+$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, f'"{value_of(line)}"'), "number_as_text")


@kind
def number_in_words(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("exchanges", "points", "line", like=r"^[0-9]+$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, f"{value_of(line)} points"), "number_in_words")


@kind
def text_as_number(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("label", "name", "heading", "title", "text", "place"))
    if at is None:
        return None
    return changed(files, at, with_value(at[1][at[2]], "1945"), "text_as_number")


@kind
def list_for_text(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("label", "heading", "place", "name", like=r"^[A-Z][\w ]+$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, f"[{value_of(line)}]"), "list_for_text")


@kind
def points_too_high(chance: Random, files: Files) -> Mutated | None:
    """The middle option of three worth more than the end."""
    at = one_of(chance, files, pairs("points", like=r"^\{.*, .*, .*\}$"))
    if at is None:
        return None
    line = at[1][at[2]]
    parts = [part.split(": ") for part in value_of(line).strip("{}").split(", ")]
    parts[1][1] = str(max(int(number) for _, number in parts) + 7)
    return changed(
        files, at, with_value(line, "{" + ", ".join(": ".join(part) for part in parts) + "}"), "points_too_high"
    )


# Quotations


@kind
def word_changed_in_quotation(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("quote", like=r"^\".*\w{5,}.*\"$"))
    if at is None:
        return None
    line = at[1][at[2]]
    word = chance.choice(re.findall(r"\w{5,}", value_of(line)))
    start = line.index(word, PAIR.match(line).start("value"))  # type: ignore[union-attr]
    return changed(files, at, line[:start] + "whatever" + line[start + len(word) :], "word_changed_in_quotation")


@kind
def quotation_on_another_line(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs("line", like=r"^[0-9]+$"))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(
        files, at, with_value(line, str(int(value_of(line)) + chance.choice((1, 3)))), "quotation_on_another_line"
    )


# Writing


@kind
def one_space_too_many(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs())
    return None if at is None else changed(files, at, " " + at[1][at[2]], "one_space_too_many")


@kind
def one_space_too_few(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, lambda path, lines: [p for p in pairs()(path, lines) if lines[p].startswith("  ")])
    return None if at is None else changed(files, at, at[1][at[2]][1:], "one_space_too_few")


@kind
def tab_for_spaces(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, lambda path, lines: [p for p in pairs()(path, lines) if lines[p].startswith("  ")])
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, "\t" * max(1, (len(line) - len(line.lstrip())) // 4) + line.lstrip(), "tab_for_spaces")


@kind
def smart_quotes(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(like=r'^"[^"\\]+"$'))
    if at is None:
        return None
    line = at[1][at[2]]
    return changed(files, at, with_value(line, f"“{value_of(line)[1:-1]}”"), "smart_quotes")


@kind
def unclosed_quote(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(like=r'^".+"$'))
    return None if at is None else changed(files, at, at[1][at[2]][:-1], "unclosed_quote")


@kind
def unclosed_bracket(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs(like=r"^[\[{].*[\]}]$"))
    return None if at is None else changed(files, at, at[1][at[2]][:-1], "unclosed_bracket")


@kind
def colon_in_plain_text(chance: Random, files: Files) -> Mutated | None:
    at = one_of(
        chance, files, pairs("label", "wording", "question", "heading", "place", "summary", "claim", like=r"^[A-Z].* ")
    )
    if at is None:
        return None
    line = at[1][at[2]]
    value = value_of(line)
    place = value.index(" ")
    return changed(files, at, with_value(line, f"{value[:place]}:{value[place:]}"), "colon_in_plain_text")


@kind
def no_space_after_colon(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs())
    return None if at is None else changed(files, at, at[1][at[2]].replace(": ", ":", 1), "no_space_after_colon")


@kind
def colon_forgotten(chance: Random, files: Files) -> Mutated | None:
    at = one_of(chance, files, pairs())
    return None if at is None else changed(files, at, at[1][at[2]].replace(": ", " ", 1), "colon_forgotten")


@kind
def lines_run_together(chance: Random, files: Files) -> Mutated | None:
    def wanted(path: str, lines: Lines) -> list[int]:
        return [place for place in pairs()(path, lines) if place + 1 < len(lines) and PAIR.match(lines[place + 1])]

    at = one_of(chance, files, wanted)
    if at is None:
        return None
    path, lines, place = at
    text = "\n".join([*lines[:place], f"{lines[place]} {lines[place + 1].lstrip()}", *lines[place + 2 :]])
    return Mutated("lines_run_together", path, {**files, path: text.encode()}, frozenset({place + 1}))


@kind
def dash_forgotten(chance: Random, files: Files) -> Mutated | None:
    at = one_of(
        chance, files, lambda path, lines: [p for p, line in enumerate(lines) if re.match(r" +- [a-z]+: ", line)]
    )
    return None if at is None else changed(files, at, at[1][at[2]].replace("- ", "  ", 1), "dash_forgotten")


# Files


@kind
def another_encoding(chance: Random, files: Files) -> Mutated | None:
    with_marks = [path for path in sorted(files) if not files[path].isascii()]
    if not with_marks:
        return None
    path = chance.choice(with_marks)
    raw = files[path].decode().encode("cp1252", "ignore")
    first = next((number for number, line in enumerate(raw.split(b"\n"), 1) if not line.isascii()), 0)
    return Mutated("another_encoding", path, {**files, path: raw}, frozenset({first})) if first else None


@kind
def removed_file(chance: Random, files: Files) -> Mutated | None:
    needed = [path for path in sorted(files) if path.startswith(("parties/", "issues/"))]
    if not needed:
        return None
    path = chance.choice(needed)
    return Mutated("removed_file", path, {name: raw for name, raw in files.items() if name != path}, frozenset())


@kind
def misnamed_file(chance: Random, files: Files) -> Mutated | None:
    path = chance.choice(sorted(set(files) - {"scenario.yaml"}) or [""])
    if not path:
        return None
    folder, slash, name = path.rpartition("/")
    stem = name.removesuffix(".yaml")
    new = f"{folder}{slash}{slipped(chance, stem)}.yaml" if chance.random() < 0.5 else f"{folder}{slash}{stem}.yml"
    renamed = {(new if one == path else one): raw for one, raw in files.items()}
    return Mutated("misnamed_file", new, renamed, frozenset())


@kind
def byte_order_mark(chance: Random, files: Files) -> Mutated | None:
    path = chance.choice(sorted(files))
    return Mutated("byte_order_mark", path, {**files, path: b"\xef\xbb\xbf" + files[path]}, frozenset())


@kind
def windows_line_ends(chance: Random, files: Files) -> Mutated | None:
    path = chance.choice(sorted(files))
    return Mutated("windows_line_ends", path, {**files, path: files[path].replace(b"\n", b"\r\n")}, frozenset())


HARMLESS = ("byte_order_mark", "windows_line_ends")
"""What is read all the same: it must give no mistake."""


def mutations(files: Files, wanted: int, seed: int) -> list[Mutated]:
    """So many different mutations of some files, the kinds in turn by an order that chance draws."""
    chance = Random(seed)
    order = list(KINDS)
    chance.shuffle(order)
    found: list[Mutated] = []
    tries = 0
    while len(found) < wanted and tries < 20 * wanted:
        made = KINDS[order[tries % len(order)]](chance, files)
        tries += 1
        if made is not None and made.files != files and made not in found:
            found.append(made)
    return found
