"""A python that is started takes its options as everywhere."""
import os
import subprocess
import sys
from pathlib import Path


def started(*arguments, **given):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, **given)


def printed(*arguments, **given):
    run = started(*arguments, **given)
    assert run.returncode == 0, (arguments, run.stderr)
    return run.stdout.strip()


if __name__ == "__main__":
    print(printed("-c", "import sys; print(sys.argv)", "one", "-c", "two"))
    print(printed("-uc", "print('letters together')"))
    print(printed("-X", "faulthandler", "-B", "-s", "-c", "import sys; print('faulthandler' in sys._xoptions)"))
    print(printed("-W", "ignore", "-c", "import warnings; warnings.warn('unheard'); print('quiet')"))
    assert "DeprecationWarning: heard" in started(
        "-Werror", "-c", "import warnings; warnings.warn('heard', DeprecationWarning)"
    ).stderr
    debug = "import asyncio; loop = asyncio.new_event_loop(); print(loop.get_debug()); loop.close()"
    environment = {**os.environ, "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": ""}
    print(printed("-c", debug, env=environment), printed("-E", "-c", debug, env=environment))
    print(printed("-I", "-X", "dev", "-c", debug), printed("-Ic", "import sys; print(sys.flags.isolated)"))
    print(printed("-", "after", input="import sys; print('from the input', sys.argv)"))
    print(printed(input="print('without a word')"))
    Path("lamp.py").write_text("import sys\nprint(__name__, sys.argv[1:], __file__ == 'lamp.py' or 'lamp.py' in __file__)\n")
    print(printed("-m", "lamp", "on"))
    print(printed("-u", "lamp.py", "-m", "off"))
    assert printed("-V").startswith("Python 3.") and printed("--version") == printed("-V")
    unknown = started("-z")
    print(unknown.returncode, unknown.stderr.splitlines()[0].lower())
    missing = started("-c")
    print(missing.returncode, missing.stderr.splitlines()[0].lower())
    print("ok")
