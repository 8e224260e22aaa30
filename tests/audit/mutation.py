"""Small faults put into a module's syntax tree, one at a time: would a test notice?"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: its number in the module, its place, and what was changed into what."""

    index: int
    line: int
    was: str
    becomes: str


def mutants(tree: ast.Module) -> list[Mutant]:
    """Every fault that can be put into a module, in order."""
    return [
        Mutant(index, getattr(old, "lineno", 0), _said(old), _said(new))
        for index, (old, new) in enumerate(_faults(tree))
    ]


def _said(node: ast.AST) -> str:
    return f"if {ast.unparse(node.test)}" if isinstance(node, ast.If) else ast.unparse(node)


def mutated(tree: ast.Module, index: int) -> ast.Module:
    """The module with one fault in it.

    Raises:
        IndexError: where it has no such fault.
    """
    for number, (old, new) in enumerate(_faults(tree)):
        if number == index:
            _Swap(old, ast.copy_location(new, old)).visit(tree)
            return ast.fix_missing_locations(tree)
    raise IndexError(index)


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else super().visit(node)


def _faults(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.AST]]:
    """What is swapped for what, inside functions alone: what stands at a module's top is mostly words."""
    for function in _functions(tree):
        for node in _inside(function):
            make = _MAKERS.get(type(node))
            if make is not None and (new := make(deepcopy(node))) is not None:
                yield node, new


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node)


def _inside(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The nodes of a function's body, in order, without docstrings and annotations."""
    waiting: list[ast.AST] = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        yield node
        fields = [name for name in node._fields if name not in ("annotation", "returns")]
        children = [child for name in fields for child in _listed(getattr(node, name, None))]
        waiting += reversed(children)


def _listed(value: object) -> list[ast.AST]:
    many = value if isinstance(value, list) else [value]
    return [one for one in many if isinstance(one, ast.AST)]


def _compare(node: ast.Compare) -> ast.AST | None:
    other = COMPARED.get(type(node.ops[0]))
    node.ops[0] = other() if other else node.ops[0]
    return node if other else None


def _bool(node: ast.BoolOp) -> ast.AST:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return node


def _without_not(node: ast.UnaryOp) -> ast.AST | None:
    return node.operand if isinstance(node.op, ast.Not) else None


def _count(node: ast.BinOp) -> ast.AST | None:
    other = COUNTED.get(type(node.op))
    node.op = other() if other else node.op
    return node if other else None


def _constant(node: ast.Constant) -> ast.AST | None:
    if isinstance(node.value, bool):
        return ast.Constant(not node.value)
    return ast.Constant(node.value + 1) if isinstance(node.value, int) else None


def _condition(node: ast.If) -> ast.AST | None:
    """`if x` the other way round, where nothing else would change the condition."""
    if not isinstance(node.test, (ast.Name, ast.Attribute, ast.Call)):
        return None
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return node


def _return(node: ast.Return) -> ast.AST | None:
    if node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None):
        return None
    return ast.Return(ast.Constant(None))


def _expression(node: ast.Expr) -> ast.AST | None:
    """A statement that does something, left out; what yields must still make a generator."""
    return (
        ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
        if isinstance(node.value, (ast.Yield, ast.YieldFrom))
        else ast.Pass()
    )


_MAKERS: dict[type[ast.AST], Callable[..., ast.AST | None]] = {
    ast.Compare: _compare,
    ast.BoolOp: _bool,
    ast.UnaryOp: _without_not,
    ast.BinOp: _count,
    ast.Constant: _constant,
    ast.If: _condition,
    ast.Return: _return,
    ast.Expr: _expression,
    ast.Continue: lambda _node: ast.Break(),
}
