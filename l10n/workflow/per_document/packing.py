"""What is worked out of a document, made small for the state and for other processes."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any


def packed(values: Iterable[object]) -> str:
    """Return plain values in a fifth of the room of their JSON, in ASCII; `unpacked` reads them back.

    Each is asked for when its turn comes: of a hundred thousand none is in memory twice.
    """
    compressor = zlib.compressobj()
    pieces = [compressor.compress(_line(value)) for value in values]
    return b64encode(b"".join((*pieces, compressor.flush()))).decode("ascii")


def _line(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "surrogatepass")


def unpacked(text: str, wanted: Iterable[int] | None = None) -> Iterator[Any]:
    """Yield what was packed, in its order; only the values with the indexes `wanted`, where they are given."""
    lines = zlib.decompress(b64decode(text)).split(b"\n")[:-1]
    for line in lines if wanted is None else map(lines.__getitem__, wanted):
        yield json.loads(line.decode("utf-8", "surrogatepass"))
