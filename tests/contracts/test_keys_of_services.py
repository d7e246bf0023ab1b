"""A key goes to its service only: every service with every configuration, every request looked through.

The number of these pairs stands in docs/pages/explain/security.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from l10n.errors import ConfigurationError, ServiceError
from l10n.pretranslation.services.base import Asked
from l10n.pretranslation.services.registry import SERVICES, Paced, settings_for
from l10n.project import Project, find_project
from l10n.workflow.translate import choice_of
from tests.conftest import ROOT
from tests.servers.mapping import World, mapped

SENT = Asked(text="The rocket flew away.", place="heading", before="Before.", after="After.")
# Where each key may go without being allowed: to who made the service, and to where it is by default.
OWN = {
    "deepl": {"api.deepl.com:443", "api-free.deepl.com:443"},
    "microsoft": {
        f"api{area}.cognitive.microsofttranslator.com:443" for area in ("", "-nam", "-eur", "-apc")
    },
    "libretranslate": {"localhost:5000"},
    "chat": {"localhost:11434"},
    "google": set[str](),
    "mymemory": set[str](),
}
URLS = (
    "",
    "https://evil.example",
    "https://evil.example:443/v1",
    "https://EVIL.example./v1",
    "https://evil.deepl.com",
    "https://api.deepl.com.evil.example",
    "https://evil-deepl.com",
    "https://api.deepl.com",
    "https://API.DEEPL.com./",
    "https://api.deepl.com:8443",
    "https://api-free.deepl.com",
    "https://\u0430pi.deepl.com",
    "https://api.deepl.com%2eevil.example",
    "https://api.deepl.com\\@evil.example",
    "https://evil.example\\.deepl.com",
    "https://api.deepl.com@evil.example",
    "https://me:pass@evil.example",
    "https://@evil.example",
    "https://evil.example/https://api.deepl.com",
    "https://evil.example/$L10N_CHAT_KEY/${L10N_DEEPL_KEY}",
    "https://evil.example/?key=${L10N_CHAT_KEY}",
    "https://api.cognitive.microsofttranslator.com/translate",
    "https://api-eur.cognitive.microsofttranslator.com/translate",
    "https://evil.cognitive.microsofttranslator.com/translate",
    "https://evil.cognitiveservices.azure.com/translate",
    "https://translate.google.com/m",
    "http://api.deepl.com",
    "http://evil.example",
    "http://localhost:5000",
    "http://LOCALHOST.:5000",
    "https://localhost:5000",
    "http://localhost:11434/v1",
    "http://localhost:9999",
    "http://127.0.0.1:5000",
    "http://[::1]:5000",
    "http://2130706433:5000",
    "http://127.0.0.1.evil.example:5000",
    "https://own.example/v1",
    "https://own.example:8443/v1",
    "http://own.example/v1",
    "https://OWN.example.:443/other",
    "https://own.example.evil.example",
)


def canary(service: str) -> str:
    """Return the key of a service, as nothing else is written."""
    return f"canary-of-{service}-7f3b"


KEYS = {f"L10N_{name.upper()}_KEY": canary(name) for name in SERVICES}


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What is around a project; `allows` are the hosts that the user lets have the key of a service in it."""

    environment: Mapping[str, str] = field(default_factory=dict)
    listed: str = ""
    list_folder: str = "own"
    allows: frozenset[str] = frozenset()
    for_services: tuple[str, ...] = tuple(SERVICES)


