"""`l10n translate`: drafts for the messages nobody has translated, from the memory and from a service."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from l10n.errors import ConfigurationError, ServiceError
from l10n.languages.scripts import script_of
from l10n.languages.tags import are_of_one_language
from l10n.names import Lexicon
from l10n.pretranslation.wanted import Languages
from l10n.project import Project
from l10n.workflow.memory import open_memory
from l10n.workflow.per_document.draft_report import Tally, TranslateReport
from l10n.workflow.per_document.drafting import DraftingRun, Options
from l10n.workflow.per_document.untranslated import work_of
from l10n.workflow.store.catalogs import open_catalogs, open_lexicon
from l10n.workflow.store.sources import by_domain, read_sources

if TYPE_CHECKING:
    from l10n.pretranslation.services.registry import Choice, Paced


def translate(project: Project, locales: list[str] | None, options: Options) -> TranslateReport:
    """Draft every message without a translation, fuzzy, and say where each draft comes from.

    What a person has written is not touched. Should the service fail, or the user stop it, what has come is saved: the
    report says so, and the next run goes on from there. Raises ServiceError for what is wrong before any text is
    sent: a missing key, languages the service does not know.
    """
    chosen = project.chosen_locales(locales)
    sources = read_sources(project.source_settings)
    opened = open_catalogs(project.paths, by_domain(sources), chosen)
    works = {
        locale: [work_of(source, opened[source.file.domain, locale]) for source in sources]
        for locale in chosen
    }
    clients = _clients(project, chosen, options)
    tally = Tally()
    lexicon = open_lexicon(project)
    with ExitStack() as stack:
        memory = stack.enter_context(open_memory(project)) if project.memory_path.exists() else None
        for locale in chosen:
            drafting = DraftingRun(
                paths=project.paths,
                works=[work for work in works[locale] if work.wanted],
                languages=_languages(project, locale, lexicon),
                memory=memory,
                client=clients.get(locale),
                options=options,
                tally=tally,
            )
            try:
                drafting.run()
            except ServiceError as error:
                tally.failure = error
            except KeyboardInterrupt:
                tally.is_interrupted = True
            finally:
                drafting.save()  # whatever happened
            if tally.failure or tally.is_interrupted:
                break
    return tally.report()


def _languages(project: Project, locale: str, lexicon: Lexicon) -> Languages:
    return Languages(
        source_locale=project.source_locale, locale=locale, script=script_of(locale), lexicon=lexicon.decided
    )


def _clients(project: Project, locales: Sequence[str], options: Options) -> dict[str, "Paced"]:
    """Return a client for each locale that a service can translate into; it is asked for the languages first."""
    if options.choice is None:
        return {}
    from l10n.pretranslation.services.registry import Paced, settings_for

    clients: dict[str, Paced] = {}
    for locale in locales:
        if are_of_one_language(locale, project.source_locale):
            continue  # the same language: nothing to translate
        pair = (project.source_locale, locale)
        settings = settings_for(options.choice, pair, options.environment, dry=options.dry)
        clients[locale] = Paced(options.choice.service, settings)
        if not options.dry:
            clients[locale].check()
    return clients


def choice_of(
    project: Project, service: str | None, url: str | None, model: str | None, environment: Mapping[str, str]
) -> "Choice | None":
    """Return the service of the option, else of the configuration; None when neither names one.

    Address and model of the configuration belong to its own service: another one does not get them. Where nobody says
    where a service is, it is where the environment says (`L10N_CHAT_URL`). Raises ServiceError for an unknown service,
    ConfigurationError for an address texts must not be sent to.
    """
    name = service or project.service
    if not name:
        if url or model:
            hint = "name it with --service"
            raise ConfigurationError("an address or a model is given, but no service", hint=hint)
        return None
    from l10n.pretranslation.services.endpoints import endpoint
    from l10n.pretranslation.services.permission import allowed_origins, own_address
    from l10n.pretranslation.services.registry import KEYED, Choice, service_of

    chosen = service_of(name)
    is_own = name == project.service or not project.service
    own = "" if chosen.is_local else own_address(name, environment)
    allowed = allowed_origins(name, environment, project.root, KEYED) if name in KEYED else frozenset()
    if url and name in KEYED:
        allowed |= {endpoint(url, "--url").origin}  # who types an address says who may have the key
    choice = Choice(
        service=chosen,
        url=url or (project.service_url if is_own else "") or own,
        model=model or (project.service_model if is_own else ""),
        allowed=allowed,
    )
    _ = choice.destination  # refuses an address before anything is read
    return choice
