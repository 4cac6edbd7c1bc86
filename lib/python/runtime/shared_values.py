"""`multiprocessing.sharedctypes` over the kernel's blocks: values that all processes of a run have in common.

`ctypes` makes functions when it is imported, which no memory snapshot can hold: it and what is built on it are
imported when a program asks for them.
"""

from multiprocessing import get_context
from multiprocessing.context import assert_spawning
from types import ModuleType

from . import kernel
from .shared_block import SharedBlock
from .stand_in import stand_in

ctypes: ModuleType
sharedctypes: ModuleType


class _Shared:
    """Something of a C type at a place in a block. Each access reads or writes all of it at once."""

    __slots__ = ("_block", "_type", "_at")

    def __init__(self, block: SharedBlock, type_: type, at: int = 0) -> None:
        object.__setattr__(self, "_block", block)
        object.__setattr__(self, "_type", type_)
        object.__setattr__(self, "_at", at)

    def __reduce__(self) -> tuple:
        assert_spawning(self)
        # The type of an array is made where it is used: it has no name that another process would find.
        is_array = issubclass(self._type, ctypes.Array)
        type_, length = (self._type._type_, self._type._length_) if is_array else (self._type, None)
        return rebuild_shared, (self._block, type_, self._at, length)

    def _read(self) -> object:
        size = ctypes.sizeof(self._type)
        return self._type.from_buffer_copy(kernel.read_block(self._block.number, self._at, size))

    def _write(self, at: int, value: object) -> None:
        kernel.block_write(self._block.number, self._at + at, bytes(value))


class SharedValue(_Shared):
    __slots__ = ()

    @property
    def value(self) -> object:
        return self._read().value

    @value.setter
    def value(self, value: object) -> None:
        self._write(0, self._type(value))

    def __repr__(self) -> str:
        return repr(self._read())


class SharedStructure(_Shared):
    __slots__ = ()

    def __getattr__(self, name: str) -> object:
        return getattr(self._read(), name)

    def __setattr__(self, name: str, value: object) -> None:
        whole = self._read()
        setattr(whole, name, value)
        field = getattr(self._type, name)
        self._write(field.offset, bytes(whole)[field.offset : field.offset + ctypes.sizeof(dict(_fields(self._type))[name])])


def _fields(type_: type) -> list[tuple[str, type]]:
    return [(field[0], field[1]) for field in type_._fields_]


class SharedArray(_Shared):
    __slots__ = ()

    def __len__(self) -> int:
        return self._type._length_

    def _item_at(self, index: int) -> int:
        try:
            return range(len(self))[index] * ctypes.sizeof(self._type._type_)
        except IndexError:
            raise IndexError("invalid index") from None

    def __getitem__(self, index: int | slice) -> object:
        if isinstance(index, slice):
            return self._read()[index]
        at = self._item_at(index)
        if issubclass(self._type._type_, ctypes.Structure):
            return SharedStructure(self._block, self._type._type_, self._at + at)
        item = rebuild_shared(self._block, self._type._type_, self._at + at)
        return item.value if isinstance(item, SharedValue) else item

    def __setitem__(self, index: int | slice, value: object) -> None:
        if isinstance(index, slice):
            whole = self._read()
            whole[index] = value
            self._write(0, whole)
            return
        type_ = self._type._type_
        self._write(self._item_at(index), value if isinstance(value, type_) else type_(value))

    def __iter__(self):
        return iter(self._read())

    @property
    def value(self) -> object:
        return self._read().value

    @value.setter
    def value(self, value: object) -> None:
        whole = self._read()
        whole.value = value
        self._write(0, whole)

    @property
    def raw(self) -> bytes:
        return self._read().raw

    @raw.setter
    def raw(self, value: bytes) -> None:
        whole = self._read()
        whole.raw = value
        self._write(0, whole)


def rebuild_shared(block: SharedBlock, type_: type, at: int = 0, length: int | None = None) -> _Shared:
    """What of that C type, or so many of it, lies at that place of a block."""
    if length is not None:
        type_ = type_ * length
    if issubclass(type_, ctypes.Array):
        return SharedArray(block, type_, at)
    return (SharedValue if issubclass(type_, ctypes._SimpleCData) else SharedStructure)(block, type_, at)


def _new(type_: type, *arguments: object) -> _Shared:
    shared = rebuild_shared(SharedBlock(max(1, ctypes.sizeof(type_))), type_)
    if arguments:
        shared._write(0, type_(*arguments))
    return shared


def raw_value(typecode_or_type: str | type, *args: object) -> _Shared:
    """A value of a C type in shared memory, without a lock."""
    return _new(sharedctypes.typecode_to_type.get(typecode_or_type, typecode_or_type), *args)


def raw_array(typecode_or_type: str | type, size_or_initializer: object) -> _Shared:
    """An array of a C type in shared memory, without a lock."""
    type_ = sharedctypes.typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError("Array length must be >= 0")
        return _new(type_ * size_or_initializer)
    items = size_or_initializer if hasattr(size_or_initializer, "__len__") else list(size_or_initializer)
    return _new(type_ * len(items), *items)


def synchronized(obj: object, lock: object = None, ctx: object = None) -> object:
    """The same with a lock that goes with it."""
    ctx = ctx or get_context()
    if isinstance(obj, SharedValue):
        return sharedctypes.Synchronized(obj, lock, ctx)
    if isinstance(obj, SharedArray):
        if obj._type._type_ is ctypes.c_char:
            return sharedctypes.SynchronizedString(obj, lock, ctx)
        return sharedctypes.SynchronizedArray(obj, lock, ctx)
    names = [name for name, _ in _fields(obj._type)]
    properties = {name: sharedctypes.make_property(name) for name in names}
    return type("Synchronized" + obj._type.__name__, (sharedctypes.SynchronizedBase,), properties)(obj, lock, ctx)


def _copy(obj: object) -> _Shared:
    own = obj._read() if isinstance(obj, _Shared) else obj
    shared = _new(type(own))
    shared._write(0, own)
    return shared


def change_sharedctypes(module: ModuleType) -> None:
    """Has `Value` and `Array` of the module that was just imported lie in the kernel's blocks."""
    global ctypes, sharedctypes
    sharedctypes, ctypes = module, module.ctypes
    # Whoever receives one finds the functions that make it by such names.
    stand_in(module, RawValue=raw_value, RawArray=raw_array, copy=_copy)
    stand_in(module, rebuild_shared=rebuild_shared, synchronized=synchronized)
