"""What `translate --dry-run` prints: where texts would go, and every character that would leave this machine."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from l10n.cli.printing import counted, show
from l10n.pretranslation.services.announcement import OF_A_TEXT, Outgoing, Part

if TYPE_CHECKING:
    from l10n.pretranslation.services.registry import Choice
    from l10n.workflow.per_document.draft_report import TranslateReport


def show_forecast(report: "TranslateReport", choice: "Choice | None", environment: Mapping[str, str]) -> None:
    """Print what would be sent. Raises ConfigurationError, after that, when the key may not go there."""
    share = 100 * report.from_memory // report.messages if report.messages else 0
    show(
        f"{counted(report.messages, 'message')} without translation, {counted(report.characters, 'character')}"
    )
    show(f"{report.from_memory} of them in the memory ({share}%)")
    if choice is None:
        show("nothing would leave this machine: no service is chosen")
        return
    from l10n.pretranslation.services.registry import destination_of

    destination = f"{choice.service.title}, {destination_of(choice, environment)}"
    texts, characters = counted(report.sent, "text"), counted(report.sent_characters, "character")
    show(f"{texts}, {characters}, in {counted(report.requests, 'request')} would go to {destination}")
    if report.outgoing:
        _show_outgoing(report.outgoing, _key_told(choice, environment))
    if refused := choice.refuses_key(environment):
        raise refused


def _key_told(choice: "Choice", environment: Mapping[str, str]) -> str:
    from l10n.pretranslation.services.registry import sends_key

    if choice.refuses_key(environment):
        return "but your key may not go there, so nothing does"
    return "and your key" if sends_key(choice, environment) else "and no key"


def _show_outgoing(requests: Sequence[Outgoing], key: str) -> None:
    kinds: Counter[str] = Counter()
    for request in requests:
        for part in request.parts:
            kinds[part.label] += len(part.text)
    total = sum(kinds.values())
    show(f"{counted(total, 'character')} in all would leave this machine, {key}:")
    width = len(str(max(kinds.values(), default=0)))
    for label, number in kinds.items():
        show(f"  {number:>{width}}  {label}")
    alike = groupby(requests, key=lambda request: (request.address, _of_all(request)))
    for (address, fixed), group in alike:
        several = list(group)
        show()
        each = "each with" if len(several) > 1 else "with"
        show(f"{counted(len(several), 'request')} to {address}, {each}:")
        _show_parts(fixed)
        for request in several:
            for block in _blocks(request.parts):
                show()
                _show_parts(block)


def _of_all(request: Outgoing) -> tuple[Part, ...]:
    return tuple(part for part in request.parts if part.label not in OF_A_TEXT)


def _blocks(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Yield the parts of each text: a new one begins with its number, or without numbers with the text itself."""
    block: list[Part] = []
    for part in parts:
        if part.label not in OF_A_TEXT:
            continue
        if block and part.label in ("id", "text") and block[-1].label != "id":
            yield block
            block = []
        block.append(part)
    if block:
        yield block


def _show_parts(parts: Sequence[Part]) -> None:
    width = max((len(part.label) for part in parts), default=0)
    for part in parts:
        show(f"  {part.label:<{width}}  {part.text}")
