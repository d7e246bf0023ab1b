"""The face of names: what the rest of the program uses of them, and nothing that is not there."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import l10n
from l10n import names

PACKAGE = Path(l10n.__file__).parent
TAKEN_AND_GIVEN = {"Case", "Gender", "Match"}  # by the functions of the Python API
ROOMS = sorted(path.name for path in (PACKAGE / "names").iterdir() if (path / "__init__.py").is_file())


def imported_from_names(path: Path) -> set[str]:
    """Return what a module imports from the face."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "l10n.names"]
    return {alias.name for node in imports for alias in node.names}


@pytest.mark.parametrize("name", names.__all__)
def test_each_name_of_the_face_is_that_of_the_module_a_type_checker_sees(name: str) -> None:
    nodes = ast.walk(ast.parse((PACKAGE / "names" / "__init__.py").read_text(encoding="utf-8")))
    modules = [
        node.module
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        and node.module is not None
        and name in {alias.name for alias in node.names}
    ]
    assert len(modules) == 1
    assert getattr(names, name) is getattr(sys.modules[modules[0]], name)


def test_the_face_offers_every_name_it_knows_once() -> None:
    assert len(set(names.__all__)) == len(names.__all__)
    assert set(names._MODULE_OF) == set(names.__all__)  # type: ignore[attr-defined]
    assert set(names.__all__) <= set(dir(names))


def test_what_is_not_of_the_face_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'fold_form'"):
        names.fold_form  # type: ignore[attr-defined]  # noqa: B018


def test_nothing_is_in_the_face_that_neither_the_program_nor_the_python_api_uses() -> None:
    page = (PACKAGE.parent / "docs" / "pages" / "extend" / "python-api.md").read_text(encoding="utf-8")
    used = {
        name
        for path in PACKAGE.rglob("*.py")
        if not path.is_relative_to(PACKAGE / "names")
        for name in imported_from_names(path)
    }
    assert used <= set(names.__all__)
    unused = {name for name in names.__all__ if name not in used and name not in page}
    assert unused == TAKEN_AND_GIVEN


def test_the_face_imports_no_room_before_it_is_asked() -> None:
    program = (
        "import sys, l10n.names; print([name for name in sys.modules if name.startswith('l10n.names.')])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_import_contract_protects_every_room() -> None:
    configuration = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    (contract,) = (contract for contract in contracts if contract["type"] == "protected")
    assert contract["protected_modules"] == [f"l10n.names.{room}" for room in ROOMS]
    assert contract["allowed_importers"] == ["l10n.names"]
