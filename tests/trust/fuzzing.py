"""Readers of what others send, fed with files that were damaged at random: an answer or an error of ours, nothing else.

`python -m tests.trust.fuzzing SECONDS SEED` (`make fuzz`) goes on for so long, from a beginning that the seed gives,
prints how often each reader was called, and keeps whatever made one fail in `build/fuzz/`. The tests do the same with a
fixed beginning and a fixed number of calls. What is damaged are files of this repository.
"""

import contextlib
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from l10n.catalog import pofile
from l10n.catalog.header import check_plural_forms
from l10n.errors import L10nError
from l10n.formats import Format, all_formats
from l10n.gate.baseline import read_baseline
from l10n.names.registry.exchange import import_registry
from l10n.names.registry.reader import read_registry
from l10n.names.similarity.same_name import same_name
from l10n.names.transliteration.library import read_scheme
from l10n.pretranslation.masking import mask, unmask
from l10n.pretranslation.tmx import from_tmx
from l10n.repair import repair
from tests.trust.fuzzed_parsers import PARSERS

ROOT = Path(__file__).parent.parent.parent
_LONGEST = 1_500  # bytes of a seed: small files are damaged in more places a second
_SECONDS = 10  # of CPU, for one call: more is a fault
_MEMORY = 2 << 30


@dataclass(frozen=True)
class Target:
    """A reader, files it can read, what stands in such files, and how often the tests call it."""

    read: Callable[[bytes], object]
    seeds: Sequence[bytes]
    words: Sequence[bytes]
    calls: int


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _read_catalog(content: bytes) -> None:
    file = pofile.read(content, "x.po")
    messages = file.messages
    # What was read is written back as it was, and what we write ourselves says the same.
    assert pofile.write(file, messages) == content
    if content.isascii():
        again = pofile.read(pofile.write(None, messages), "y.po").messages
        assert [message.key for message in again] == [message.key for message in messages]


def _read_document(form: Format) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        text = _text(content)
        document = form.parse(text, f"source/x{form.suffixes[0]}")
        assert document.text == text
        assert document.replace(lambda segment: form.localized(segment, segment.msgid)) == text

    return read


def _repair(content: bytes) -> None:
    clean = repair(_text(content), language="en").text
    assert repair(clean, language="en").text == clean


def _check_plural_forms(content: bytes) -> None:
    with contextlib.suppress(ValueError):  # which its callers make an error of the catalog
        number, rule = check_plural_forms(_text(content))
        assert all(0 <= rule(n) < number for n in range(20))


def _match(content: bytes) -> None:
    one, _, other = _text(content).partition("\t")
    score, back = same_name(one, other).score, same_name(other, one).score
    assert 0 <= score <= 1
    assert abs(score - back) < 1e-9


def _mask(content: bytes) -> None:
    text = _text(content)
    masked = mask(text)
    assert unmask(masked, masked.text) == text


def _files(pattern: str) -> tuple[bytes, ...]:
    found = tuple(path.read_bytes()[:_LONGEST] for path in sorted(ROOT.glob(pattern)))
    assert found, pattern
    return found


_PO = (
    b'msgid "',
    b'msgstr "',
    b'msgstr[1] "',
    b"#~ ",
    b"#| msgid",
    b"#, fuzzy\n",
    b'"\n"',
    b"\\n",
    b"\\x41",
    b'msgctxt "',
)
_TOML = (b"[[name]]\n", b"= ", b'"""', b"{ ", b" }", b"[", b"]", b"\\u0430", b"true", b"1e9", b"preferred")
_JSON = (b"{", b"}", b"[", b"]", b'"', b":", b",", b"null", b"1e999", b"\\ud800", b'"names"', b"findings")
_XML = (
    b"<",
    b">",
    b"</",
    b"&lt;",
    b"&#0;",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"xml:lang=",
    b"<seg>",
    b"<tu>",
    b"<tuv>",
)
_MARKUP = (
    b"`", b"```\n", b"**", b"[a](b)", b"![", b"<b>", b"</b>", b"<!--", b"-->", b"\n\n", b"> ", b"- ", b"| a |\n|--|\n",
    b"---\n", b"&amp;", b"<script>", b"\t", b"\r\n", b"\\", b"<!-- l10n:skip -->", b"00:00:01,000 --> 00:00:02,000\n",
)  # fmt: skip
_ANYTHING = (
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"\r",
    b"\xd8\x00",
    b"'",
    b"%s",
    b"\x1b[31m",
    b"\xcc\x81",
)
_TMX = b"""<?xml version="1.0"?><tmx version="1.4"><header srclang="en" segtype="paragraph"/><body><tu>
<tuv xml:lang="en"><seg>A <bpt i="1">b</bpt></seg></tuv><tuv xml:lang="nl"><seg>Een</seg></tuv></tu></body></tmx>"""
_TBX = b"""<martif type="TBX"><text><body><termEntry id="a"><langSet xml:lang="nl"><tig>
<term>Klim</term></tig></langSet></termEntry></body></text></martif>"""
_NAMES = b'{"schema_version": 1, "names": [{"id": "a", "kind": "person", "native": "X", "language": "en"}]}'
_KNOWN = (
    b'{"schema_version": 1, "findings": [{"fingerprint": "a", "code": "b", "path": "c", "message": "d"}]}'
)
_RULES = (b"nplurals=2; plural=n != 1;", b"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 ? 1 : 2);")
_SIGNS = (
    b"n", b"%", b"(", b")", b"?", b":", b"&&", b"||", b"!", b"==", b"10", b"0", b"/", b"-", b"**", b";", b"nplurals=",
)  # fmt: skip
_PAIRS = ("Klim Sjipenko\tКлим Шипенко", "Yulia Peresild\tJoelia Peresild", "d'Artagnan\tд’Артаньян")

