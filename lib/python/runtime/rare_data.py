"""Brings what the interpreter comes without: the tables and the code of modules that few programs import."""

import _imp
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType

from . import kernel
from .stand_in import stand_in

# Those that read tables of characters; all that is frozen into the interpreter has its code there, too.
_MODULES = frozenset(
    (
        "_codecs_cn",
        "_codecs_hk",
        "_codecs_iso2022",
        "_codecs_jp",
        "_codecs_kr",
        "_codecs_tw",
        "_multibytecodec",
        "unicodedata",
    )
)

_create_builtin = _imp.create_builtin
_find_frozen = _imp.find_frozen
_get_frozen_object = _imp.get_frozen_object


def bring_rare_data() -> None:
    """From here on it comes with the first import that needs it."""
    stand_in(_imp, create_builtin=create_builtin, find_frozen=find_frozen, get_frozen_object=get_frozen_object)


def _bring() -> None:
    _imp.create_builtin = _create_builtin
    _imp.find_frozen = _find_frozen
    _imp.get_frozen_object = _get_frozen_object
    kernel.place_rare_data()


def create_builtin(spec: ModuleSpec, /) -> ModuleType:
    if spec.name in _MODULES:
        _bring()
    return _create_builtin(spec)


def find_frozen(name: str, /, *, withdata: bool = False) -> tuple[memoryview | None, bool, str] | None:
    if withdata:
        _bring()
    return _find_frozen(name, withdata=withdata)


def get_frozen_object(name: str, data: object = None, /) -> CodeType:
    _bring()
    return _get_frozen_object(name) if data is None else _get_frozen_object(name, data)
