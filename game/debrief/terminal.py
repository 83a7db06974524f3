"""The debrief as text of 80 columns: a summary of five lines, then short sections under plain headings."""

from __future__ import annotations

from game.debrief.capital import Capital
from game.debrief.columns import WIDTH, paragraphs
from game.debrief.comparison import IssueFinding, Judgement
from game.debrief.deeds import issue_name, option_label, side
from game.debrief.findings import Findings
from game.debrief.reasons import Argument, Bound
from game.debrief.rows import Row, quoted, rows
from game.engine.outcome import Verdict
from game.engine.party import Latitude
from game.engine.scenario import Agenda
from game.engine.state import EndingKind
from game.record.wording import day

UNUSED = "Not used"
_LATITUDES = {
    Latitude.FREE: "free",
    Latitude.REPORT: "ad referendum",
    Latitude.ASK: "only on new instructions",
    Latitude.FORBIDDEN: "red line",
}


def render(found: Findings, width: int = WIDTH) -> str:
    """The whole debrief, ending in a line feed."""
    sections = [
        _title(found),
        _numbered(summary(found)),
        _section("Your principal", _principal(found)),
        _section("Where history was left", _history(found)),
        _section("Issue by issue", _issues(found)),
        _section("What you argued", _arguments(found)),
        _section("What the other side was bound by", _bounds(found)),
        _section("14 August 1945", _august(found)),
    ]
    return "\n\n".join(paragraphs(section, width) for section in sections if section) + "\n"


def summary(found: Findings) -> list[str]:
    """Five sentences: how it ended, beside the record, where history was left, its worth, the principal."""
    return [_ended(found), _beside(found), _left(found), *_worth(found)]


def _title(found: Findings) -> list[str]:
    agenda = found.state.scenario.agenda
    chair = agenda.party(found.party)
    speaker = found.state.sitting.chair(found.party)
    return [f"DEBRIEF: {agenda.title}. You sat for {side(agenda, chair.id)}, in the chair of {speaker}."]


def _numbered(sentences: list[str]) -> list[str]:
    return [f"{number}. {sentence}" for number, sentence in enumerate(sentences, 1)]


def _section(heading: str, texts: list[str]) -> list[str]:
    return [heading.upper(), *texts] if texts else []


def _ended(found: Findings) -> str:
    ending = found.ending
    agreed = sum(1 for one in found.issues if one.here.agreed)
    count = f"{agreed} of {len(found.issues)} issues agreed"
    if ending is None:
        return f"The negotiation is not over: {count} so far."
    agenda = found.state.scenario.agenda
    who = "you" if ending.by == found.party else side(agenda, ending.by) if ending.by else ""
    if ending.kind is EndingKind.AGREEMENT:
        return f"It ended in a full agreement, ratified by both principals, with {count}."
    if ending.kind is EndingKind.REPUDIATED:
        return f"It ended in failure: {agenda.party(ending.by).principal} repudiated what was agreed ({count})."
    if ending.kind is EndingKind.BREAKDOWN:
        return f"It ended in a breakdown: {who} walked out, with {count}."
    formula = f" with the formula “{ending.communique}”" if ending.communique else ""
    how = ", both sides agreeing" if who else " when the time was up"
    return f"It was adjourned{how}{formula}, with {count}."


def _beside(found: Findings) -> str:
    if found.record is None:
        return "Nothing can be compared with the record."
    date = day(found.state.sitting.date)
    better, worse = found.count(Judgement.BETTER), found.count(Judgement.WORSE)
    text = f"Beside the record of {date}, {found.as_in_history} of {len(found.issues)} issues ended as it did; by your"
    text += f" own points {better} ended better for you and {worse} worse."
    if found.disputed:
        text += f" On {found.disputed} the order of the options says otherwise than your points."
    return text


def _left(found: Findings) -> str:
    left = found.divergence
    if found.record is None:
        return "No record of this meeting is coded, so nothing can be laid beside it."
    if left is None:
        return "You never left the record's own course."
    who = "you" if left.by == found.party else "the other side"
    if not left.then:
        return f"The record was followed to its end; at ply {left.ply} {who} went on."
    return f"History was left at ply {left.ply}, by {who}; “Where history was left” says how."


def _worth(found: Findings) -> list[str]:
    worth = found.worth
    text = (
        f"What is agreed is worth {worth.agreed} of 1000 on your side's own scale; no agreement, {worth.reservation}."
    )
    if worth.open:
        text += f" A settlement still needs {worth.open} more."
    return [f"{text} These points are the author's reading aid, not a score.", _verdict(found.capital)]


def _verdict(capital: Capital) -> str:
    if capital.recorded is not None:
        done = "ratified" if capital.recorded else "repudiated"
        return f"{capital.principal} {done} it; the risk of repudiation was {capital.risk} per cent."
    would = {
        Verdict.RATIFIES: "has nothing to object to in what is agreed",
        Verdict.GRUMBLES: "would let it pass, grumbling: something was given without leave",
        Verdict.REPUDIATES: "would more likely than not repudiate what is agreed",
    }[capital.verdict]
    signed = "" if capital.signed else " There is no full agreement to ratify yet."
    return f"{capital.principal} {would} (risk {capital.risk} per cent).{signed}"


