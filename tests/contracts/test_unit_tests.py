"""`tests/unit` mirrors the package: who looks for the tests of a module looks where the module stands."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
UNIT = ROOT / "tests" / "unit"
FOLDERS = sorted({path.parent.relative_to(UNIT) for path in UNIT.rglob("*.py")} - {Path()})
MODULES = sorted(path.relative_to(UNIT) for path in UNIT.rglob("test_*.py"))
# what is no test of one module, and why it stands where it stands
OF_MORE_THAN_ONE = {
    "catalog/test_source_changes.py": "what becomes of catalogs when an editor changes the source",
    "catalog/test_translators_round.py": "a catalog through the tools of GNU gettext and back",
    "checks/test_fact_cases.py": "the table tests/cases/facts, through all checks of facts",
    "checks/test_markup_cases.py": "the table tests/cases/checks/markup.toml, through all checks of markup",
    "checks/test_planted_faults.py": "faults planted in clean text, through all checks",
    "checks/test_planted_names.py": "names spoiled in right text, through the checks of names",
    "checks/test_retouched_source.py": "a finding that the catalogs and the state of a message make together",
    "checks/test_source_lints.py": "what all checks of prose do with a source",
    "formats/test_configured.py": "what the configuration changes in every format",
    "names/inflection/test_declension_table.py": "the table tests/cases/names/declension.tsv",
    "names/recognition/test_cases.py": "the cases of tests/cases/names",
    "names/test_face.py": "what the face of names offers, and who goes past it",
    "names/transcription/graphones/test_models.py": "the models of the package, on real names",
    "pretranslation/test_garbled_names.py": "sentences through a service that garbles names",
    "repair/test_repair_cases.py": "the cases of tests/cases/repair",
    "workflow/test_locale_formats.py": "the comments on locale formats, through extracting and merging",
    "workflow/store/test_interruptions.py": "what the store leaves when a command is killed",
}


@pytest.mark.parametrize("folder", FOLDERS, ids=Path.as_posix)
def test_a_folder_of_tests_is_one_of_the_package_or_of_the_tools(folder: Path) -> None:
    assert folder.parts[0] == "tools" or (ROOT / "l10n" / folder).is_dir()


@pytest.mark.parametrize("tests", MODULES, ids=Path.as_posix)
def test_a_module_of_tests_is_named_for_what_it_tests(tests: Path) -> None:
    home = ROOT if tests.parts[0] == "tools" else ROOT / "l10n"
    tested = home / tests.parent / tests.name.removeprefix("test_")
    is_mirror = tested.is_file() or (tested.with_suffix("") / "__init__.py").is_file()
    assert is_mirror is not (tests.as_posix() in OF_MORE_THAN_ONE)


def test_every_exception_is_still_one() -> None:
    assert OF_MORE_THAN_ONE.keys() <= {path.as_posix() for path in MODULES}
