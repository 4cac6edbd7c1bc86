"""Makes the interpreter one of this machine: its threads, processes, commands and clocks."""

import sys

from .install_threads import install_threads
from .process_identity import install_identity


def install_machine() -> None:
    """The order matters: what is imported later must find threads and semaphores of this machine already."""
    install_threads()
    install_identity()
    from .semaphores import hand_on_semaphores, semaphore_module

    sys.modules["_multiprocessing"] = semaphore_module()
    hand_on_semaphores()
    from .connections import install_connections

    install_connections()
    from .child_process import install_processes
    from .event_loop import install_event_loop
    from .late_changes import change_late_modules
    from .library_columns import find_library_columns
    from .machine_psutil import install_psutil
    from .popen import install_subprocess
    from .shared_block import install_shared_blocks

    install_processes()
    install_shared_blocks()
    install_subprocess()
    install_event_loop()
    install_psutil()
    find_library_columns()
    change_late_modules()