OWN_HOST = frozenset({"own.example:443"})
SURROUNDINGS = {
    "nothing": Surroundings(),
    "the key of a plan that is free": Surroundings(environment={"L10N_DEEPL_KEY": f"{canary('deepl')}:fx"}),
    "an own server": Surroundings(
        environment={f"L10N_{name.upper()}_URL": "https://Own.example:443/v1" for name in SERVICES},
        allows=OWN_HOST,
    ),
    "an own server of another service": Surroundings(
        environment={"L10N_CHAT_URL": "https://own.example"}, allows=OWN_HOST, for_services=("chat",)
    ),
    "a list": Surroundings(listed='chat = ["https://own.example"]', allows=OWN_HOST, for_services=("chat",)),
    "a list with all": Surroundings(
        listed="".join(
            f'{name} = ["https://x.example", "https://own.example/"]\n'
            for name, service in SERVICES.items()
            if service.takes_key
        ),
        allows=OWN_HOST | {"x.example:443"},
    ),
    "a list in the project": Surroundings(
        listed='chat = ["https://evil.example"]', list_folder="project/own"
    ),
    "a list in the project, by a relative path": Surroundings(
        listed='chat = ["https://evil.example"]',
        list_folder="project/relative",
        environment={"XDG_CONFIG_HOME": "relative", "HOME": "/nowhere"},
    ),
    "a list with an unknown service": Surroundings(listed='chats = ["https://own.example"]'),
    "a list of nonsense": Surroundings(listed="chat = 7"),
    "the key of the configuration in the environment": Surroundings(
        environment={"L10N_SERVICE_URL": "https://evil.example"}
    ),
    "proxies": Surroundings(
        environment=dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), "http://evil.example:3128")
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def configured(folder: Path, service: str, url: str, environment: Mapping[str, str]) -> Project:
    """Return the project whose configuration names the service and where it is."""
    address = f"service_url = '{url}'\n" if url else ""
    (folder / "l10n.toml").write_text(
        f'source_locale = "en"\nlocales = ["nl"]\nservice = "{service}"\n{address}'
        "service_model = '${L10N_CHAT_KEY}'\n",
        encoding="utf-8",
    )
    return find_project(folder, environment)


def ask(project: Project, environment: Mapping[str, str], url: str | None = None) -> str:
    """Send a text as `translate` does; return what stopped it."""
    try:
        choice = choice_of(project, None, url, None, environment)
        assert choice is not None
        settings = settings_for(choice, ("en", "nl"), environment)
        paced = Paced(choice.service, settings)
        paced.check()
        paced.translate([SENT])
    except (ConfigurationError, ServiceError) as error:
        return str(error)
    return ""


def surrounded(tmp_path: Path, around: Surroundings) -> dict[str, str]:
    folder = tmp_path / around.list_folder / "l10n"
    if around.listed:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "services.toml").write_text(around.listed, encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(folder.parent), **KEYS, **around.environment}


def leaks(world: World, service: str, around: Surroundings) -> list[str]:
    """Return who was told a key that is not theirs."""
    allowed = OWN[service] | (around.allows if service in around.for_services else set())
    return [
        f"{host}: {name}"
        for host, request in world.contacts
        for name in SERVICES
        if canary(name) in request.everything and not (name == service and host in allowed)
    ]


@pytest.mark.parametrize("around", SURROUNDINGS.values(), ids=SURROUNDINGS)
@pytest.mark.parametrize("service", OWN)
def test_no_key_goes_to_anybody_but_its_service(
    project: Path, monkeypatch: pytest.MonkeyPatch, service: str, around: Surroundings
) -> None:
    environment = surrounded(project.parent, around)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with mapped(monkeypatch) as world:
        for url in URLS:
            said = ask(configured(project, service, url, environment), environment)
            assert leaks(world, service, around) == []
            assert not any(canary(name) in said for name in SERVICES)
            if "would send the key" in said:
                assert world.hosts == []
            world.forget()


def test_every_service_with_a_network_is_looked_at_and_the_page_has_the_number() -> None:
    assert OWN.keys() == {name for name, service in SERVICES.items() if not service.is_local}
    page = (ROOT / "docs" / "pages" / "explain" / "security.md").read_text(encoding="utf-8")
    assert f"0 of {len(OWN) * len(SURROUNDINGS) * len(URLS):,} pairs" in page


KEYED = [name for name, service in SERVICES.items() if service.takes_key]


