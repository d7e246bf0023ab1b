"""Characters sent are characters announced: what a dry run shows is what a server receives, value for value.

The number of these requests stands in docs/pages/explain/security.md.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest

from l10n.pretranslation.services.base import Asked, Spelling
from l10n.pretranslation.services.registry import SERVICES, Choice, Paced, service_of, settings_for
from tests.conftest import ROOT
from tests.servers.faithful import running
from tests.servers.hostile import CANARY

NETWORKED = [name for name, service in SERVICES.items() if not service.is_local]
KEYS = {f"L10N_{name.upper()}_KEY": CANARY for name in SERVICES}
RICH = Asked(
    text="The rocket [X1X] flew & “away” + 100% of ünïcödé/Щука? Yes; a=b&c#d.",
    place="paragraph in “The launch › […]”",
    before='Before \\ it "was" there.',
    after="After\u00a0it\u2028 too.",
    names=(Spelling(written="Klim Shipenko", forms=("Клим Шипенко", "Клима Шипенко")),),
    earlier=(("It flew.", "Hij vloog."), ("It fell.", "Hij viel.")),
)
BATCHES = {
    "one": [RICH],
    "three": [RICH, Asked(text="No context."), Asked(text="7 < 8 <b>")],
    "twenty": [Asked(text=f"Text {number} of them.", before=f"Number {number}") for number in range(20)],
}


def client(name: str, url: str) -> Paced:
    choice = Choice(service=service_of(name), url=url, model="some/model:8b", allowed=frozenset({url}))
    return Paced(choice.service, settings_for(choice, ("en", "nl"), KEYS))


@pytest.mark.parametrize("batch", BATCHES.values(), ids=BATCHES)
@pytest.mark.parametrize("name", NETWORKED)
def test_every_value_that_is_sent_was_announced_and_every_announced_one_is_sent(
    name: str, batch: Sequence[Asked]
) -> None:
    most = service_of(name).most
    requests = [batch[start : start + most] for start in range(0, len(batch), most)]
    requests = requests[:3]
    with running() as server:
        service = client(name, server.url)
        announced = [one for request in requests for one in service.announced(request)]
        assert server.received == []
        service.check()
        for request in requests:
            service.translate(request)
        received = server.received_texts
    assert len(announced) == len(received)
    for told, came in zip(announced, received, strict=True):
        parts = [part.text for part in told.parts]
        assert sorted(parts) == sorted(came.values)
        assert told.characters == sum(map(len, came.values))
        assert told.address == server.url + urlsplit(came.address).path
        assert CANARY not in "".join(parts)


def requests_made() -> int:
    """Return how many requests the test above looks at."""
    every = ((service_of(name).most, batch) for name in NETWORKED for batch in BATCHES.values())
    return sum(min(3, -(-len(batch) // most)) for most, batch in every)


def test_the_page_has_the_number() -> None:
    page = (ROOT / "docs" / "pages" / "explain" / "security.md").read_text(encoding="utf-8")
    assert f"0 in {requests_made()} requests of {len(NETWORKED)} services" in page
