"""The settings of a project, as JSON under their names; each change is an entry of the log."""

from __future__ import annotations

from typing import Any

from msgspec.json import decode, encode
from sqlalchemy import Connection, delete, insert, select

from dateline.store.log import Log, digest_of
from dateline.store.workbench import SettingRow


def settings(connection: Connection) -> dict[str, Any]:
    """Every setting that was set."""
    return {
        row.name: decode(row.body)
        for row in connection.execute(select(SettingRow.name, SettingRow.body))
    }


def set_settings(connection: Connection, changed: dict[str, Any], *, by: str) -> None:
    """Keep these settings; `by` is the id of who set them."""
    log = Log(connection)
    for name, value in sorted(changed.items()):
        body = encode(value).decode()
        connection.execute(delete(SettingRow).where(SettingRow.name == name))
        connection.execute(insert(SettingRow).values(name=name, body=body))
        log.add("setting", name, digest_of(name, body), f"by {by}")
    log.flush()
