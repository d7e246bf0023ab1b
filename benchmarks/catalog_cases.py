"""The catalogs of the benchmark, and an update whose true answer is known.

They are made from the documentation in the standard library (`pydoc_data.topics`), by a generator with a fixed seed:
beginnings and ends of its sentences in new pairs. In the template of an update 10 % of the messages are edited, 5 %
removed and 5 % added; a tenth of the edited ones leave the message they come from in place. What is added is made of
sentences that no other text has.
"""

import random
import re
from pathlib import Path
from pydoc_data.topics import topics

SEED = 20_261_125
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
Texts = list[tuple[str, str]]


def sentences() -> list[str]:
    """Return the sentences of real documentation, each once."""
    prose = [block for text in topics.values() for block in re.split(r"\n\s*\n", text) if "::" not in block]
    found = (
        " ".join(sentence.split())
        for block in prose
        for sentence in re.split(r"(?<=[.!?:])\s+(?=[A-Z])", block)
    )
    return sorted({text for text in found if 20 < len(text) < 300 and text[0].isupper()})


def generated(count: int, chance: random.Random, known: list[str]) -> list[str]:
    """Return so many different texts of one to three sentences, made of the `known` ones."""
    texts: dict[str, None] = {}
    while len(texts) < count:
        pieces = []
        for _ in range(chance.choice((1, 1, 2, 3))):
            begun, ended = chance.choice(known).split(" "), chance.choice(known).split(" ")
            pieces.append(" ".join(begun[: (len(begun) + 1) // 2] + ended[len(ended) // 2 :]))
        texts[" ".join(pieces)] = None
    return list(texts)


def edited(text: str, chance: random.Random) -> str:
    """Return the text as an editor changes it: some words replaced, added or left out, or a new ending."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // 12)):
        place = chance.randrange(len(words))
        kind = chance.choice(("replace", "add", "drop"))
        if kind == "add":
            words.insert(place, chance.choice(("always", "only", "again", "however", "new")))
        elif kind == "replace" or len(words) < 6:
            words[place] = chance.choice(("value", "method", "never", "several", "42"))
        else:
            del words[place]
    return " ".join(words)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def entry(msgid: str, msgstr: str) -> str:
    return f'#. paragraph in “Reference”\n#: source/a.txt\nmsgid "{escaped(msgid)}"\nmsgstr "{escaped(msgstr)}"\n\n'


def catalog(pairs: Texts) -> str:
    return HEADER + "".join(entry(msgid, msgstr) for msgid, msgstr in pairs)


def update_case(count: int, folder: Path) -> dict[str, str]:
    """Write old.po and new.pot; return for each text that is not in the old catalog the one it comes from, or ""."""
    chance = random.Random(SEED + count)
    known = sentences()
    chance.shuffle(known)
    old = generated(count, chance, known[len(known) // 10 :])
    seen = set(old)
    origin: dict[str, str] = {}
    template: list[str] = []
    for text in old:
        lot = chance.random()
        if lot < 0.10:
            other = edited(text, chance)
            if other not in seen:
                seen.add(other)
                origin[other] = text
                template += [text, other] if chance.random() < 0.1 else [other]
                continue
        if lot < 0.15:
            continue
        template.append(text)
    for text in generated(count // 20, chance, known[: len(known) // 10]):
        origin[text] = ""
        template.insert(chance.randrange(len(template)), text)
    (folder / "old.po").write_text(catalog([(text, f"nl: {text}") for text in old]), encoding="utf-8")
    (folder / "new.pot").write_text(catalog([(text, "") for text in template]), encoding="utf-8")
    return origin


def prepared(count: int, folder: Path) -> Path:
    """Return a new folder with a catalog of so many messages, and a small one to warm up with."""
    place = folder / str(count)
    (place / "small").mkdir(parents=True)
    for number, where in ((count, place), (20, place / "small")):
        texts = generated(number, random.Random(SEED), sentences())
        pairs = [(text, f"nl: {text}") for text in texts]
        (where / "a.po").write_text(catalog(pairs), encoding="utf-8")
    return place
