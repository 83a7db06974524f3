"""The ground the talks were about: railways, ports and zones of Manchuria, and which issue is about which of them.

Positions are inferred from the lie of the land today, to about a tenth of a degree: enough to see what is near what,
not to settle a boundary. What a document names is cited; the rest is there to find one's way by.
"""

from __future__ import annotations

from game.engine.evidence import Basis, Citation
from game.engine.scenario import Agenda
from game.slim import dataclass

Place = tuple[float, float]
"""Degrees east, degrees north."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something on the map: a town (one point), a railway or a limit (a line of points).

    ``rank`` 0 is named on every map, 1 where there is room. ``citation`` is a passage that names it; without one it
    is ``inferred``. ``formerly`` is what it was called before a year, where that is another name.
    """

    id: str
    name: str
    kind: str
    points: tuple[Place, ...]
    rank: int = 0
    citation: Citation | None = None
    formerly: tuple[str, str] | None = None

    @property
    def basis(self) -> Basis:
        """What its name rests on; its position is always inferred."""
        return Basis.ATTESTED if self.citation else Basis.INFERRED


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the map: degrees of its west, east, south and north edges."""

    name: str
    west: float
    east: float
    south: float
    north: float


TOWN, RAILWAY, OTHER_RAILWAY, COAST, FRONTIER, ZONE = "town", "railway", "other railway", "coast", "frontier", "zone"
MANCHURIA = Sheet("Manchuria", 115.6, 134.4, 38.3, 52.2)
PORTS = Sheet("The ports", 120.2, 123.3, 37.6, 40.2)

_TEN, _TWELVE, _CABLE = "soong-molotov-1945-07-10", "soong-stalin-1945-07-12", "harriman-1945-07-10"
_EARLY = "harriman-1945-07-03"


def _named(source: str, line: int, quote: str, date: str) -> Citation:
    return Citation(source=source, quote=quote, line=line, date=date)


_BEFORE_THE_COMPANY = ("1906", "Harbin–Port Arthur railway")
"""The South Manchuria Railway Company was founded in 1906 (Y. T. Matsusaka, The Making of Japanese Manchuria, 2001)."""
_RAILROADS = _named(_EARLY, 9, "the Chinese Eastern and South Manchurian railroads", "1945-07-02")
FEATURES: tuple[Feature, ...] = (
    Feature("coast-liaotung", "", COAST, ((117.7, 39.0), (119.0, 39.3), (120.2, 40.1), (120.9, 40.7), (121.8, 40.95),
            (122.2, 40.65), (122.1, 40.4), (121.95, 40.1), (121.6, 39.85), (121.4, 39.65), (121.35, 39.5),
            (121.75, 39.35), (121.55, 39.28), (121.7, 39.1), (121.45, 39.05), (121.2, 38.95), (121.1, 38.83),
            (121.13, 38.72), (121.3, 38.78), (121.5, 38.82), (121.7, 38.86), (121.65, 38.95), (121.95, 39.0),
            (122.1, 39.1), (122.1, 39.25), (122.4, 39.38), (122.95, 39.63), (123.6, 39.8), (124.4, 40.0),
            (125.1, 39.5), (125.0, 38.5))),
    Feature("coast-shantung", "", COAST, ((120.0, 37.45), (120.75, 37.83), (121.4, 37.6), (122.1, 37.55),
            (122.7, 37.35))),
    Feature("coast-east", "", COAST, ((127.5, 39.8), (129.7, 41.0), (130.6, 42.3), (131.9, 43.05), (132.9, 42.75),
            (134.4, 43.9))),
    Feature("frontier", "", FRONTIER, ((115.6, 47.9), (116.7, 49.85), (117.8, 49.5), (119.3, 50.3), (120.7, 52.0),
            (122.0, 53.3), (125.5, 52.8), (127.5, 50.2), (130.7, 48.8), (132.5, 47.8), (134.4, 48.3), (133.1, 45.1),
            (131.1, 44.8), (131.2, 43.5), (130.6, 42.4), (128.2, 42.0), (126.9, 41.7), (124.4, 40.0))),
    Feature("frontier-mongolia", "Outer Mongolia", FRONTIER, ((116.7, 49.85), (115.6, 48.0), (118.5, 47.9),
            (119.8, 46.8), (116.5, 46.3), (115.6, 45.4))),
    Feature("chinese-eastern", "Chinese Eastern Railway", RAILWAY, ((117.4, 49.6), (119.7, 49.2), (121.5, 48.5),
            (123.9, 47.2), (126.6, 45.75), (129.6, 44.6), (131.15, 44.4)), citation=_RAILROADS),
    Feature("south-manchurian", "South Manchurian Railway", RAILWAY, ((126.6, 45.75), (125.3, 43.9), (123.4, 41.8),
            (122.5, 40.75), (121.95, 39.65), (121.85, 39.15), (121.62, 38.95)), citation=_RAILROADS,
            formerly=_BEFORE_THE_COMPANY),
    Feature("port-branch", "Dairen–Port Arthur line", RAILWAY, ((121.75, 39.02), (121.5, 38.95), (121.26, 38.81)),
            citation=_named(_TWELVE, 45, "Dairen - Port Arthur railway", "1945-07-12")),
    Feature("ussuri", "", OTHER_RAILWAY, ((131.15, 44.4), (131.95, 43.8), (131.9, 43.15))),
    Feature("amur", "", OTHER_RAILWAY, ((131.95, 43.8), (133.0, 46.0), (134.4, 48.0))),
    Feature("transbaikal", "", OTHER_RAILWAY, ((115.6, 50.9), (117.4, 49.6))),
    Feature("antung-line", "", OTHER_RAILWAY, ((123.4, 41.8), (124.4, 40.1))),
    Feature("peking-line", "", OTHER_RAILWAY, ((123.4, 41.8), (121.1, 41.1), (119.8, 40.0), (118.2, 39.6))),
    Feature("zone-kwantung", "Kwantung", ZONE, ((121.4, 39.42), (121.85, 39.37), (122.3, 39.34)),
            citation=_named(_CABLE, 46, "the entire Kwantung Peninsula", "1945-07-09")),
    Feature("manchouli", "Manchouli", TOWN, ((117.4, 49.6),), rank=1),
    Feature("harbin", "Harbin", TOWN, ((126.6, 45.75),)),
    Feature("suifenho", "Suifenho", TOWN, ((131.15, 44.4),), rank=1),
    Feature("changchun", "Changchun", TOWN, ((125.3, 43.9),)),
    Feature("vladivostok", "Vladivostok", TOWN, ((131.9, 43.12),), rank=1),
    Feature("mukden", "Mukden", TOWN, ((123.4, 41.8),)),
    Feature("dairen", "Dairen", TOWN, ((121.62, 38.92),),
            citation=_named(_TEN, 365, "We want Dairen to be a great commercial base", "1945-07-10")),
    Feature("port-arthur", "Port Arthur", TOWN, ((121.26, 38.81),),
            citation=_named(_EARLY, 11, "With reference to Port Arthur", "1945-07-02")),
    Feature("miao", "Miao islands", TOWN, ((120.75, 38.1),), rank=1,
            citation=_named(_TWELVE, 93, "islands to be neutralized", "1945-07-12")),
)  # fmt: skip

_ROADS = ("chinese-eastern", "south-manchurian")
_BOTH_PORTS = ("dairen", "port-arthur")
LIT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("railway-ownership", "railway-lines", "railway-enterprises", "railway-coal", "railway-guards",
         "railway-profits", "railway-board", "railway-chairman", "casting-vote", "railway-manager", "agreement-term",
         "railway-redemption", "third-party-capital"),
        _ROADS,
    ),
    "troop-transport": (*_ROADS, "port-arthur"),
    "stationing": (*_ROADS, "frontier"),
    "withdrawal-term": ("frontier",),
    "manchuria-sovereignty": ("frontier",),
    **dict.fromkeys(("mongolia-recognition", "mongolia-timing", "mongolia-integrity"), ("frontier-mongolia",)),
    **dict.fromkeys(
        ("dairen-status", "dairen-administration", "dairen-council", "dairen-naval-bay", "dairen-docks",
         "dairen-revenue", "dairen-staff"),
        ("dairen",),
    ),
    "dairen-zone": ("dairen", "zone-kwantung"),
    "port-arthur-zone": ("zone-kwantung", *_BOTH_PORTS),
    **dict.fromkeys(
        ("port-arthur-tenure", "port-arthur-base", "port-arthur-civil", "port-arthur-commission",
         "port-arthur-security"),
        ("port-arthur", "zone-kwantung"),
    ),
    "miao-islands": ("miao",),
    # Portsmouth 1905: the same railways and ports. Sakhalin and the waters about it lie outside this map.
    "evacuation": ("frontier",),
    "lease": (*_BOTH_PORTS, "zone-kwantung"),
    "southern-line": ("south-manchurian", "harbin", "changchun"),
    "line-use": _ROADS,
    "coal-mines": ("south-manchurian",),
}  # fmt: skip
"""The features an issue is about. An issue that is not here is not about a place on this map."""


def mapped(agenda: Agenda) -> tuple[str, ...]:
    """The issues of an agenda that are about a place on the map, in agenda order; none where there is no map.

    A single one has its name by chance: a scenario of another place may have a lease, too.
    """
    found = tuple(issue.id for issue in agenda.issues if issue.id in LIT)
    return found if len(found) > 1 else ()


def lit(issue: str) -> tuple[Feature, ...]:
    """The features an issue is about, in the order of the map."""
    return tuple(feature for feature in FEATURES if feature.id in LIT.get(issue, ()))


def called(feature: Feature, day: str) -> str:
    """What a feature was called on a day (ISO): empty for a line that has no name.

    >>> called(lit("coal-mines")[0], "1905-08-10"), called(lit("coal-mines")[0], "1945-07-10")
    ('Harbin–Port Arthur railway', 'South Manchurian Railway')
    """
    year, before = feature.formerly or ("", "")
    return before if day < year else feature.name


def along(line: Feature) -> tuple[Feature, ...]:
    """The towns a line runs by, in the line's own order: those within a tenth of a degree of one of its points."""
    towns = [feature for feature in FEATURES if feature.kind == TOWN]
    return tuple(town for point in line.points for town in towns if _near(point, town.points[0]))


def _near(one: Place, other: Place) -> bool:
    return abs(one[0] - other[0]) <= 0.1 and abs(one[1] - other[1]) <= 0.1


def sheet_for(issue: str) -> Sheet:
    """The part of the map on which an issue is best seen: the ports for those of the ports, else all of it."""
    towns = {feature.id for feature in lit(issue)} & {"dairen", "port-arthur", "miao", "zone-kwantung"}
    return PORTS if towns and not set(_ROADS) & set(LIT.get(issue, ())) else MANCHURIA
