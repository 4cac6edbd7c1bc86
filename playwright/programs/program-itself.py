"""A program knows its file, its arguments and its folder, and its children know the same."""
import multiprocessing
import os
import sys
from pathlib import Path


def describe(_=None):
    return (
        [os.path.basename(argument) for argument in sys.argv],
        os.path.basename(__file__),
        os.path.realpath(os.getcwd()),
        Path(__file__).resolve().parent == Path.cwd().resolve(),
        os.environ.get("WATCH"),
    )


if __name__ == "__main__":
    source = Path(__file__).read_text()
    assert source.startswith('"""A program knows') and source.rstrip().endswith('print("ok")')
    assert sys.modules["__main__"].__doc__ == __doc__
    assert Path.home().resolve() == Path.cwd().resolve()
    assert os.cpu_count() >= 1 and multiprocessing.cpu_count() == os.cpu_count()

    os.environ["WATCH"] = "night"
    sys.argv.append("--later")
    with multiprocessing.Pool(1) as pool:
        there = pool.apply(describe)
    here = describe()
    assert here == there, (here, there)
    arguments, *_, is_home, watch = here
    print(arguments, is_home, watch)

    Path("helper.py").write_text("calls = []\n\n\ndef call():\n    calls.append(1)\n    return len(calls)\n")
    import helper

    helper.call()
    with multiprocessing.Pool(1) as pool:
        print("a module beside it:", helper.call(), pool.apply(helper.call))
    print("ok")
