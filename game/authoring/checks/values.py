"""S3xx: whether values make sense: points, instructions, reservation values, linkages, meetings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.authoring.diagnostics import Diagnostic
from game.authoring.folder import Folder
from game.authoring.points import BEST
from game.authoring.schema.common import Shape
from game.authoring.schema.evidence import Linkage
from game.authoring.schema.issues import Issue, Stake
from game.authoring.schema.parties import PartyFile
from game.authoring.schema.scenario import ExtensionFile, ScenarioFile
from game.authoring.sheet import Sheet
from game.authoring.yaml_source import Where
from game.engine.issues import LinkageKind
from game.engine.party import Latitude, Line

Found = Iterator[Diagnostic]


def values(folder: Folder) -> Found:
    """Every value of a scenario that can't be right, wherever it stands."""
    first = folder.scenario.model.parties[0] if folder.scenario else ""
    second = folder.scenario.model.parties[1] if folder.scenario else ""
    for sheet in folder.issues:
        for place, issue in enumerate(sheet.model.issues):
            where: Where = ("issues", place)
            yield from _positions(sheet, where, issue)
            for party, stake in issue.stakes.items():
                inside = (*where, "stakes", party)
                yield from _points(sheet, inside, issue, stake)
                if party == first:
                    yield from _rising(sheet, inside, [option.id for option in issue.options], stake)
                if party == second:
                    yield from _rising(sheet, inside, [option.id for option in reversed(issue.options)], stake)
                yield from _instructions(sheet, inside, issue, stake)
    yield from _something_at_stake(folder)
    for party_sheet in folder.parties:
        yield from _reservation(party_sheet, ("reservation",), party_sheet.model.reservation.points)
        yield from _line(party_sheet)
    if folder.linkages:
        for place, linkage in enumerate(folder.linkages.model.linkages):
            yield from _linkage(folder.linkages, ("linkages", place), linkage)
    if folder.scenario:
        yield from _meetings(folder.scenario, folder)


def override_values(sheet: Sheet[ExtensionFile]) -> Found:
    """The reservation values of an extension that can't be right."""
    for party, override in sheet.model.reservation.items():
        yield from _reservation(sheet, ("reservation", party), override.points)


def _options(issue: Issue) -> list[str]:
    return [option.id for option in issue.options]


def _positions(sheet: Sheet[Shape], where: Where, issue: Issue) -> Found:
    seen: dict[int, str] = {}
    for place, option in enumerate(issue.options):
        for nth, number in enumerate(option.positions):
            if number in seen:
                spot = (*where, "options", place, "positions", nth)
                message = f"position {number} of {issue.code} belongs to “{seen[number]}” already"
                yield sheet.at("S306", spot, message, "give it to one option only")
            seen.setdefault(number, option.id)


def _points(sheet: Sheet[Shape], where: Where, issue: Issue, stake: Stake) -> Found:
    options = _options(issue)
    unpriced = [option for option in options if option not in stake.points]
    if unpriced and all(option in options for option in stake.points):
        message = f"no points for “{unpriced[0]}” on {issue.id}"
        hint = "give every option points, 0 to the worst"
        spot = sheet.document.at((*where, "points"))
        if "{" in sheet.document.lines[spot.line - 1]:
            hint = _priced(options, unpriced[0], stake)
        yield sheet.at_key("S301", (*where, "points"), message, hint)
    if stake.points and min(stake.points.values()) > 0:
        message = f"the worst option of {issue.id} is worth {min(stake.points.values())}, not 0"
        yield sheet.at_key("S302", (*where, "points"), message, "take that much from every option")


def _priced(options: list[str], option: str, stake: Stake) -> str:
    """What to write so that an option has points: a whole number halfway between its neighbours'."""
    place = options.index(option)
    before = next((one for one in reversed(options[:place]) if one in stake.points), None)
    after = next((one for one in options[place + 1 :] if one in stake.points), None)
    ends = [stake.points[one] for one in (before, after) if one is not None]
    own = f"{option}: {sum(ends) // len(ends) if min(stake.points.values()) == 0 else 0}"
    if after is not None:
        there = f"{after}: {stake.points[after]}"
        return f"write “{own}, {there}” instead of “{there}”, or other points; 0 to the worst"
    there = f"{before}: {stake.points[str(before)]}"
    return f"write “{there}, {own}” instead of “{there}”, or other points; 0 to the worst"


def _rising(sheet: Sheet[Shape], where: Where, options: list[str], stake: Stake) -> Found:
    """Points that rise towards the other side's end; ``options`` begin at the party's own."""
    priced = [option for option in options if option in stake.points]
    for nearer, farther in pairwise(priced):
        if stake.points[farther] > stake.points[nearer]:
            message = f"“{farther}” lies nearer the other side’s end than “{nearer}” but is worth more"
            hint = f"write “{stake.points[nearer]}” instead of “{stake.points[farther]}”, or less; or change the order"
            yield sheet.at("S303", (*where, "points", farther), message, f"{hint} of the options")