def _principal(found: Findings) -> list[str]:
    agenda, capital = found.state.scenario.agenda, found.capital
    crossed = [one for one in capital.red_lines if one.crossed]
    kept = len(capital.red_lines) - len(crossed)
    texts = [f"Red lines: {len(capital.red_lines)}; kept {kept}, crossed {len(crossed)}."]
    for line in capital.red_lines:
        word = "Crossed" if line.crossed else "Kept"
        texts.append(f"{word}: {_option(agenda, line.issue, line.option)}.")
    for liberty in capital.liberties:
        allowed = "would have been allowed" if liberty.allowed else "would not have been allowed"
        words = f" “{liberty.words}”" if liberty.words else ""
        given = _option(agenda, liberty.issue, liberty.option)
        texts.append(f"Given without leave: {given} ({_LATITUDES[liberty.latitude]}); it {allowed}.{words}")
    for answer in capital.pending:
        granted = "granted" if answer.granted else "refused"
        words = f" “{answer.words}”" if answer.words else ""
        asked = _option(agenda, answer.issue, answer.option)
        texts.append(f"Message {answer.number} was still on its way. It asked for {asked}: {granted}.{words}")
    return [*texts, f"Without agreement: {found.worth.alternative}"]


def _option(agenda: Agenda, issue: str, option: str) -> str:
    return f"{issue_name(agenda, issue)}, “{option_label(agenda, issue, option)}”"


def _history(found: Findings) -> list[str]:
    if found.record is None:
        return []
    texts = [f"{found.as_in_history} of {len(found.issues)} issues ended as in the record."]
    left = found.divergence
    if left is None:
        return ["Every speech was the record's own, as far as you went.", *texts]
    texts.insert(0, f"Ply {left.ply}. {left.did}")
    if left.then:
        texts.insert(1, f"In the record: {left.then} {quoted(left.citation)}")
    else:
        texts.insert(1, "The record had no more to say at that point.")
    return texts


def _issues(found: Findings) -> list[str]:
    if found.record is None:
        return [f"{row.code} {row.heading}: {row.here}. {row.brought}" for row in rows(found)]
    pairs = list(zip(found.issues, rows(found), strict=True))
    texts = [
        "Where an issue stayed open, what is compared is what the other side then stood on: "
        "what could have been had by accepting it."
    ]
    for title, wanted in (("Better for you", Judgement.BETTER), ("Worse for you", Judgement.WORSE)):
        texts += _group(title, [row for one, row in pairs if _differs(one) and one.by_points is wanted])
    others = [row for one, row in pairs if _differs(one) and one.by_points in (Judgement.SAME, Judgement.NONE)]
    texts += _group("Ended otherwise, neither better nor worse", others)
    same = [row for one, row in pairs if not _differs(one)]
    if same:
        texts.append(f"As in the record ({len(same)}):")
        texts += [f"  {row.code} {row.heading}: {row.here}." for row in same]
    return texts


def _differs(one: IssueFinding) -> bool:
    return not one.as_in_history


def _group(title: str, found: list[Row]) -> list[str]:
    if not found:
        return []
    texts = [f"{title} ({len(found)}):"]
    for row in found:
        texts += [
            f"  {row.code} {row.heading}. {row.judgement}",
            f"    Here: {row.here}. {row.brought}",
            f"    In the record: {row.then}. {row.then_passage}".rstrip(),
        ]
        if row.passage and row.passage != row.then_passage:
            texts.append(f"    Behind your outcome: {row.passage}")
    return texts


def _arguments(found: Findings) -> list[str]:
    agenda = found.state.scenario.agenda
    texts = [_argument(agenda, "Used" if one.strong else "Used, but weak", one) for one in found.used]
    texts += [_argument(agenda, UNUSED, one) for one in found.unused]
    return texts or ["You put forward no argument, and had none left that would have told."]


def _argument(agenda: Agenda, label: str, one: Argument) -> str:
    passage = f" “{one.passage}”" if one.passage and label != UNUSED else ""
    lies = f" ({one.lies})" if one.lies else ""
    return f"{label}: {issue_name(agenda, one.issue)}. {one.text}{passage}{lies}"


def _bounds(found: Findings) -> list[str]:
    agenda = found.state.scenario.agenda
    return [line for one in found.bound for line in _bound(agenda, one)]


def _bound(agenda: Agenda, one: Bound) -> list[str]:
    lines = [f"{issue_name(agenda, one.issue)}. {_mandate(agenda, one)}."]
    lines += [f"  Said at the table: {said}" for said in one.said]
    return [*lines, f"  Why it was so bound: {one.why}"] if one.why else lines


def _mandate(agenda: Agenda, one: Bound) -> str:
    parts = []
    for latitude, word in _LATITUDES.items():
        labels = [option_label(agenda, one.issue, option) for option, held in one.latitudes if held is latitude]
        if labels:
            parts.append(f"{word}: {', '.join(labels)}")
    mandate = "; ".join(parts)
    return mandate[:1].upper() + mandate[1:]


def _august(found: Findings) -> list[str]:
    seen = [row for row in rows(found) if row.august != "not seen"]
    unseen = [row.code for row in rows(found) if row.august == "not seen"]
    if not found.state.scenario.benchmarks:
        return []
    texts = [f"{row.code} {row.heading}: {row.august}" for row in seen]
    return [*texts, f"Not seen: {', '.join(unseen)}."] if unseen else texts