class TestAllowing:
    """What the user allows goes, and what is refused says how to allow it."""

    @pytest.mark.parametrize("service", KEYED)
    def test_who_makes_it_gets_the_key(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, service: str
    ) -> None:
        with mapped(monkeypatch) as world:
            assert ask(configured(project, service, "", KEYS), KEYS) == ""
            assert any(canary(service) in request.everything for _, request in world.contacts)
            assert set(world.hosts) <= OWN[service]

    @pytest.mark.parametrize("how", ["an own server", "a list with all", "--url"])
    @pytest.mark.parametrize("service", KEYED)
    def test_a_server_of_the_user_gets_the_key(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, service: str, how: str
    ) -> None:
        environment = surrounded(project.parent, SURROUNDINGS.get(how, Surroundings()))
        url = "https://own.example/v1"
        with mapped(monkeypatch) as world:
            said = ask(
                configured(project, service, url, environment), environment, url if how == "--url" else None
            )
            assert said == ""
            assert set(world.hosts) == {"own.example:443"}
            assert any(canary(service) in request.everything for _, request in world.contacts)

    @pytest.mark.parametrize("service", ["chat", "libretranslate"])
    def test_the_environment_says_where_a_service_is_when_nobody_else_does(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, service: str
    ) -> None:
        environment = {**KEYS, f"L10N_{service.upper()}_URL": "https://own.example/v1"}
        with mapped(monkeypatch) as world:
            assert ask(configured(project, service, "", environment), environment) == ""
            assert set(world.hosts) == {"own.example:443"}

    @pytest.mark.parametrize("service", KEYED)
    def test_another_server_is_refused_with_its_name_and_the_ways_to_allow_it(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, service: str
    ) -> None:
        environment = surrounded(project.parent, Surroundings())
        with mapped(monkeypatch) as world:
            said = ask(configured(project, service, "https://evil.example/v1", environment), environment)
            assert world.hosts == []
        assert f"would send the key of {SERVICES[service].title} to https://evil.example\n" in said
        assert f"L10N_{service.upper()}_URL=https://evil.example" in said
        assert f'services.toml: {service} = ["https://evil.example"]' in said
        assert f"to send no key, set L10N_{service.upper()}_KEY to nothing" in said

    @pytest.mark.parametrize("service", ["chat", "libretranslate"])
    def test_without_a_key_a_server_needs_nothing(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, service: str
    ) -> None:
        for environment in ({}, {f"L10N_{service.upper()}_KEY": ""}, {f"L10N_{service.upper()}_KEY": " "}):
            for url in ("http://localhost:9999", "https://some.example"):
                with mapped(monkeypatch) as world:
                    assert ask(configured(project, service, url, environment), environment) == ""
                    assert len(set(world.hosts)) == 1

    def test_a_list_in_the_project_is_an_error_with_its_reason(self, project: Path) -> None:
        environment = surrounded(project.parent, SURROUNDINGS["a list in the project"])
        said = ask(configured(project, "chat", "https://evil.example", environment), environment)
        assert "lies in the project" in said
        assert "a project may not say who gets a key" in said

    @pytest.mark.parametrize(
        ("listed", "told"),
        [
            ('chats = ["https://own.example"]', "did you mean 'chat'?"),
            ('google = ["https://own.example"]', "no service that takes a key"),
            ("chat = 7", "must be a list of texts"),
            ('chat = ["http://own.example"]', "http to own.example"),
            ('chat = ["own.example"]', "not the address of a service"),
            ("chat = [", "not valid TOML"),
            (f"chat = {['https://own.example'] * 3_000}", "2,000 are allowed"),
        ],
    )
    def test_a_wrong_list_is_told(self, project: Path, listed: str, told: str) -> None:
        environment = surrounded(project.parent, Surroundings(listed=listed))
        assert told in ask(configured(project, "chat", "", environment), environment)

    def test_the_keyring_is_not_asked_for_a_service_that_takes_no_key(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        class Keyring:
            """What `import keyring` gives."""

            def get_password(self, _: str, name: str) -> str:
                asked.append(name)
                return canary(name)

        monkeypatch.setitem(__import__("sys").modules, "keyring", Keyring())
        for service in OWN:
            with mapped(monkeypatch) as world:
                said = ask(configured(project, service, "https://evil.example", {}), {})
                assert ("would send the key" in said) is (service in KEYED)
                assert not any(canary(service) in request.everything for _, request in world.contacts)
        assert set(asked) == set(KEYED)
