"""One thing of a module changed: a comparison, a condition, a number, a sum, a statement or a loop left out.

Annotations, decorators and the `strict=` of a zip are left alone: they state what is so. An `int & None` in their
place, which nobody can import, would only flatter the score.
"""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_NEGATED_BY_THAT = (ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is, ast.IsNot)
_COUNTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


_Node = TypeVar("_Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of a module: the number and the text of its line, and what becomes what.

    `line` and `change` name a mutant as long as its line stays as it is; of several that read alike on one line the
    later ones are numbered. `place` is that of the node in `ast.walk`, `new` what stands there instead.
    `is_condition` says whether it turns what is true and what is not: a boolean, a comparison, `and`, `or`, `not`.
    """

    number: int
    line: str
    change: str
    place: int
    new: ast.AST
    is_condition: bool

    def applied(self, source: str) -> str:
        """Return the text of the changed module."""
        tree = ast.parse(source)
        old = next(node for place, node in enumerate(ast.walk(tree)) if place == self.place)
        return ast.unparse(ast.fix_missing_locations(_Swap(old, copy.deepcopy(self.new)).visit(tree)))


def mutants(source: str) -> list[Mutant]:
    """Return every mutant of a module, in the order of its lines."""
    tree, lines = ast.parse(source), source.splitlines()
    declared = {id(inner) for node in ast.walk(tree) for part in _declared(node) for inner in ast.walk(part)}
    found: list[Mutant] = []
    alike: Counter[tuple[int, str]] = Counter()
    for place, node in enumerate(ast.walk(tree)):
        for new in () if id(node) in declared else changes(node):
            number, change = _line(node), f"{_shown(node)} → {_shown(new)}"
            alike[number, change] += 1
            change += f" ({alike[number, change]})" if alike[number, change] > 1 else ""
            line = lines[number - 1].strip()
            found.append(Mutant(number, line, change, place, new, _is_condition(node)))
    return sorted(found, key=lambda mutant: (mutant.number, mutant.change))


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node can be changed into; `pass` for a statement that is left out."""
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                yield _with(node, ops=[*ops[:place], _COMPARED[type(op)](), *ops[place + 1 :]])
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
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) if not _is_negated_inside(test):
            yield _with(node, test=ast.UnaryOp(op=ast.Not(), operand=test))
        case ast.comprehension(ifs=[_, *_]):
            yield _with(node, ifs=[])
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield _with(node, value=ast.Constant(value=None))
    if isinstance(node, ast.stmt):
        yield from _left_out(node)


def _left_out(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.AugAssign():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.For():
            yield _with(node, iter=ast.Tuple(elts=[], ctx=ast.Load()))
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()


def _is_condition(node: ast.AST) -> bool:
    """Whether a change of a node turns what is true and what is not."""
    conditions = (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.If, ast.IfExp, ast.While, ast.comprehension)
    return isinstance(node, conditions) or (isinstance(node, ast.Constant) and isinstance(node.value, bool))


def _declared(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node is no code: annotations, decorators, and `strict=`, which asserts."""
    match node:
        case ast.FunctionDef(decorator_list=decorators, returns=returns):
            yield from (*decorators, *filter(None, [returns]))
        case ast.ClassDef(decorator_list=decorators):
            yield from decorators
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.keyword(arg="strict"):
            yield node.value
        case _:
            pass


def _is_negated_inside(test: ast.expr) -> bool:
    """Whether a change within the condition is its negation already."""
    match test:
        case ast.Compare(ops=[op]):
            return isinstance(op, _NEGATED_BY_THAT)
        case ast.UnaryOp(op=ast.Not()):
            return True
        case _:
            return False


def _with(node: _Node, **fields: object) -> _Node:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _line(node: ast.AST) -> int:
    return _line(node.target) if isinstance(node, ast.comprehension) else getattr(node, "lineno", 1)


def _shown(node: ast.AST) -> str:
    """Return the first line of a piece of code."""
    written = ast.unparse(ast.fix_missing_locations(copy.deepcopy(node)))
    return written.strip().split("\n")[0]


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)
