"""Who is let in. What browsers send is from RFC 6454 (Origin) and RFC 9110 (Host)."""

import pytest

from game.web.doors import Address, complaint, turned_away

HERE = Address("127.0.0.1", 1945)
CLASSROOM = Address("0.0.0.0", 1945, "https://Games.School.example")


@pytest.mark.parametrize("host", ["127.0.0.1:1945", "localhost:1945", "LOCALHOST:1945", "[::1]:1945"])
def test_page_of_this_computer_is_let_in_by_each_of_its_names(host):
    assert turned_away(host, f"http://{host}", HERE.names) == ""
    assert turned_away(host, None, HERE.names) == ""


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://evil.example:1945",
        "http://127.0.0.1",
        "http://127.0.0.1:1946",
        "http://127.0.0.1:1945.evil.example",
        "http://evil.example#127.0.0.1:1945",
        "http://127.0.0.1:1945@evil.example",
        "null",
        "",
        "file://",
    ],
)
def test_page_from_elsewhere_is_turned_away(origin):
    assert turned_away("127.0.0.1:1945", origin, HERE.names) == "This game is played from its own page only."


@pytest.mark.parametrize("host", ["evil.example:1945", "evil.example", "127.0.0.1", "127.0.0.1:80", "", "0.0.0.0:1945"])
def test_name_made_to_point_here_is_turned_away(host):
    assert turned_away(host, None, HERE.names) == "This server goes by another name."
    assert turned_away(host, f"http://{host}", HERE.names) == "This server goes by another name."


def test_port_80_is_not_written_by_browsers():
    assert turned_away("localhost", "http://localhost", Address("localhost", 80).names) == ""


def test_public_url_is_a_name_of_the_server_too():
    assert turned_away("games.school.example", "https://games.school.example", CLASSROOM.names) == ""
    assert CLASSROOM.url == "https://Games.School.example/"
    assert not CLASSROOM.only_here


def test_address_of_the_network_is_not_only_here():
    address = Address("192.168.1.20", 1945)
    assert not address.only_here
    assert address.url == "http://192.168.1.20:1945/"
    assert turned_away("127.0.0.1:1945", None, address.names) != ""


def test_address_in_six_words_is_written_in_brackets():
    assert Address("::1", 1945).url == "http://[::1]:1945/"
    assert Address("::1", 1945).only_here


@pytest.mark.parametrize("url", ["games.school.example", "ftp://a.example", "http://", "http://a.example/games", "x"])
def test_public_url_that_no_visitor_could_type_is_refused(url):
    assert complaint(Address("0.0.0.0", 1945, url)).startswith("--public-url must look like")


def test_listening_everywhere_needs_a_name_to_be_called_by():
    assert "--public-url" in complaint(Address("0.0.0.0", 1945))
    assert complaint(CLASSROOM) == complaint(HERE) == ""


def test_only_the_name_in_the_url_is_the_one_visitors_are_sent_to():
    assert HERE.is_called("127.0.0.1:1945")
    assert not HERE.is_called("localhost:1945")
    assert CLASSROOM.is_called("anything")  # a proxy before it may call it as it likes