TARGETS: Mapping[str, Target] = {
    "catalogs": Target(
        _read_catalog, (*_files("tests/golden/*/*/catalog.po"), *_files("locales/ru/LC_MESSAGES/*.po")), _PO, 20_000
    ),
    **{
        form.name: Target(_read_document(form), _files(f"tests/golden/{folder}/*/source.*"), _MARKUP, calls)
        for folder, calls in {
            "plaintext": 12_000, "markdown": 3_000, "html": 6_000, "subrip": 15_000, "webvtt": 15_000,
        }.items()
        for form in all_formats()
        if form.name.lower().replace(" ", "") == folder
    },
    "repair": Target(_repair, _files("source/*.txt"), ("โ€œ".encode(), "’".encode(), b"cant ", b"Its "), 1_500),
    "plural rules": Target(_check_plural_forms, _RULES, _SIGNS, 30_000),
    "the registry": Target(
        lambda content: read_registry(_text(content), "names.toml", ("nl", "ru")),
        _files("locales/names.toml"), _TOML, 12_000,
    ),
    "schemes": Target(
        lambda content: read_scheme(_text(content), "x.toml"),
        _files("l10n/names/transliteration/schemes/*.toml"), _TOML, 4_000,
    ),
    "matching of names": Target(_match, tuple(pair.encode() for pair in _PAIRS), (b"-", b" ", b"van ", b"\t"), 1_000),
    "masking": Target(_mask, _files("tests/golden/markdown/*/source.md"), (*_MARKUP, b"{0}", b"%(a)s"), 8_000),
    "TMX": Target(lambda content: list(from_tmx(content, "x.tmx", "en", ("nl",))), (_TMX,), _XML, 25_000),
    "TBX": Target(
        lambda content: import_registry(_text(content), "x.tbx", "tbx", ("nl",)), (_TBX,), _XML, 15_000
    ),
    "names in JSON": Target(
        lambda content: import_registry(_text(content), "x.json", "json", ("nl",)), (_NAMES,), _JSON, 20_000
    ),
    "names in CSV": Target(
        lambda content: import_registry(_text(content), "x.csv", "csv", ("nl",)),
        (b"id,kind,native,language,locale,form,form_status\na,person,X,en,nl,Y,preferred\n",),
        (b",", b'"', b"\n"), 12_000,
    ),
    "baselines": Target(lambda content: read_baseline(_text(content), "b.json"), (_KNOWN,), _JSON, 20_000),
    **{name: Target(*parser) for name, parser in PARSERS.items()},
}  # fmt: skip


def damaged(content: bytes, words: Sequence[bytes], seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Return the content with one to four things done to it, each at a place of its own."""
    result = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.randint(0, len(result))
        size = chance.choice((1, 2, 8, 64))
        match chance.randrange(7):
            case 0:
                result[place:place] = chance.choice(words)
            case 1:
                result[place:place] = chance.choice(_ANYTHING)
            case 2:
                del result[place : place + size]
            case 3 if result:
                result[place % len(result)] = chance.randrange(256)
            case 4:
                result[place:place] = result[place : place + size] * chance.choice((1, 2, 50))
            case 5:
                del result[place:]
            case _:
                other = chance.choice(seeds)
                start = chance.randint(0, len(other))
                result[place:place] = other[start : start + size]
    return bytes(result)


def inputs(target: Target, chance: random.Random) -> Iterator[bytes]:
    """Yield what a reader is fed with: its seeds, then damaged ones, then what was damaged already, without end."""
    pool = list(target.seeds)
    yield from target.seeds
    for number in count():
        made = damaged(chance.choice(pool), target.words, target.seeds, chance)
        if number % 20 == 0 and len(made) < 2 * _LONGEST:
            pool[len(target.seeds) :] = [*pool[len(target.seeds) :][-50:], made]
        yield made


def problem(target: Target, content: bytes) -> BaseException | None:
    """Return what a reader raises that is no error of ours, None when it answers or refuses."""
    try:
        target.read(content)
    except L10nError:
        return None
    except (Exception, TimeLimit) as error:  # noqa: BLE001 - that is what we look for
        return error
    return None


class TimeLimit(BaseException):
    """One call took so long that it may never end."""


def _over(_number: int, _frame: object) -> None:
    raise TimeLimit


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()
    sys.stdout.write(f"the seed is {seed}\n")
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, _over)
    total = failures = 0
    for name, target in TARGETS.items():
        begin, called = time.monotonic(), 0
        for content in inputs(target, random.Random(seed)):
            signal.setitimer(signal.ITIMER_PROF, _SECONDS)
            if error := problem(target, content):
                failures += 1
                kept = ROOT / "build" / "fuzz" / f"{name.replace(' ', '-')}-{failures}"
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(content)
                sys.stdout.write(f"{name}: {error!r:.300}; kept in {kept.relative_to(ROOT)}\n")
            called += 1
            if time.monotonic() - begin > seconds / len(TARGETS):
                break
        signal.setitimer(signal.ITIMER_PROF, 0)
        total += called
        sys.stdout.write(f"{name:20} {called:>9,} calls\n")
    sys.stdout.write(f"{total:,} calls with the seed {seed}, {failures} failures\n")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
