"""`dateline serve`: open the workbench on an archive, for one person or for people."""

from __future__ import annotations

import sys
from argparse import Namespace
from getpass import getpass

import uvicorn

from dateline.cli.terminal import complain
from dateline.core.errors import UsageError
from dateline.serve.app import create_app
from dateline.serve.desk import Desk
from dateline.serve.security.passwords import hashed
from dateline.store.open import open_archive
from dateline.store.people import anybody, make_person


def run(options: Namespace) -> int:
    """0 when it was stopped; raises UsageError where anybody could come in from outside."""
    with open_archive(options.archive, create=True) as archive:
        desk = Desk(archive, host=options.host, allowed=tuple(options.allow_host or ()))
        try:
            if options.make_owner:
                make_owner(desk, options.make_owner)
            with archive.reading() as connection:
                has_people = anybody(connection)
            if not has_people and not desk.is_local:
                raise UsageError(
                    "serve: others could come in and there is no owner yet: "
                    "`dateline serve --make-owner NAME` makes one"
                )
            _greet(desk, options, has_people=has_people)
            _serve(desk, options)
        finally:
            desk.close()
    return 0


def make_owner(desk: Desk, login: str) -> None:
    """Make the first owner, with the password that is typed, or that stands on standard input."""
    if sys.stdin.isatty():
        password = getpass("Password for the owner: ")
        if getpass("Once more: ") != password:
            raise UsageError("--make-owner: the two passwords differ")
    else:
        password = sys.stdin.readline().rstrip("\n")
    with desk.writing() as connection:
        if anybody(connection):
            raise UsageError("--make-owner: there are people already: log in as an owner")
        make_person(
            connection, login, login, role="owner", password=hashed(password), by="the terminal"
        )


def _greet(desk: Desk, options: Namespace, *, has_people: bool) -> None:
    address = f"http://{_shown(options.host)}:{options.port}/"
    complain(f"the workbench is at {address} (Ctrl-C ends it)")
    if not has_people:
        complain("nobody was made yet: whoever sits at this machine is the owner, without password")
        complain(f"to let others in, make an owner: {address}setup?code={desk.code}")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _serve(desk: Desk, options: Namespace) -> None:
    uvicorn.run(
        create_app(desk),
        host=options.host,
        port=options.port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=15,
    )
