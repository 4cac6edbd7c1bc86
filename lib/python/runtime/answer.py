"""The one door to this runtime: questions and answers are JSON, so no object crosses the border."""

import json

from . import check_program, count_work, run_program
from .hide_host import hide_host, hide_runtime
from .interruptible_sleep import install_sleep
from .standard_streams import limit_output, open_standard_streams
from .stop_request import listen_for_stop
from .wake_clock import wake_clock

_answers = {
    "limit": limit_output,
    "replay": run_program.replay,
    "run": run_program.run,
    "check": check_program.check,
    "count": count_work.count,
}


def prepare() -> None:
    """Makes the booted interpreter a learner's process."""
    wake_clock()
    open_standard_streams()
    install_sleep()
    listen_for_stop()
    hide_host()
    hide_runtime()


def answer(question: str) -> str:
    """Answers `{"ask": …}`, whose other members are arguments, with the report it asks for."""
    asked = json.loads(question)
    give = _answers[asked.pop("ask")]
    return json.dumps(give(**asked))
