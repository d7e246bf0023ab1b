"""What is worked out of a document, made small for the state and for other processes."""

import json
import zlib
from base64 import b64decode, b64encode
from typing import Any


def packed(plain: object) -> str:
    """Return plain JSON in a fifth of the room of its text, in ASCII; `unpacked` reads it back."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b64encode(zlib.compress(text)).decode("ascii")


def unpacked(text: str) -> Any:
    """Return what was packed."""
    return json.loads(zlib.decompress(b64decode(text)).decode("utf-8", "surrogatepass"))
