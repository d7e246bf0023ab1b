"""What in a text is no prose: code, tags, addresses, placeholders, paths. It is masked, offsets stay."""

import re

from l10n.remembering import remembered

MASK = "\ufffc"
_NOT_PROSE = re.compile(
    r"""
      (?<!`)(?P<ticks>`+)(?!`)[^`]+(?P=ticks)                                  # code in backticks
    | <[A-Za-z/!?][^<>]*>                                                      # a tag, a comment
    | &(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});            # a character reference
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)              # the target of a link
    | (?<!\w)(?:https?|ftps?|file|mailto|tel):[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)]
    | (?<!\w)www\.[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)]
    | (?<![\w.+-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+
    | %\([^()\s]*\)[a-zA-Z] | %\d+\$[-+\#0]?\d*[a-zA-Z]                         # placeholders
    | (?<!\d)(?<!\d\s)%[-+\#0]?\d*(?:\.\d+)?(?:hh?|ll?|[jzt])?[a-zA-Z](?![a-z])
    | \$?\{[^{}\n]*\}                                                          # a placeholder
    | \[\^[^\[\]\s]*\]                                                         # a footnote
    | (?<!\w)--?[A-Za-z][\w-]*(?:=\S+)?                                        # an option of a command
    | (?<![\w/\\.~:-])(?:~|\.{1,2}|[A-Za-z]:)?[/\\][\w.@~/\\-]+                # a path
    | (?<![\w/\\.-])(?!\d{1,4}/\d{1,2}/\d{1,4}(?![\w/]))                        # no date: 3/4/2021
      [\w.-]+/[\w.-]+/[\w./-]+                                                 # a path of three names and more
    | (?<![\w.-])[A-Za-z_]\w*(?:[.-]\w+)*\.[a-z][a-z0-9]{1,4}(?![\w'’])        # a file, a host
    """,
    re.VERBOSE,
)
# Each begins with the sign itself: so the search skips from sign to sign, which is ten times as fast.
_SIGNS = re.compile(r"`|<|@|%|\{|/|\\|&[#A-Za-z]|\[\^|\]\(|:(?=\S)|-(?<!\w-)[A-Za-z-]|\.(?<=\w\.)\w")


@remembered(32_000)
def masked(text: str) -> str:
    """Return the text with U+FFFC for each character that is no prose."""
    if not _SIGNS.search(text):
        return text
    return _NOT_PROSE.sub(lambda match: MASK * len(match[0]), text)
