"""The exported files: utilities are the additive points, and what the format cannot hold is named.

That NegMAS and GENIUS load them is shown by ``tests/benchmarks/bench_frontier.py``, which runs NegMAS elsewhere.
"""

from __future__ import annotations

from itertools import product
from xml.etree import ElementTree as Xml

import pytest

from game.bargaining.genius import genius_files
from game.bargaining.space import whole
from tests.builders import small

SMALL = small()


def read(text):
    root = Xml.fromstring(text)
    objective = root.find("objective") if root.tag == "utility_space" else root.find("utility_space/objective")
    assert objective is not None
    items = [
        {item.get("value"): float(item.get("evaluation", "nan")) for item in issue.findall("item")}
        for issue in objective.findall("issue")
    ]
    weights = {
        int(weight.get("index", "0")): float(weight.get("value", "nan")) for weight in objective.findall("weight")
    }
    return root, items, weights


def test_domain_lists_every_issue_with_its_options_in_order():
    name, text = genius_files(SMALL.agenda, whole(SMALL)).domain
    root, items, weights = read(text)
    assert name == "small-domain.xml"
    assert root.tag == "negotiation_template"
    assert [list(one) for one in items] == [[option.id for option in issue.options] for issue in SMALL.agenda.issues]
    assert weights == {}


@pytest.mark.parametrize("side", [0, 1])
def test_profile_utility_of_every_package_is_its_additive_share_of_the_best(side):
    files = genius_files(SMALL.agenda, whole(SMALL))
    _, items, weights = read(files.profiles[side][1])
    assert sum(weights.values()) == pytest.approx(1)
    points = SMALL.stakes[side].points
    best = sum(map(max, points))
    for chosen in product(*(range(len(issue.options)) for issue in SMALL.agenda.issues)):
        utility = sum(
            weights[place + 1] * items[place][SMALL.agenda.issues[place].options[option].id]
            for place, option in enumerate(chosen)
        )
        expected = sum(points[place][option] for place, option in enumerate(chosen)) / best
        assert utility == pytest.approx(expected)


def test_profile_reservation_is_a_share_of_the_best():
    root, _, _ = read(genius_files(SMALL.agenda, whole(SMALL)).profiles[0][1])
    reservation = root.find("reservation")
    assert reservation is not None
    # China's issues add up to 400 + 300 + 200 + 80 = 980; the reservation is 350
    assert float(reservation.get("value", "nan")) == pytest.approx(350 / 980)


def test_linkages_the_format_cannot_hold_are_named_in_every_file():
    files = genius_files(SMALL.agenda, whole(SMALL))
    assert [one.split(":")[0] for one in files.left_out] == ["L90", "L91"]
    for _, text in files.all:
        assert "L90: railway-guards sweetens railway-board" in text
        assert "L91: dairen-status excludes railway-guards" in text


def test_files_are_written_where_told(tmp_path):
    paths = genius_files(SMALL.agenda, whole(SMALL)).write(tmp_path)
    assert [path.name for path in paths] == ["small-domain.xml", "small-china.xml", "small-ussr.xml"]
    assert all(Xml.parse(path).getroot() is not None for path in paths)


def test_space_with_nothing_to_settle_on_an_issue_is_refused_by_name():
    with pytest.raises(ValueError, match="railway-guards"):
        genius_files(SMALL.agenda, whole(SMALL).keeping({"railway-guards": ()}))