def _instructions(sheet: Sheet[Shape], where: Where, issue: Issue, stake: Stake) -> Found:
    options = _options(issue)
    before = ""
    for place, entry in enumerate(stake.instructions):
        spot = (*where, "instructions", place)
        if entry.since <= before:
            message = f"the instructions of {entry.since} stand after those of {before}"
            yield sheet.at("S307", (*spot, "from"), message, "put them in order of date, each date once")
        before = entry.since
        lists = [(latitude.value, getattr(entry, latitude.value)) for latitude in Latitude]
        named = [option for _, row in lists for option in row]
        unsorted = [option for option in options if option not in named]
        twice = len(named) > len(set(named))
        if unsorted and not twice and all(option in options for option in named):
            message = f"“{unsorted[0]}” stands in none of free, report, ask and forbidden"
            beside = _beside(options, unsorted[0], dict(lists))
            yield sheet.at("S304", (*spot, *beside[:2]), message, beside[2])
        seen: set[str] = set()
        for name, row in lists:
            for nth, option in enumerate(row):
                if option in seen:
                    hint = f"did you mean “{unsorted[0]}”?" if unsorted else "leave it in one"
                    yield sheet.at("S304", (*spot, name, nth), f"“{option}” stands in two lists", hint)
                seen.add(option)


def _beside(options: list[str], option: str, lists: dict[str, tuple[str, ...]]) -> tuple[str, int, str]:
    """The list that holds an option's neighbour, the neighbour's place in it, and what to write there."""
    place = options.index(option)
    near = [*reversed(options[:place]), *options[place + 1 :]]
    found = next((name, row, one) for one in near for name, row in lists.items() if one in row)
    name, row, one = found
    pair = f"{one}, {option}" if options.index(one) < place else f"{option}, {one}"
    return name, row.index(one), f"write “{pair}” instead of “{one}”, or put it into another list"


def _something_at_stake(folder: Folder) -> Found:
    """Whether each party has points to gain at all; shown on its own file."""
    issues = [issue for sheet in folder.issues for issue in sheet.model.issues]
    for sheet in folder.parties:
        party = sheet.model.id
        stakes = [issue.stakes[party] for issue in issues if party in issue.stakes]
        if stakes and not any(points for stake in stakes for points in stake.points.values()):
            message = f"“{party}” has no points to gain on any issue"
            yield sheet.at("S311", ("id",), message, "give its best options points under stakes in issues/*.yaml")


def _reservation(sheet: Sheet[Shape], where: Where, points: int) -> Found:
    if points >= BEST:
        message = f"no agreement is worth {points}, as much as the best package ({BEST}) or more"
        yield sheet.at("S305", (*where, "points"), message, f"write a number below {BEST}")


def _line(sheet: Sheet[PartyFile]) -> Found:
    principal = sheet.model.principal
    wanted = "after-meeting" if principal.line is Line.TELEGRAM else "at-once"
    if principal.answers != wanted:
        message = f"the line is {principal.line.value}, but the principal answers {principal.answers}"
        yield sheet.at("S310", ("principal", "answers"), message, f"write “{wanted}”, or change the line")


def _linkage(sheet: Sheet[Shape], where: Where, linkage: Linkage) -> Found:
    sweetens = linkage.kind is LinkageKind.SWEETENS
    if linkage.then is None:
        if linkage.kind is not LinkageKind.STATEMENT:
            message = f"“{linkage.id}” {linkage.kind.value} nothing: it has no other end"
            yield sheet.at("S308", where, message, "add “then”, or make it a statement")
    elif linkage.when.issue == linkage.then.issue:
        message = f"“{linkage.id}” ties {linkage.when.issue} to itself"
        yield sheet.at("S308", (*where, "then", "issue"), message, "name another issue")
    if sweetens and linkage.points == 0:
        yield sheet.at("S308", where, f"“{linkage.id}” sweetens, but is worth no points", "add points")
    if linkage.points and not sweetens:
        message = f"“{linkage.id}” has points, but does not sweeten"
        yield sheet.at("S308", (*where, "points"), message, "write 0, or make it sweeten")


def _meetings(sheet: Sheet[ScenarioFile], folder: Folder) -> Found:
    meetings = sheet.model.meetings
    for place in range(1, len(meetings)):
        if meetings[place].date < meetings[place - 1].date:
            message = f"the meeting of {meetings[place].date} stands after that of {meetings[place - 1].date}"
            yield sheet.at("S309", ("meetings", place, "date"), message, "put them in order of date")
    first = min(meeting.date for meeting in meetings)
    for issues in folder.issues:
        for place, issue in enumerate(issues.model.issues):
            for party, stake in issue.stakes.items():
                since = min(entry.since for entry in stake.instructions)
                if since > first:
                    spot = ("issues", place, "stakes", party, "instructions", 0, "from")
                    message = f"there are no instructions at the first meeting, {first}"
                    yield issues.at("S307", spot, message, f"begin with an entry from {first} or before")
