"""S4xx: whether what is quoted stands in the source, and whether every value says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from pydantic import BaseModel

from game.authoring.diagnostics import Diagnostic, quoted
from game.authoring.documents import Source, shared_start
from game.authoring.folder import Folder
from game.authoring.schema.common import Backed, Citation, Quoted, Shape
from game.authoring.schema.evidence import Passage
from game.authoring.schema.history import HistoryFile
from game.authoring.sheet import Sheet
from game.authoring.text_source import Pos
from game.authoring.yaml_source import Where
from game.engine.evidence import Basis

Found = Iterator[Diagnostic]
Library = Mapping[str, Source]
"""Every source that can be used, by id."""


def evidence(folder: Folder, sources: Library) -> Found:
    """Every quotation that does not hold, and every value that does not say what it rests on."""
    for sheet in folder.sheets:
        for where, model in sheet.parts:
            if isinstance(model, Backed):
                yield from _backing(sheet, where, model)
            yield from _quotation(sheet, where, model, sources)
    for history in folder.history:
        yield from _moves(history, sources)


def _backing(sheet: Sheet[Shape], where: Where, value: Backed) -> Found:
    if value.basis is Basis.ATTESTED and not any(citation.quote for citation in value.citations):
        message = "this is attested, but no passage is quoted for it"
        yield sheet.at("S403", (*where, "basis"), message, "add a citation with source, line and quote")
    told = value.url or value.work or any(citation.url or citation.work for citation in value.citations)
    if value.basis is Basis.REPORTED and not told:
        message = "this is reported, but no publication is named"
        yield sheet.at("S404", (*where, "basis"), message, "add url or work, or a citation with one and a paraphrase")
    if value.basis in (Basis.INFERRED, Basis.INVENTED) and not value.why.strip():
        message = f"this is {value.basis.value}, but no reason is given"
        yield sheet.at("S405", (*where, "basis"), message, "add why: the reason in a sentence")


def _quotation(sheet: Sheet[Shape], where: Where, model: BaseModel, sources: Library) -> Found:
    if not isinstance(model, Quoted | Citation):
        return
    if model.source is None or model.line is None or model.quote is None:
        return
    source = sources.get(model.source)
    if source is None:
        return
    yield from _words(sheet, where, (model.quote, model.line), source)
    yield from _dates(sheet, where, model, source)


def _moves(sheet: Sheet[HistoryFile], sources: Library) -> Found:
    source = sources.get(sheet.model.source or "")
    if source is not None:
        for place, move in enumerate(sheet.model.moves):
            if move.quote is not None and move.line is not None:
                yield from _words(sheet, ("moves", place), (move.quote, move.line), source)


def _words(sheet: Sheet[Shape], where: Where, said: tuple[str, int], source: Source) -> Found:
    """Whether what is said to be quoted (words, line) stands in the source, on its line, in the document itself."""
    quote, line = said
    lines = source.lines_with(quote)
    if not lines:
        yield _not_found(sheet, (*where, "quote"), quote, (source, line))
    elif line not in lines:
        message = f"the quotation does not begin on line {line} of {source.id}"
        nearest_line = min(lines, key=lambda one: abs(one - line))
        hint = f"write “{nearest_line}” instead of “{line}”"
        if len(lines) > 1:
            hint += f"; it begins on lines {' and '.join(str(one) for one in lines[:3])}"
        yield sheet.at("S402", (*where, "line"), message, hint)
    elif source.is_catalogue(line):
        message = f"line {line} of {source.id} is catalogue matter, not the document"
        proper = f"the document itself runs from line {source.first_line} to {source.last_line}"
        yield sheet.at("S406", (*where, "line"), message, proper)


def _not_found(sheet: Sheet[Shape], where: Where, quote: str, there: tuple[Source, int]) -> Diagnostic:
    source, line = there
    message = f"the quotation does not occur in {source.id}"
    if not 0 < line <= len(source.lines):
        return sheet.at("S401", where, message, f"the source has {len(source.lines)} lines")
    words = " ".join(quote.split())
    text = source.onward(line, 2 * len(words))
    same = shared_start(quote, text)
    at = text.find(words[:same]) + same if same else 0
    begin = max(0, at - 30)
    hint = f"line {line} reads “{'…' if begin else ''}{text[begin : at + 30]}{'…' if at + 30 < len(text) else ''}”"
    restored = _restored(words, text)
    if restored and restored[0] in " ".join(sheet.document.lines[sheet.document.at(where).line - 1].split()):
        hint = f"write {quoted(restored[1])} instead of {quoted(restored[0])}; {hint}"
    if "…" in quote or "..." in quote:
        hint += "; leave nothing out, quote two passages instead"
    return sheet.document.problem("S401", _first_difference(sheet, where, words[:same]), message, hint)


def _restored(quote: str, text: str) -> tuple[str, str] | None:
    """The words of a quotation that differ from a text, and those of the text; None where they differ in two places.

    A word beside them is taken along where only one of the two has any.
    """
    mine, theirs = quote.split(), text.split()
    blocks = [one for one in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if one.size]
    if not blocks:
        return None
    begin = max(0, blocks[0].b - blocks[0].a)
    end = blocks[-1].b + blocks[-1].size + len(mine) - blocks[-1].a - blocks[-1].size
    steps = SequenceMatcher(None, mine, theirs[begin:end], autojunk=False).get_opcodes()
    unlike = [one for one in steps if one[0] != "equal"]
    if len(unlike) != 1:
        return None
    _, a, b, c, d = unlike[0]
    if (a == b or c == d) and a:
        a, c = a - 1, c - 1
    found = " ".join(mine[a:b]), " ".join(theirs[begin:end][c:d])
    return None if '"' in "".join(found) or not all(found) else found


def _first_difference(sheet: Sheet[Shape], where: Where, same: str) -> Pos:
    """The place in the file where a quotation departs from its source; its beginning where that can't be told."""
    pos = sheet.document.at(where)
    line = sheet.document.lines[pos.line - 1]
    start = pos.column - 1
    if line[start : start + 1] in ('"', "'"):
        start += 1
    return Pos(pos.line, start + len(same) + 1) if same and line.startswith(same, start) else pos


def _dates(sheet: Sheet[Shape], where: Where, model: Quoted | Citation, source: Source) -> Found:
    dated = getattr(model, "date", None)
    if dated and dated > source.date:
        message = f"this is dated {dated}, after its document, {source.id} of {source.date}"
        yield sheet.at("S407", (*where, "date"), message, f"the talk it reports was on {source.talk}")
    if isinstance(model, Passage) and model.since < source.talk:
        message = f"this is known from {model.since}, before the talk of {source.talk} that {source.id} reports"
        yield sheet.at("S407", (*where, "since"), message, f"write {source.talk}, or a later day")
