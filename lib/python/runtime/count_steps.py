"""Compiles a file so that it counts its own steps, and what it makes while it runs counts too."""

import ast
import warnings
from types import CodeType

from . import charge_functions, charge_library, charge_methods, charge_operator_module, charge_texts, varying_calls
from .charged_calls import CLASS_RULES, FUNCTION_RULES, LIBRARY_RULES, METHOD_RULES, own_files
from .count_statements import CountStatements
from .counted_forms import Forms
from .file_names import read_names
from .learner_file import ProgramFile, remember_source

METHOD_RULES.update(charge_methods.COLLECTION_RULES)
METHOD_RULES.update(charge_texts.TEXT_RULES)
METHOD_RULES.update(charge_functions.METHODS)
METHOD_RULES.update(varying_calls.VARYING_METHODS)
FUNCTION_RULES.update(charge_functions.FUNCTIONS)
FUNCTION_RULES.update(charge_operator_module.OPERATOR_RULES)
FUNCTION_RULES.update(charge_library.LIBRARY_BUILTINS)
FUNCTION_RULES.update(varying_calls.VARYING_BUILTINS)
CLASS_RULES.update(charge_functions.CLASSES)
CLASS_RULES.update(charge_library.LIBRARY_CLASSES)
CLASS_RULES.update(varying_calls.VARYING_CLASSES)
LIBRARY_RULES.update(charge_library.LIBRARY_FUNCTIONS)
LIBRARY_RULES.update(varying_calls.VARYING_LIBRARY)

# Threads take turns by steps only where there may be threads: looking at each step costs time.
_THREADS = ("thread", "concurrent")


def compile_counted(file: ProgramFile, *, by_line: bool = False) -> CodeType:
    """The file's code, which adds its steps to the meter, if need be on the lines that take them."""
    remember_source(file)
    return count_text(file["code"], file["path"], "exec", by_line=by_line)


def count_text(code: str | bytes, path: str, mode: str, flags: int = 0, *, by_line: bool = False) -> CodeType:
    """The code of a program (`exec`) or an expression (`eval`), which adds its steps to the meter."""
    own_files.add(path)
    with warnings.catch_warnings():
        # The functions stand in the tree as strings that are called.
        warnings.simplefilter("ignore", SyntaxWarning)
        tree = ast.parse(code, path, mode)
        takes_turns = any(isinstance(code, str) and word in code.lower() for word in _THREADS)
        forms = Forms(takes_turns=takes_turns, by_line=by_line)
        counted = ast.fix_missing_locations(CountStatements(forms, read_names(tree)).visit(tree))
        made = compile(counted, path, mode, flags, dont_inherit=True)
    return forms.put_into(made)
