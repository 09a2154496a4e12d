"""Claims as Parquet: the columns of the CSV, with their types. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from dateline.core.errors import UsageError
from dateline.core.kept import Kept
from dateline.present.export.rows import COLUMNS, NOTICE, rows

_GROUP = 10_000


def write(kept: Iterator[Kept], out: BinaryIO) -> None:
    """
    One table, a row a claim.

    Raises:
        UsageError: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            "--format parquet needs the extra `parquet`: pip install 'dateline[parquet]'"
        ) from error
    kinds: dict[type, Any] = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
    }
    schema = pyarrow.schema(
        [pyarrow.field(name, kinds[kind]) for name, kind in COLUMNS],
        metadata={"notice": NOTICE},
    )
    every = rows(kept)
    with parquet.ParquetWriter(out, schema) as writer:
        while group := list(islice(every, _GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
