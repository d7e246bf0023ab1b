"""The strings of a YAML text with their places, and a translation written as a YAML scalar again."""

import re

import yaml

from l10n.budgets import hold_yaml
from l10n.errors import BudgetError
from l10n.formats.front_matter.keyed_strings import FrontMatterError, KeyedString

_STRING = "tag:yaml.org,2002:str"
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"(?P<indent>[ ]*)(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
# The sequence of a deeply nested value is read by recursion.
_DEEPEST = 40


def yaml_strings(text: str) -> list[KeyedString]:
    """Return the string values of the mapping `text` is, in order; keys themselves are none of them."""
    try:
        hold_yaml(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError, BudgetError) as error:
        raise FrontMatterError(str(error)) from error
    found: list[KeyedString] = []
    seen: set[int] = set()

    def walk(node: yaml.Node | None, keys: tuple[str, ...]) -> None:
        if node is None or id(node) in seen or len(keys) > _DEEPEST:
            return
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                walk(value, (*keys, str(key.value)))
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(value, keys)
        elif isinstance(node, yaml.ScalarNode) and node.tag == _STRING:
            found.extend(_placed(text, node, keys))

    if isinstance(root, yaml.MappingNode):
        walk(root, ())
    return found


def _placed(text: str, node: yaml.ScalarNode, keys: tuple[str, ...]) -> list[KeyedString]:
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        return _block(text, start, end, keys, folded=node.style == ">")
    # The mark of a scalar with a tag or an anchor stands before these.
    if node.style in ('"', "'") and text[start] != node.style:
        start = text.index(node.style, start, end)
    elif node.style is None and text[start] in "&!":
        return []
    return [KeyedString(keys, start, end, node.value)] if node.value.strip() else []


def _block(text: str, start: int, end: int, keys: tuple[str, ...], *, folded: bool) -> list[KeyedString]:
    """Return the paragraphs of a block scalar: runs of lines between blank ones."""
    found: list[KeyedString] = []
    position = _LINE_END.search(text, start)
    lines = list(_LINE.finditer(text, position.end(), end)) if position else []
    run: list[re.Match[str]] = []
    for line in [*lines, None]:
        if line is not None and line["text"].strip():
            run.append(line)
        elif run:
            glue = " " if folded and len({one["indent"] for one in run}) == 1 else "\n"
            value = glue.join(one["text"].rstrip() for one in run)
            last = run[-1]
            stop = last.start("text") + len(last["text"].rstrip())
            found.append(KeyedString(keys, run[0].start("text"), stop, value, run[0]["indent"]))
            run = []
    return found


def write_scalar(raw: str, msgstr: str) -> str:
    """Return `msgstr` as a scalar in the quotes of `raw`, or in double quotes where these could not hold it.

    Double quotes mean the same in YAML and TOML, so this writes both.
    """
    quote = raw[0] if raw[:1] in ('"', "'") else ""
    if raw.startswith(('"""', "'''")) and len(raw) > 5:
        return _multiline(raw, msgstr)
    if quote == "'" and "\n" not in msgstr and msgstr.isprintable():
        if "'" not in msgstr:
            return f"'{msgstr}'"
        if "''" in raw[1:-1]:
            return "'" + msgstr.replace("'", "''") + "'"
    if not quote and _is_plain(raw, msgstr):
        return msgstr
    return f'"{_escaped(msgstr)}"'


def _multiline(raw: str, msgstr: str) -> str:
    """Return a multi-line string of TOML; the line end behind its opening marks is no part of it."""
    marks = raw[:3]
    opening = _LINE_END.match(raw, 3)
    lead = opening.group() if opening else "\n" * msgstr.startswith("\n")
    if marks == "'''" and "'" not in msgstr and all(mark.isprintable() or mark == "\n" for mark in msgstr):
        return f"{marks}{lead}{msgstr}{marks}"
    text = "\n".join(_escaped(line) for line in msgstr.split("\n"))
    return f'"""{lead}{text}"""'


def write_block(raw: str, msgid: str, msgstr: str, prefix: str) -> str:
    """Return the lines of a block scalar; the line breaks in it are the translator's where it has any."""
    ending = _LINE_END.search(raw)
    lines = [line.rstrip() for line in _LINE_END.split(msgstr) if line.strip()]
    lines = [lines[0].lstrip(), *lines[1:]] if lines else []
    if "\n" not in msgid:
        lines = [" ".join(line.strip() for line in lines)]
    text = f"{ending.group() if ending else chr(10)}{prefix}".join(lines)
    return "".join(mark for mark in text if mark.isprintable() or mark in "\r\n\t")


def _is_plain(raw: str, msgstr: str) -> bool:
    """Return whether `msgstr` may stand without quotes where `raw` does."""
    if "\n" in msgstr or not msgstr.isprintable() or msgstr != msgstr.strip():
        return False
    # Without one of these in it, the value may stand in a list in brackets, where less is plain.
    in_flow = not re.search(r"[,\[\]{}]", raw)
    contexts = ["k: {}\n"] + (["[{}]\n"] if in_flow else [])
    return all(_reads_as(context.format(msgstr), msgstr) for context in contexts)


def _reads_as(text: str, value: str) -> bool:
    try:
        hold_yaml(text)  # a translation, too, may be anybody's
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError, BudgetError):
        return False
    scalar = node.value[0] if isinstance(node, yaml.SequenceNode) and len(node.value) == 1 else None
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        scalar = node.value[0][1]
    return isinstance(scalar, yaml.ScalarNode) and scalar.tag == _STRING and scalar.value == value


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return "".join(
        mark
        if mark.isprintable()
        else f"\\u{ord(mark):04x}"
        if ord(mark) < 0x10000
        else f"\\U{ord(mark):08x}"
        for mark in text
    )
