"""How many changes of the code the tests notice: `python -m tests.trust.mutating [MODULE …] [--each N]`.

Each mutant is a module with one thing changed: a comparison, a condition, a number, a sum, a statement left out. The
tests of the module are run against a copy of the repository; a mutant nobody notices is printed, with its line.
Without `--each` all mutants are tried, which takes hours; with it so many of each module, chosen at random but always
the same.
"""

import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_PATIENCE = (
    4  # times the tests of a module may take with a mutant as long as without; one that never ends is noticed
)
_COPIED = ("l10n", "tests", "source", "locales", "pyproject.toml", "README.md")
TESTS = {
    "l10n/catalog/poreader.py": "tests/unit/catalog tests/properties/test_catalog_pofile.py",
    "l10n/catalog/posyntax.py": "tests/unit/catalog tests/properties/test_catalog_pofile.py",
    "l10n/catalog/ordinary.py": "tests/unit/catalog tests/properties/test_catalog_pofile.py",
    "l10n/catalog/merge.py": "tests/unit/catalog/test_merging.py tests/unit/catalog/test_source_changes.py"
    " tests/unit/catalog/test_translators_round.py tests/properties/test_catalog_merge.py"
    " tests/properties/test_edit_histories.py",
    "l10n/catalog/conservation.py": "tests/unit/catalog tests/properties/test_catalog_merge.py"
    " tests/trust/test_cut_off.py tests/cli/test_lost_translations.py",
    "l10n/pretranslation/masking.py": "tests/unit/pretranslation/test_masking.py"
    " tests/properties/test_masking_laws.py tests/unit/pretranslation/test_drafts.py",
    "l10n/names/matching.py": "tests/unit/names/test_matching.py tests/properties/test_matching_laws.py",
    "l10n/workflow/files.py": "tests/unit/workflow/test_files.py tests/unit/workflow/test_interruptions.py"
    " tests/unit/workflow/test_locking.py tests/trust/test_bombs.py",
    "l10n/configuration.py": "tests/unit/test_project.py tests/cli/test_bad_input.py tests/trust/test_outside.py",
}
_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


def changes(node: ast.AST) -> Iterator[ast.AST | None]:
    """Yield what a node can be changed into; None leaves a statement out."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            yield _with(node, ops=[_COMPARED[type(op)]()])
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _COUNTED:
            yield _with(node, op=_COUNTED[type(op)]())
        case ast.Constant(value=bool() as value):
            yield _with(node, value=not value)
        case ast.Constant(value=int() as value):
            yield _with(node, value=value + 1)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield _with(node, test=ast.UnaryOp(op=ast.Not(), operand=test))
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield None
        case ast.Continue():
            yield ast.Break()
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield _with(node, value=ast.Constant(value=None))
        case _:
            pass


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST | None) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._old:
            return ast.Pass() if self._new is None else self._new
        return self.generic_visit(node)


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, description and text of each mutant of a module."""
    tree = ast.parse(source)
    for number, node in enumerate(list(ast.walk(tree))):
        for new in changes(node):
            fresh = ast.parse(source)
            old = list(ast.walk(fresh))[number]
            mutated = _Swap(old, new if new is None else copy.deepcopy(new)).visit(fresh)
            said = "left out" if new is None else ast.unparse(ast.fix_missing_locations(copy.deepcopy(new)))
            line = getattr(node, "lineno", 0)
            shown = f"{ast.unparse(node)[:60]!r} → {said[:60]!r}".replace("\n", " ")
            yield line, shown, ast.unparse(ast.fix_missing_locations(mutated))


def is_noticed(folder: Path, tests: str, seconds: float | None = None) -> bool:
    """Return whether the tests fail, or take longer, in a copy of the repository."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests.split()]
    environment = {**os.environ, "PYTHONPATH": f"{folder}", "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    try:
        ran = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return ran.returncode != 0


def main() -> int:
    arguments = sys.argv[1:]
    each = int(arguments[arguments.index("--each") + 1]) if "--each" in arguments else 0
    modules = [one for one in arguments if one.endswith(".py")] or list(TESTS)
    noticed_in_all = tried_in_all = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in _COPIED:
            place = ROOT / name
            (shutil.copytree if place.is_dir() else shutil.copy)(place, folder / name)
        for module in modules:
            path, source = folder / module, (ROOT / module).read_text(encoding="utf-8")
            found = list(mutants(source))
            chosen = random.Random(module).sample(found, min(each, len(found))) if each else found
            path.write_text(ast.unparse(ast.parse(source)), encoding="utf-8")
            begin = time.monotonic()
            if is_noticed(folder, TESTS[module]):
                sys.stdout.write(f"{module}: its tests fail without a mutant\n")
                return 1
            seconds, noticed = _PATIENCE * (time.monotonic() - begin), 0
            for line, shown, text in sorted(chosen):
                path.write_text(text, encoding="utf-8")
                if is_noticed(folder, TESTS[module], seconds):
                    noticed += 1
                else:
                    sys.stdout.write(f"{module}:{line}: nobody notices {shown}\n")
                    sys.stdout.flush()
            path.write_text(source, encoding="utf-8")
            noticed_in_all, tried_in_all = noticed_in_all + noticed, tried_in_all + len(chosen)
            sys.stdout.write(
                f"{module}: {noticed} of {len(chosen)} mutants noticed, of {len(found)} there are\n"
            )
            sys.stdout.flush()
    share = round(100 * noticed_in_all / tried_in_all)
    sys.stdout.write(f"{noticed_in_all} of {tried_in_all} mutants noticed: {share}%\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
