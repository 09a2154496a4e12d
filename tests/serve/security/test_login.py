"""Coming in: the first owner, wrong passwords, what a session is and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import extract_parameters
from fastapi.testclient import TestClient
from serve.desks import OWN, PASSWORD, client_of, desk_in, kept_password, log_in, make

from dateline.cli.main import main
from dateline.core.errors import UsageError
from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.serve.security.passwords import fits, hashed
from dateline.serve.throttle import FREE, LONGEST, Throttle
from dateline.store.people import anybody, change_person, people


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


def test_a_password_is_kept_as_rfc_9106_has_it() -> None:
    cost = extract_parameters(kept_password())

    assert kept_password().startswith("$argon2id$")
    assert (cost.time_cost, cost.memory_cost, cost.parallelism) == (3, 65_536, 4)
    assert (cost.hash_len, cost.salt_len) == (32, 16)


@pytest.mark.parametrize(
    ("typed", "kept", "right"),
    [
        (PASSWORD, True, True),
        ("another one", True, False),
        (PASSWORD, False, False),
        ("", True, False),
    ],
)
def test_a_password_fits_or_not(typed: str, kept: bool, right: bool) -> None:
    assert fits(typed, kept_password() if kept else None) is right


@pytest.mark.parametrize("password", ["", "eleven chars"[:11], "x" * 257])
def test_too_short_or_long_a_password_is_refused(password: str) -> None:
    with pytest.raises(UsageError, match="12 to 256"):
        hashed(password)


def test_the_wait_doubles_after_three_misses_and_is_forgotten_after_a_hit() -> None:
    clock = [0.0]
    throttle = Throttle(lambda: clock[0])
    waits = []
    for _ in range(FREE + 12):
        throttle.miss("olena")
        waits.append(throttle.wait("olena"))

    assert waits[:FREE] == [0.0] * FREE
    assert waits[FREE : FREE + 4] == [2.0, 4.0, 8.0, 16.0]
    assert waits[-1] == LONGEST
    assert throttle.wait("somebody else") == 0.0
    throttle.hit("olena")
    assert throttle.wait("olena") == 0.0


def test_who_guesses_is_made_to_wait_even_with_the_right_password(desk: Desk) -> None:
    make(desk, "olena", "reader")
    client = client_of(desk)
    wrong = {"login": "olena", "password": "not this one, I fear"}
    tries = [client.post("/login", data=wrong).status_code for _ in range(FREE + 2)]
    right = client.post("/login", data={"login": "olena", "password": PASSWORD})

    assert tries == [401] * (FREE + 1) + [429]
    assert right.status_code == 429


def test_a_wrong_name_is_told_as_a_wrong_password(desk: Desk) -> None:
    make(desk, "olena", "reader")
    client = client_of(desk)
    told = [
        client.post("/login", data={"login": login, "password": "not this one"}).text
        for login in ("olena", "nobody")
    ]

    assert told[0].replace("olena", "nobody") == told[1]


def test_each_login_makes_a_new_session_and_ends_the_old(desk: Desk) -> None:
    """A cookie that somebody planted before the login is worth nothing after it."""
    make(desk, "olena", "reader")
    client = client_of(desk)
    client.cookies.set("dateline", "planted")
    log_in(client, "olena")
    first = client.cookies.get("dateline", domain="127.0.0.1")
    log_in(client, "olena")

    assert first not in (None, "planted")
    old = client_of(desk)
    for cookie in ("planted", first or ""):
        assert old.get("/", headers={"Cookie": f"dateline={cookie}"}).status_code == 303


@pytest.mark.parametrize(
    ("base", "secure"), [("http://127.0.0.1", False), ("https://127.0.0.1", True)]
)
def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    desk: Desk, base: str, secure: bool
) -> None:
    make(desk, "olena", "reader")
    client = TestClient(create_app(desk), base_url=base, headers=OWN, follow_redirects=False)
    answer = client.post("/login", data={"login": "olena", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()

    assert {"httponly", "samesite=strict", "path=/"} <= set(cookie.split("; "))
    assert ("secure" in cookie.split("; ")) is secure
    assert cookie.startswith("__host-") is secure
    assert "domain" not in cookie
    assert ("strict-transport-security" in answer.headers) is secure


def test_logging_out_ends_the_session_in_the_archive_too(desk: Desk) -> None:
    make(desk, "olena", "reader")
    client = client_of(desk)
    log_in(client, "olena")
    kept = client.cookies.get("dateline")
    client.post("/logout")

    assert client_of(desk).get("/", headers={"Cookie": f"dateline={kept}"}).status_code == 303


@pytest.mark.parametrize("change", [{"role": "owner"}, {"active": False}])
def test_another_role_or_none_ends_every_session(desk: Desk, change: dict[str, object]) -> None:
    make(desk, "boss", "owner")
    person = make(desk, "olena", "reader")
    client = client_of(desk)
    log_in(client, "olena")
    new = {"role": "reader", "name": "Olena", "active": True, **change}
    with desk.writing() as connection:
        change_person(connection, person.id, by="a test", **new)  # type: ignore[arg-type]

    assert client.get("/").status_code == 303


def test_the_last_owner_stays_one(desk: Desk) -> None:
    person = make(desk, "boss", "owner")
    with pytest.raises(UsageError, match="an owner must be left"), desk.writing() as connection:
        change_person(connection, person.id, by="x", role="reader", name="Boss", active=True)


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/reports?after=50", "/reports?after=50"), ("//evil.example", "/"),
        ("https://evil.example", "/"), ("/\\evil.example", "/"), ("\t//evil.example", "/"),
        ("/x\r\nSet-Cookie: a=b", "/"), ("javascript:alert(1)", "/"), ("", "/"),
    ],
)  # fmt: skip
def test_after_the_login_the_way_leads_inside(desk: Desk, asked: str, led: str) -> None:
    make(desk, "olena", "reader")
    form = {"login": "olena", "password": PASSWORD, "next": asked}

    assert client_of(desk).post("/login", data=form).headers["location"] == led


def test_alone_at_the_machine_nobody_asks_for_a_password(desk: Desk) -> None:
    assert client_of(desk).get("/people").status_code == 200
    make(desk, "boss", "owner")
    assert client_of(desk).get("/people").status_code == 303


@pytest.mark.parametrize(
    ("host", "allowed"), [("0.0.0.0", ()), ("127.0.0.1", ("desk.example.org",))]
)
def test_where_others_can_come_nobody_is_let_in_without_one(
    tmp_path: Path, host: str, allowed: tuple[str, ...]
) -> None:
    with desk_in(tmp_path, host=host, allowed=allowed) as desk:
        assert client_of(desk).get("/").status_code == 303
        assert client_of(desk).get("/api/v1/documents").status_code == 401


@pytest.mark.parametrize("options", [["--host", "0.0.0.0"], ["--allow-host", "desk.example.org"]])
def test_it_is_not_opened_to_others_before_there_is_an_owner(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["serve", "--archive", str(tmp_path / "new.sqlite"), *options])

    assert code == 2
    assert "--make-owner" in capsys.readouterr().err


def test_the_first_owner_needs_the_code_of_the_terminal(desk: Desk) -> None:
    client = client_of(desk)
    form = {"login": "olena", "name": "Olena", "password": PASSWORD}
    assert client.post("/setup", data={**form, "code": "0000"}).status_code == 403
    assert client.post("/setup", data={**form, "code": ""}).status_code == 403
    short = client.post("/setup", data={**form, "code": desk.code, "password": "short"})
    assert short.status_code == 422

    made = client.post("/setup", data={**form, "code": desk.code})
    assert (made.status_code, made.headers["location"]) == (303, "/")
    assert client.get("/people").status_code == 200
    with desk.archive.reading() as connection:
        assert [each.role for each in people(connection)] == ["owner"]
    assert client.post("/setup", data={**form, "code": desk.code}).status_code == 404


def test_an_owner_can_be_made_at_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    from dateline.cli import serve
    from dateline.store.open import open_archive

    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    with open_archive(str(tmp_path / "new.sqlite"), create=True) as archive:
        desk = Desk(archive)
        serve.make_owner(desk, "olena")
        desk.close()
        with archive.reading() as connection:
            assert anybody(connection)
